"""Lengths of a folder's articles, by which a plan shares them out."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.tree import Found, Tree, found_below
from annotator.storage.articles.article_reading import is_article, read_article
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.plans.plan_writing import RENAME


def article_lengths(folder: Path) -> tuple[dict[str, int], list[Problem]]:
    """Return the code points of each article below the folder, by its path with “/”, and why others are unreadable."""
    lengths, problems = dict[str, int](), list[Problem]()
    for found in found_below([folder], Tree()):
        if isinstance(found, Problem):
            problems.append(found)
        elif is_article(found.file):
            try:
                text = read_article(found.file).article.text
            except FileError as error:
                problems.append(error.problem)
                continue
            name = name_in(folder, found)
            if _is_unicode(name):
                lengths[name] = len(text)
            else:
                problems.append(Problem(found.file, None, f"Its name is not Unicode. {RENAME}"))
    return lengths, problems


def _is_unicode(name: str) -> bool:
    """Tell whether the bytes of a file's name are text."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def name_in(folder: Path, found: Found) -> str:
    """Return the path of the file from the folder on, with “/” on every system."""
    return found.file.relative_to(folder).as_posix()
