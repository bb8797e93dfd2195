"""Icons from SVG files, drawn in the colour of the text beside them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.storage.program.resources import resource
from annotator.ui.theme.sharp import ratio_of, snapped

ICON = 16
APP_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, colour: QColor, size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """Return the icon ``resources/icons/<name>.svg`` in one colour, ``size`` logical pixels wide and high."""
    return QPixmap.fromImage(_drawn(name, colour.rgba(), size, ratio))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor, size: int = ICON) -> None:
    """Draw the icon in the middle of ``rect``, on whole device pixels."""
    ratio = ratio_of(painter)
    left, top = rect.center().x() - size / 2, rect.center().y() - size / 2
    target = QRectF(snapped(left, ratio), snapped(top, ratio), size, size)
    painter.drawImage(target, _drawn(name, colour.rgba(), size, ratio))


def app_icon() -> QIcon:
    """Return the program's icon in every size that desktop systems ask for."""
    whole = QIcon()
    for size in APP_ICON_SIZES:
        whole.addPixmap(QPixmap.fromImage(_drawn("annotator", QColor(Qt.GlobalColor.black).rgba(), size, 1.0)))
    return whole


@lru_cache(maxsize=256)
def _drawn(name: str, rgba: int, size: int, ratio: float) -> QImage:
    colour = QColor.fromRgba(rgba)
    source = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", colour.name().encode())
    pixels = max(round(size * ratio), 1)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(source).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
