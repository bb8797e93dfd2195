"""Numbers of charts as a table, with one line for each number; names are ids of the scheme, in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.corpus.charts.chart import Bars, Chart, HeatMap, Lines, Mark, SplitBars, Strokes
from annotator.language.table_cells import csv_text

HEAD = ("chart", "row", "column", "number", "annotations")


class Line(NamedTuple):
    """A number of a chart: ``number`` is what is drawn, unrounded, ``counted`` how many annotations that are."""

    chart: str
    row: str
    column: str
    number: float
    counted: int


def lines_of(chart: Chart) -> list[Line]:
    """Return the numbers of a chart, row by row; none where nothing is drawn."""
    return [Line(chart.head.key, row, column, mark.number, mark.count) for row, column, mark in _named(chart)]


def as_csv(charts: Iterable[Chart]) -> str:
    """Return the numbers of the charts as CSV, by whole lines with CRLF."""
    lines = (line for chart in charts for line in lines_of(chart))
    return csv_text(HEAD, ((*line[:3], f"{line.number:.6g}", line.counted) for line in lines))


def _named(chart: Chart) -> Iterator[tuple[str, str, Mark]]:
    match chart:
        case Bars():
            yield from ((row.look.value, "", row.mark) for row in chart.rows)
        case SplitBars():
            yield from _crossed(((row.id, row.parts) for row in chart.rows), chart.ids)
        case Lines():
            yield from _crossed(((one.id, one.marks) for one in chart.series), [str(day) for day in chart.days])
        case HeatMap():
            yield from _crossed(zip(chart.row_ids, chart.cells, strict=True), chart.column_ids)
        case Strokes():
            sides = [chart.look.value, f"“{chart.word}”"] if chart.word else [chart.look.value]
            yield from _crossed(((row.article, (row.above, row.below)[: len(sides)]) for row in chart.rows), sides)


def _crossed(rows: Iterable[tuple[str, Sequence[Mark]]], columns: Sequence[str]) -> Iterator[tuple[str, str, Mark]]:
    for name, marks in rows:
        yield from ((name, column, mark) for column, mark in zip(columns, marks, strict=True))
