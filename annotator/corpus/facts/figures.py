"""Figures of all documents below a folder, and what does not fit among those of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.corpus.entries import entries_below
from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import FigureRow, figure_rows
from annotator.facts.finding import Finding, without_dismissed
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.scheme import Scheme
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """Figures of one annotator in an article, and the findings among them; ``dismissed`` are those found to fit.

    ``article`` is the path of the article in its folder.
    """

    article: str
    annotator: str
    rows: tuple[FigureRow, ...]
    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...]


def figures_below(
    paths: Sequence[Path], passed: Callable[[str], None] = lambda _path: None, separators: Separators = ENGLISH
) -> Iterator[DocumentFigures | Problem]:
    """Yield the figures of each document below the paths, and a Problem for each that cannot be read; read lazily.

    ``passed`` is called with the path of each article before its figures are looked at; what it raises ends the search.
    """
    for entry in entries_below(paths):
        if isinstance(entry, Entry):
            passed(entry.path)
            yield figures_in(entry.document, entry.scheme, entry.path, separators)
        else:
            yield entry


def figures_in(
    document: Document, scheme: Scheme, article: str = "", separators: Separators = ENGLISH
) -> DocumentFigures:
    """Return the figures of a document and what does not fit; ``separators`` are for the numbers in the findings."""
    rows = figure_rows(document, scheme, article)
    found = mismatches(document, rows, separators)
    still_open = without_dismissed(found, document.of(Dismissal).values())
    dismissed = tuple(one for one in found if one not in still_open)
    return DocumentFigures(article, document.annotator, tuple(rows), tuple(still_open), dismissed)
