"""Dotted lines have a dot at their beginning and one after each gap, as far as they go and no further."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from annotator.ui.theme.pictures.dots import Dots
from tests.ui.pixels import columns

APART, LEFT, TOP, ROOM, INK = 4, 10, 8, 20, 170


def painted(dots: Dots, lines: Sequence[QLineF], width: int, ratio: float) -> QImage:
    """The lines in one picture, one after another."""
    picture = QImage(round(width * ratio), round(16 * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for line in lines:
        dots.paint(painter, line)
    painter.end()
    return picture


def middles(picture: QImage) -> list[float]:
    """Where the dots stand: the middle of each run of columns in which something is painted, in logical pixels."""
    ink = [min(QColor(colour).lightness() for colour in column) < INK for column in columns(picture)]
    runs = [[at for at, _inked in run] for inked, run in groupby(enumerate(ink), key=lambda one: one[1]) if inked]
    return [(run[0] + run[-1] + 1) / 2 / picture.devicePixelRatio() for run in runs]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [1.5, 2.0])
@pytest.mark.parametrize("length", [0, 3, 40, 127, 128, 300, 1500])
def test_a_line_has_all_its_dots(qapp: QGuiApplication, length: int, size: float, ratio: float) -> None:
    dots, short = Dots(QColor(Qt.GlobalColor.black), size, APART), QLineF(LEFT, TOP, LEFT + 20, TOP)
    painted(dots, [short], 60, ratio)  # a longer one follows
    found = middles(painted(dots, [QLineF(LEFT, TOP, LEFT + length, TOP)], length + 2 * ROOM, ratio))
    assert found == [pytest.approx(LEFT + number * APART, abs=0.8) for number in range(length // APART + 1)]


def test_a_line_from_right_to_left_is_the_same(qapp: QGuiApplication) -> None:
    dots = Dots(QColor(Qt.GlobalColor.black), 2, APART)
    there, back = (QLineF(*ends) for ends in ((LEFT, TOP, 90, TOP), (90, TOP, LEFT, TOP)))
    assert painted(dots, [there], 120, 1) == painted(dots, [back], 120, 1)
