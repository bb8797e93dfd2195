"""Pictures of charts in files and on paper: SVG, PNG and PDF, all drawn by ``paint_chart``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.corpus.charts.chart import Chart
from annotator.corpus.charts.table import as_csv
from annotator.language.table_cells import BYTE_ORDER_MARK
from annotator.ui.charts.paint_chart import paint_chart
from annotator.ui.theme.high_contrast import high_contrast_theme, own_palette
from annotator.ui.theme.tokens import Theme

SIZE = QSize(480, 360)
"""Size of a picture in pixels at 96 to the inch."""
DPI, SHARP = 96, 2
FAMILY = re.compile(r'(?<=font-family=")[^"]*')


def print_theme() -> Theme:
    """Return the theme of what is printed: black on white."""
    palette = own_palette(dark=False)
    palette.setColor(palette.ColorRole.Highlight, palette.windowText().color())
    return high_contrast_theme(palette)


def chart_svg(chart: Chart, theme: Theme, size: QSize = SIZE) -> str:
    """Return the chart as SVG of that size in pixels, in the direction of the window; its words are texts."""
    from PySide6.QtSvg import QSvgGenerator  # here: not before it is wanted

    data, generator = QByteArray(), QSvgGenerator()
    buffer = QBuffer(data)
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(DPI)
    generator.setTitle(chart.head.title)
    generator.setDescription(chart.head.line)
    painter = QPainter(generator)
    _paint(painter, QRectF(0, 0, size.width(), size.height()), chart, theme)
    painter.end()
    return FAMILY.sub(r"\g<0>,sans-serif", bytes(data.data()).decode("utf-8"))


def chart_png(chart: Chart, theme: Theme, size: QSize = SIZE) -> bytes:
    """Return the chart as PNG, with twice as many pixels in each direction as ``size``."""
    image = QImage(size * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARP)
    painter = QPainter(image)
    _paint(painter, QRectF(0, 0, size.width(), size.height()), chart, theme)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(data.data())


def charts_pdf(charts: Sequence[Chart], theme: Theme, size: QSize = SIZE) -> bytes:
    """Return the charts as PDF, each on a page of its own of that size."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QSizeF(size) * 72 / DPI, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    if charts:
        writer.setTitle(charts[0].head.title)
    painter = QPainter(writer)
    for number, chart in enumerate(charts):
        if number:
            writer.newPage()
        _paint(painter, QRectF(0, 0, size.width(), size.height()), chart, theme)
    painter.end()
    return bytes(data.data())


def print_charts(charts: Sequence[Chart], printer: QPagedPaintDevice) -> None:
    """Print the charts black on white, two on a page; nothing on a printer that cannot be opened."""
    painter = QPainter()
    if not painter.begin(printer):
        return
    scale = printer.logicalDpiX() / DPI
    painter.scale(scale, scale)
    paper, theme = printer.pageLayout().paintRectPixels(printer.logicalDpiX()), print_theme()
    page = QSizeF(paper.width() / scale, paper.height() / scale)
    half = QSizeF(page.width(), min(page.height() / 2, page.width() * 0.75))
    for number, chart in enumerate(charts):
        if number and number % 2 == 0:
            printer.newPage()
        _paint(painter, QRectF(0, number % 2 * page.height() / 2, half.width(), half.height()), chart, theme)
    painter.end()


def chart_bytes(kind: str, charts: Sequence[Chart], chart: Chart, theme: Theme) -> bytes:
    """Return the file of ``chart`` as svg or png, of all charts as pdf, or of all their numbers as csv."""
    match kind:
        case "svg":
            return chart_svg(chart, theme).encode()
        case "png":
            return chart_png(chart, theme)
        case "pdf":
            return charts_pdf(charts, theme)
        case _:
            return f"{BYTE_ORDER_MARK}{as_csv(charts)}".encode()


def _paint(painter: QPainter, rect: QRectF, chart: Chart, theme: Theme) -> None:
    painter.setLayoutDirection(QGuiApplication.layoutDirection())
    painter.fillRect(rect, theme.base)
    paint_chart(painter, rect, chart, theme)
