"""The tables as CSV files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.facts.figures.rows import FigureRow
from annotator.facts.names.rows import NameRow
from annotator.language.table_cells import BYTE_ORDER_MARK, csv_text
from annotator.session.fact_tables.found import Found
from annotator.storage.files.atomic_write import write_atomically

FIGURES = (
    *("article", "sentence", "start", "end", "words", "value", "low", "high", "modifier", "kind", "unit", "counted"),
    *("as_of", "claim", "source", "voice", "does_not_fit", "dismissed_because"),
)
NAMES = ("name", "kind", "times", "written_as", "ticked", "does_not_fit", "dismissed_because")


def write_csv(path: Path, table: str) -> None:
    """Write the table to the file. Raises SaveError."""
    write_atomically(path, f"{BYTE_ORDER_MARK}{table}".encode(), follow=True)


def figures_csv(rows: Iterable[FigureRow], found: Sequence[Found], article: str) -> str:
    """Return the figures as CSV, with what does not fit; ``article`` is the name of the open one."""
    by_id = _sentences(found)
    return _csv(FIGURES, (_figure(row, by_id.get((row.article, row.id), ("", "")), article) for row in rows))


def names_csv(rows: Iterable[NameRow], found: Sequence[Found]) -> str:
    """Return the names as CSV, with what does not fit."""
    by_place = {place: one for one in found for place in one.finding.places}
    return _csv(NAMES, (_name(row, [by_place[place] for place in row.places if place in by_place]) for row in rows))


def _figure(row: FigureRow, told: tuple[str, str], article: str) -> list[str]:
    numbers = ("" if one is None else f"{one:f}" for one in (row.value, row.low, row.high))
    where = (row.article or article, str(row.sentence or ""), str(row.span.start), str(row.span.end), row.words)
    said = (row.modifier, row.kind, row.unit, row.counted, row.as_of, row.claim, row.source, row.voice)
    return [*where, *numbers, *said, *told]


def _name(row: NameRow, found: Sequence[Found]) -> list[str]:
    forms = "; ".join(f"{one.written} ({one.count})" for one in row.variants)
    return [row.name, row.kind, str(row.count), forms, "yes" if row.is_ticked else "no", *_told(found)]


def _sentences(found: Sequence[Found]) -> dict[tuple[str, str], tuple[str, str]]:
    by_id: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        for id in one.finding.of:
            by_id.setdefault((one.article, id), []).append(one)
    return {key: _told(some) for key, some in by_id.items()}


def _told(found: Sequence[Found]) -> tuple[str, str]:
    once = {one.key: one for one in found}.values()
    sentences = (one.finding.sentence for one in once)
    return " ".join(sentences), " ".join(one.dismissal.why for one in once if one.dismissal)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return csv_text(head, ([" ".join(cell.split()) for cell in row] for row in rows))
