"""Kinds of charts: bars, split bars, lines, heat maps and strokes, each number with the annotations behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias

from annotator.corpus.tallies.counts import Places
from annotator.model.scheme import Label


class Kind(Enum):
    """Kind of thing that a look is that of."""

    LABEL = "label"
    VERDICT = "verdict"
    STATE = "state"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Look:
    """Look of a bar or a stroke: that of the label, verdict or state ``value``; ``label`` is that of the scheme."""

    kind: Kind = Kind.OTHER
    value: str = ""
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that can be gone to: ``words`` say it whole, ``shown`` is the number that is drawn.

    ``count`` is what it counts; ``behind`` are the annotations, or the places of a word.
    """

    words: str
    shown: str
    number: float
    count: int
    behind: Places = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Head:
    """Head of a chart. ``key`` names it in files; ``line`` says the whole; ``note`` stands below.

    ``nothing`` says why there is no picture; the chart has no marks then.
    """

    key: str
    title: str
    line: str = ""
    note: str = ""
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its share of the whole, as ``35 %``; empty without."""

    name: str
    mark: Mark
    look: Look = Look()
    share: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars below each other; ``whole``: above them one bar of all, as they are parts of a whole."""

    head: Head
    rows: tuple[Bar, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SplitRow:
    """A bar in parts, one for each of the chart's ``parts``; ``shown`` is the number of the whole bar.

    ``id`` is the value that it is of, as files have it.
    """

    name: str
    parts: tuple[Mark, ...]
    shown: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class SplitBars:
    """Bars in the same parts, told apart by their fills; ``look`` has the hue, ``ids`` are those of the parts."""

    head: Head
    parts: tuple[str, ...] = ()
    rows: tuple[SplitRow, ...] = ()
    look: Look = Look()
    ids: tuple[str, ...] = ()


class Stroke(Enum):
    """Way to draw a line."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    LONG = "long"
    """Long dashes."""
    MIXED = "mixed"
    """Dashes and dots in turn."""


@dataclass(frozen=True, slots=True)
class Series:
    """A line named at its end; the ``number`` of each mark is its height, 0–100."""

    name: str
    stroke: Stroke
    marks: tuple[Mark, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over days, from 0 to 100 per cent. ``shaded`` are the numbers of days that are shaded."""

    head: Head
    days: tuple[date, ...] = ()
    series: tuple[Series, ...] = ()
    shaded: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Numbers in cells, by row and column; the larger, the stronger. Labels and articles have ids, too."""

    head: Head
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    cells: tuple[tuple[Mark, ...], ...] = ()
    row_ids: tuple[str, ...] = ()
    column_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrokeRow:
    """Strokes above and below the line of an article; their places are shares of its length, 0–1."""

    name: str
    above: Mark
    below: Mark
    above_at: tuple[float, ...]
    below_at: tuple[float, ...]
    article: str = ""


@dataclass(frozen=True, slots=True)
class Strokes:
    """Strokes where a label stands, above the line, and where a word does, below it; empty names have none."""

    head: Head
    above: str = ""
    below: str = ""
    look: Look = Look()
    rows: tuple[StrokeRow, ...] = ()
    word: str = ""


Chart: TypeAlias = Bars | SplitBars | Lines | HeatMap | Strokes


def marks_of(chart: Chart) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks in rows, as the arrow keys go through them; of lines each has a row, of strokes each side."""
    match chart:
        case Bars():
            return tuple((row.mark,) for row in chart.rows)
        case SplitBars():
            return tuple(row.parts for row in chart.rows)
        case Lines():
            return tuple(one.marks for one in chart.series)
        case HeatMap():
            return chart.cells
        case Strokes():
            return tuple(_sides(chart, row) for row in chart.rows)


def _sides(chart: Strokes, row: StrokeRow) -> tuple[Mark, ...]:
    return (row.above, row.below) if chart.below else (row.above,)
