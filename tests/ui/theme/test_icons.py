"""Icons: there, of one colour, sharp."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.storage.program.resources import resource
from annotator.ui.theme.icons import APP_ICON_SIZES, app_icon, icon, paint_icon

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "annotator")


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are opaque."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_there_are_icons() -> None:
    assert {"search", "chevron-down", "filter", "folder", "lock", "check", "clock", "warning", "error"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    assert inks(icon(name, QColor("#4149B5"), ratio=4.0).toImage()) == {"#4149b5"}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_the_screens_pixels(qapp: QApplication, ratio: float) -> None:
    pixmap = icon("search", QColor("black"), 16, ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(16)


def test_an_icon_is_painted_where_it_is_asked_for(qapp: QApplication) -> None:
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_icon(painter, QRectF(20, 0, 20, 20), "check", QColor("black"))
    dark = [x for x in range(40) for y in range(20) if image.pixelColor(x, y).lightnessF() < 0.5]
    assert dark
    assert 22 <= min(dark) <= max(dark) < 38


def test_the_programs_icon_comes_in_every_size(qapp: QApplication) -> None:
    assert [size.width() for size in app_icon().availableSizes()] == list(APP_ICON_SIZES)
