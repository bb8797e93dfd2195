"""Evidence of all documents below a folder, with the states of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from annotator.corpus.entries import entries_below
from annotator.corpus.kept_back import KeptBack
from annotator.facts.evidence import EvidenceRow, evidence_rows
from annotator.language.plain_line import plain_line
from annotator.model.document import Document
from annotator.storage.evidence.states import FileState, looked_at
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import Problem

NO_FILE = FileState("")


@dataclass(frozen=True, slots=True)
class ListedEvidence:
    """A piece of evidence in a list: of which article and annotator it is, and how its file is.

    ``article`` is the path of the article from the folder that is listed, ``path`` that from anywhere; ``claims`` are
    the words of the claims, each on one line.
    """

    article: str
    path: Path
    annotator: str
    row: EvidenceRow
    claims: tuple[str, ...]
    file: FileState = NO_FILE


def evidence_below(
    paths: Sequence[Path], passed: Callable[[str], None] = lambda _path: None
) -> Iterator[ListedEvidence | Problem]:
    """Yield the evidence of every document below the paths, and a Problem for each document that cannot be read.

    A piece whose file any sidecar below the paths has as confidential is marked so. ``passed`` is called with the path
    of each article and before each file is read; what it raises ends the search.
    """
    kept_back = KeptBack(paths)
    for path in paths:
        root = path if is_folder(path) else path.parent
        for entry in entries_below([path], kept_back):
            if isinstance(entry, Problem):
                yield entry
                continue
            passed(entry.path)
            yield from evidence_in(entry.document, root / entry.path, entry.path, partial(passed, entry.path))


def evidence_in(
    document: Document, path: Path, article: str, go_on: Callable[[], None] = lambda: None
) -> Iterator[ListedEvidence]:
    """Yield the evidence of a document, whose files are read. ``go_on`` is called now and then; it may raise."""
    for row in evidence_rows(document):
        words = tuple(plain_line(document.words(claim)) for claim in row.claims)
        file = looked_at(path.parent, row.piece.file, go_on) if row.piece.file else NO_FILE
        yield ListedEvidence(article, path, document.annotator, row, words, file)
