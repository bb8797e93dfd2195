"""Lists of evidence as values for programs and as a table for spreadsheets; what is confidential is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.corpus.evidence.listing import ListedEvidence
from annotator.language.table_cells import csv_bytes

COLUMNS = (
    *("article", "annotator", "number", "kind", "stance", "title", "publisher", "link", "archived", "quote", "page"),
    *("seen", "file", "file_state", "file_bytes", "claims", "note"),
)


def open_ones(listed: Iterable[ListedEvidence]) -> tuple[list[ListedEvidence], int]:
    """Return the pieces that are not confidential, and the number of those that are."""
    found = [*listed]
    kept = [one for one in found if not one.row.piece.confidential]
    return kept, len(found) - len(kept)


def values_of(one: ListedEvidence) -> dict[str, Any]:
    """Return what the list says of a piece, by the names of the columns."""
    piece, claims = one.row.piece, list(one.claims)
    values = (
        *(one.article, one.annotator, one.row.label, piece.kind, piece.stance, piece.title, piece.publisher),
        *(piece.link, piece.archived, piece.quote, piece.page, piece.seen, piece.file, one.file.state, one.file.size),
        *(claims, piece.note),
    )
    return dict(zip(COLUMNS, values, strict=True))


def csv_of(listed: Sequence[ListedEvidence]) -> bytes:
    """Return the pieces as CSV with a byte-order mark, by which Excel knows UTF-8; give it ``open_ones`` only."""
    return csv_bytes(COLUMNS, map(_cells, listed))


def _cells(one: ListedEvidence) -> list[str]:
    values = values_of(one)
    values["claims"] = "\n".join(one.claims)
    values["file_bytes"] = one.file.size if one.file.state and one.file.size else ""
    return [str(value) for value in values.values()]
