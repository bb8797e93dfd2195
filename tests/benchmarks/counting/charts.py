"""Charts: how long each takes to draw, and a folder to be counted."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from annotator.corpus.charts.all_charts import Wishes, charts_of
from annotator.corpus.charts.chart import Chart, Head, HeatMap, Mark
from annotator.corpus.tallies.tally import Tally
from annotator.session.background.long_work import Passing
from annotator.session.statistics.asked import Asked
from annotator.session.statistics.folder_tallies import Found, read_tallies
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.ui.charts.paint_chart import paint_chart
from annotator.ui.theme.tokens import load_theme
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times
from tests.support.marked_articles import Marks

CARD = QSize(460, 420)
CELLS, HEAT_BAR, CARD_BAR = 20, 5.0, 16.0
"""Rows and columns of a heat map; milliseconds to draw it, and any card."""

TEXT = "The mayor, Ana Ruiz, said that {number} boats were lost at quay {number}. Nobody saw them leave on Monday.\n\n"


def charts(articles: int, times: int) -> Iterator[Row]:
    """The rows of the charts of a folder of that many articles."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(articles):
            _write(Path(folder) / f"quay-{number}.txt")
        start = time.perf_counter()
        found = _read(Path(folder))
        yield Row("folder counted", f"{articles:,} articles", 1000 * (time.perf_counter() - start))
        tallies, scheme = [*found.tallies.values()], scheme_of(Path(folder))[0]
        start = time.perf_counter()
        drawn = charts_of(tallies, scheme, Wishes(word="boats"))
        yield Row("charts worked out", f"{articles:,} articles", 1000 * (time.perf_counter() - start))
    yield Row("heat map drawn", f"{CELLS} × {CELLS}", _painted(heat_map(tallies), times), limit=HEAT_BAR)
    slowest = max((_painted(chart, times), chart.head.title) for chart in drawn)
    yield Row("slowest chart drawn", slowest[1], slowest[0], limit=CARD_BAR)


def heat_map(tallies: list[Tally]) -> HeatMap:
    """A heat map of 20 × 20 cells."""
    names = tuple(f"name {number}" for number in range(CELLS))
    behind = tallies[0].marked[:1]
    marks = tuple(
        tuple(Mark("a cell", str(row * column), row * column, 1, behind) for column in range(CELLS))
        for row in range(CELLS)
    )
    return HeatMap(Head("cells", "Cells"), names, names, marks)


def _write(path: Path) -> None:
    marks = Marks("".join(TEXT.format(number=number) for number in range(5)))
    for number in range(5):
        words = f"{number} boats were lost at quay {number}"
        marks.mark(f"c{number}", "claim", words, voice="reported", verdict="supported")
        marks.mark(f"f{number}", "figure", f"{number} boats", value=number)
    marks.mark("s0", "source", "Ana Ruiz", naming="named").relate("c0", "attributed_to", "s0").write(path)


def _read(folder: Path) -> Found:
    asked = Asked(scheme_of(folder)[0])
    return read_tallies(folder, lambda: asked, Passing(lambda _stage: None), lambda _found: None)


def _painted(chart: Chart, times: int) -> float:
    """Return the median of milliseconds of processor time to draw the chart, from the second time on."""
    theme, taken = load_theme("light"), Times()
    image = QImage(CARD, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    rect = QRectF(0, 0, CARD.width(), CARD.height())
    paint_chart(painter, rect, chart, theme)
    for _time in range(max(times, 3)):
        taken.measure(lambda: paint_chart(painter, rect, chart, theme))
    painter.end()
    return taken.cpu_median
