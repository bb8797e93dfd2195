"""Charts as files: their words and numbers are texts, and their marks are drawn."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from annotator.corpus.charts.all_charts import Wishes, charts_of
from annotator.corpus.charts.chart import Bars, Chart, HeatMap, Lines, SplitBars, Strokes
from annotator.ui.charts.pictures import chart_png, chart_svg, charts_pdf, print_theme
from annotator.ui.theme.colour import contrast
from annotator.ui.theme.tokens import load_theme
from tests.support.statistics.tallied import SCHEME, Marking, quay

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = charts_of([quay().tally(), Marking("b.txt").mark("figure", "9").tally()], SCHEME, Wishes(word="boats"))


def words_of(svg: str) -> list[str]:
    return ["".join(text.itertext()).strip() for text in Xml.fromstring(svg).iter(f"{SVG}text")]


def drawn_numbers(chart: Chart) -> Iterator[str]:
    """The numbers that the chart shows, and the names beside them."""
    match chart:
        case Bars():
            yield from (text for row in chart.rows for text in (row.name, row.mark.shown, row.share) if text)
        case SplitBars():
            yield from chart.parts
            yield from (text for row in chart.rows for text in (row.name, row.shown))
        case Lines():
            yield from (text for one in chart.series for text in (one.name, one.marks[-1].shown))
        case HeatMap():
            yield from (*chart.rows, *chart.columns)
            yield from (mark.shown for cells in chart.cells for mark in cells)
        case Strokes():
            yield from (f"{row.above.shown} · {row.below.shown}" for row in chart.rows)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.head.key)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_number_of_a_picture_is_text(chart: Chart, theme: str, qtbot: QtBot) -> None:
    svg = chart_svg(chart, load_theme(theme), QSize(640, 420))
    words = words_of(svg)
    assert Xml.fromstring(svg).findtext(f"{SVG}title") == chart.head.title
    assert chart.head.title in words
    assert [text for text in drawn_numbers(chart) if text not in words] == []
    assert 'font-family="' in svg
    assert ',sans-serif"' in svg


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.head.key)
def test_a_picture_is_one_that_others_can_draw(chart: Chart, qtbot: QtBot) -> None:
    renderer = QSvgRenderer(chart_svg(chart, load_theme("light")).encode())
    assert renderer.isValid()
    assert renderer.viewBoxF() == QRectF(0, 0, 480, 360)
    image = QImage(480, 360, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert len({image.pixel(x, y) for x in range(0, 480, 3) for y in range(0, 360, 3)}) > 2


def test_a_printed_chart_is_black_on_white(qtbot: QtBot) -> None:
    theme = print_theme()
    image = QImage.fromData(chart_png(CHARTS[0], theme))
    assert image.size() == QSize(960, 720)
    colours = [image.pixelColor(x, y) for x in range(0, 960, 5) for y in range(0, 720, 5)]
    assert all(colour.red() == colour.green() == colour.blue() for colour in colours)
    assert QColor("white") in colours
    assert contrast(theme.text, theme.base) == pytest.approx(21)


def test_a_pdf_has_a_page_for_each_chart(qtbot: QtBot) -> None:
    pages = pypdfium2.PdfDocument(charts_pdf(CHARTS, load_theme("light")))
    assert len(pages) == len(CHARTS)
    text = "".join(pages[1].get_textpage().get_text_bounded().split())
    assert "Verdicts" in text
    assert "supported" in text
    assert pages[1].get_size() == pytest.approx((360, 270), abs=1)


def test_a_chart_of_nothing_says_why(qtbot: QtBot) -> None:
    (labels, *_others) = charts_of([], SCHEME)
    assert " ".join(words_of(chart_svg(labels, load_theme("light")))) == "Labels Nothing is annotated here yet."
