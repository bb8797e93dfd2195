"""Names of articles: which files are articles by their names."""

from __future__ import annotations

from pathlib import Path

ARTICLE_SUFFIXES = (".txt", ".md")
GUIDELINES_NAME = "guidelines.md"
"""File that is no article, in spite of its suffix: it says how the folder's articles are annotated."""


def is_article(path: Path) -> bool:
    """Return True if the file name has an article's suffix."""
    return is_article_name(path.name)


def is_article_name(name: str) -> bool:
    """Return True if the file name has an article's suffix; a name that is nothing else has none.

    The folder's guidelines are no article.
    """
    lowered = name.lower()
    return lowered.endswith(ARTICLE_SUFFIXES) and name.rfind(".") > 0 and lowered != GUIDELINES_NAME


def article_name(path: Path) -> str:
    """Return the file's name, with bytes that are not Unicode as escapes."""
    return path.name.encode("utf-8", "backslashreplace").decode()
