"""Contents of the tables of a whole folder: its documents are read one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from annotator.corpus.documents import document_of
from annotator.language.values.numbers import Separators
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.session.background.long_work import Passing
from annotator.session.fact_tables.contents import Contents, figures_of, names_of
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.translation.messages import N_, _

READING = N_("Reading articles")
OFTEN = 1.0
"""Seconds between two deliveries of what was read meanwhile."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Articles of a folder to read, for an annotator; ``separators`` are those of numbers in sentences."""

    articles: Sequence[Path]
    annotator: str
    scheme: Scheme
    separators: Separators


@dataclass(frozen=True, slots=True)
class Part:
    """Documents read since the last part: contents by the name of the article, and the names of unreadable ones."""

    contents: dict[str, Contents]
    unread: tuple[str, ...] = ()


def read_contents(wanted: Wanted, passing: Passing, tell: Callable[[Part], None]) -> int:
    """Read all documents and ``tell`` their contents, the first at once; return how many there were.

    Raises CancelledError.
    """
    passing.begin(_(READING), len(wanted.articles))
    found: dict[str, Contents] = {}
    unread: list[str] = []
    read, told_at = 0, 0.0
    for article in wanted.articles:
        try:
            document = own_document(article, wanted.annotator)
        except FileError:
            document = None
            unread.append(article.name)
        if document:
            read += 1
            figures = figures_of(document, wanted.scheme, wanted.separators, article.name)
            passing.go_on()
            found[article.name] = Contents(figures, names_of(document, wanted.scheme, article.name))
        if found and monotonic() - told_at >= OFTEN:
            tell(Part(found, tuple(unread)))
            found, unread, told_at = {}, [], monotonic()
        passing.passed(article.name)
    tell(Part(found, tuple(unread)))
    return read


def own_document(article: Path, annotator: str) -> Document | None:
    """Read the annotator's document of the article; None where there is none yet. Raises FileError."""
    sidecar = sidecar_of(article, annotator)
    return document_of(sidecar, article).document if is_there(sidecar) else None
