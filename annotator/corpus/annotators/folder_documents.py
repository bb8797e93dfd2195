"""Documents of a folder, those of all annotators of one article together; without Qt, as commands use it too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

from annotator.corpus.entries import EntryReader
from annotator.corpus.tree import Found, Tree, found_below
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.scheme import Scheme
from annotator.storage.files.file_error import Problem
from annotator.storage.sidecars.sidecar_files import is_sidecar, stem_of


@dataclass(frozen=True, slots=True)
class ArticleDocuments:
    """Documents of the article with that path in the folder, by annotator."""

    path: str
    scheme: Scheme
    documents: Mapping[str, Document]


def documents_below(paths: Sequence[Path]) -> Iterator[ArticleDocuments | Problem]:
    """Yield the documents of each article below the paths, and why files cannot be read; read one article at a time."""
    reader = EntryReader()
    for _place, some in groupby(found_below(paths, Tree(articles=False)), _article_of):
        entries: list[Entry] = []
        for one in chain.from_iterable(_read(reader, found) for found in some):
            if isinstance(one, Entry):
                entries.append(one)
            else:
                yield one
        yield from _together(entries)


def _article_of(found: Found | Problem) -> tuple[Path, str]:
    if isinstance(found, Problem) or not is_sidecar(found.file):
        return Path(), ""
    return found.file.parent, stem_of(found.file)


def _read(reader: EntryReader, found: Found | Problem) -> Iterator[Entry | Problem]:
    return iter((found,)) if isinstance(found, Problem) else reader.of(found)


def _together(entries: Iterable[Entry]) -> Iterator[ArticleDocuments]:
    articles: dict[str, list[Entry]] = {}
    for entry in entries:
        articles.setdefault(entry.path, []).append(entry)
    for path, some in articles.items():
        documents = {entry.document.annotator: entry.document for entry in some}
        yield ArticleDocuments(path, some[0].scheme, documents)
