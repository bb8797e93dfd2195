"""Fills of bars: each can be told from every other without colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.ui.charts.fills import PARTS, Fill, paint_fill

INK, GROUND = QColor("black"), QColor("white")
WIDE = QRectF(10, 10, 80, 20)


def picture(fill: Fill, rect: QRectF = WIDE) -> QImage:
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    paint_fill(painter, rect, fill, INK, GROUND)
    painter.end()
    return image


def inked(image: QImage, rect: QRectF) -> float:
    """The share of the rectangle that is dark."""
    box = rect.toRect()
    points = [(x, y) for x in range(box.left(), box.right() + 1) for y in range(box.top(), box.bottom() + 1)]
    return sum(1 - image.pixelColor(*point).lightnessF() for point in points) / len(points)


def test_every_two_fills_differ(qtbot: QtBot) -> None:
    pictures = [picture(fill) for fill in PARTS]
    within = WIDE.toRect().adjusted(3, 3, -3, -3)
    assert all(one.copy(within) != other.copy(within) for one, other in combinations(pictures, 2))


@pytest.mark.parametrize(
    ("fill", "least", "most"), [(Fill.FULL, 0.9, 1), (Fill.HATCHED, 0.2, 0.6), (Fill.EMPTY, 0.05, 0.2)]
)
def test_a_fill_has_its_share_of_ink(fill: Fill, least: float, most: float, qtbot: QtBot) -> None:
    assert least <= inked(picture(fill), WIDE) <= most


@pytest.mark.parametrize("fill", PARTS)
@pytest.mark.parametrize("width", [0.4, 1, 3, 80])
def test_nothing_is_drawn_beside_the_bar_and_a_thin_one_is_seen(fill: Fill, width: float, qtbot: QtBot) -> None:
    image = picture(fill, QRectF(10, 10, width, 20))
    beside = [
        image.pixelColor(x, y) for x in range(100) for y in range(40) if x < 9 or x > 11 + width or not 9 <= y <= 30
    ]
    assert all(colour == GROUND for colour in beside)
    if width >= 1:
        assert inked(image, QRectF(9, 15, width + 2, 10)) > 0
