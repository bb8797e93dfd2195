"""Badges, key caps, pills, glyphs and rows: where they paint, and what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.model.document import STATUSES
from annotator.model.scheme import MARKS, Label
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.name_mark import name_width, paint_name
from annotator.ui.theme.paint import key_cap_width, paint_badge, paint_key_cap, paint_status, row_ground
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.theme.tokens import load_theme
from tests.ui.pixels import colours as found_colours
from tests.ui.pixels import pixels

THEME = load_theme("light")
CLAIM = THEME.label(Label("claim", "c", "#56B4E9", "fill"), "claim")


def painted(paint: Callable[[QPainter], object], ratio: float = 1.0) -> QImage:
    image = QImage(round(200 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(THEME.base)
    with QPainter(image) as painter:
        paint(painter)
    return image


def extent(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not ground."""
    ground, width = THEME.base.rgb(), image.width()
    spots = [(at % width, at // width) for at, colour in enumerate(pixels(image)) if colour != ground]
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return (min(across), min(down), max(across) + 1, max(down) + 1) if spots else (0, 0, 0, 0)


def test_a_badge_fills_its_rectangle(qapp: QApplication) -> None:
    image = painted(lambda p: paint_badge(p, QRectF(10, 10, 18, 18), CLAIM, "C"))
    assert extent(image) == (10, 10, 28, 28)
    assert image.pixelColor(12, 19) == CLAIM.tint


def test_a_selected_badge_is_filled_and_a_ring_lies_around_it(qapp: QApplication) -> None:
    rect = QRectF(10, 10, 15, 15)
    image = painted(lambda p: paint_badge(p, rect, CLAIM, "C", selected=True, ring=THEME.accent))
    assert image.pixelColor(12, 17) == CLAIM.letter
    assert extent(image) == (7, 7, 28, 28)


def test_a_key_cap_is_as_wide_as_it_says(qapp: QApplication) -> None:
    for text in ("C", "Ctrl K", ""):
        image = painted(lambda p, text=text: paint_key_cap(p, QPointF(10, 30), text, THEME))
        left, _, right, _ = extent(image)
        assert right - left == pytest.approx(key_cap_width(text), abs=1)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_outlines_are_sharp(qapp: QApplication, ratio: float) -> None:
    """Half way down a straight side there is the outline's colour and the ground, and nothing in between."""
    image = painted(lambda p: paint_outline(p, QRectF(10.3, 10.3, 80, 30), THEME.text, 4), ratio)
    row = {image.pixelColor(x, round(25 * ratio)).name() for x in range(image.width())}
    assert row == {THEME.text.name(), THEME.base.name()}


def test_every_status_has_a_glyph_of_its_own(qapp: QApplication) -> None:
    glyphs = [
        bytes(painted(lambda p, status=status: paint_status(p, QRectF(10, 10, 14, 14), status, THEME)).constBits())
        for status in (*STATUSES, "problem")
    ]
    assert len(set(glyphs)) == len(glyphs)


def test_a_status_nobody_knows_is_drawn_as_not_begun(qapp: QApplication) -> None:
    new, own = (
        painted(lambda p, status=status: paint_status(p, QRectF(10, 10, 14, 14), status, THEME))
        for status in ("new", "half-way")
    )
    assert new == own


def test_a_row_has_a_ground_only_where_it_is_selected_or_pointed_at(qapp: QApplication) -> None:
    def row(selected: bool, hovered: bool) -> QImage:
        rect = QRectF(0, 10, 200, 30)
        return painted(lambda p: row_ground(p, rect, THEME, selected=selected, hovered=hovered))

    assert extent(row(False, False)) == (0, 0, 0, 0)
    assert extent(row(True, False)) == extent(row(False, True)) == (6, 10, 194, 40)
    assert row(True, True).pixelColor(6, 25) == THEME.accent
    assert row(True, True).pixelColor(100, 25) == THEME.accent_soft
    assert row(False, True).pixelColor(100, 25) == THEME.hover


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_name_stays_in_the_room_for_its_mark(qapp: QApplication, mark: str, ratio: float) -> None:
    colours = THEME.label(Label("source", "s", "#E69F00", mark), "source")
    width = name_width("source", mark, chrome_font())

    def paint(painter: QPainter) -> None:
        painter.setFont(chrome_font())
        paint_name(painter, QRectF(20, 10, width, 30), "source", colours, THEME)

    image = painted(paint, ratio)
    left, top, right, bottom = (value / ratio for value in extent(image))
    assert left >= 19
    assert right <= 20 + width + 1
    assert top >= 14
    assert bottom <= 36
    assert colours.stroke.name() in found_colours(image) or mark == "dotted"


def test_a_mark_is_not_its_colour_alone(qapp: QApplication) -> None:
    def drawn(mark: str) -> bytes:
        colours = THEME.label(Label("source", "s", "#E69F00", mark), "source")
        return bytes(painted(lambda p: paint_name(p, QRectF(20, 10, 60, 30), "", colours, THEME)).constBits())

    assert len({drawn(mark) for mark in MARKS}) == len(MARKS)
