"""Colours as numbers, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from annotator.ui.theme.colour import contrast, from_linear, from_oklch, linear, over, readable, to_oklch

COLOURS = st.builds(QColor, *[st.integers(0, 255)] * 3)
GROUNDS = st.sampled_from([QColor("#FDFCFA"), QColor("#1F2024"), QColor("#D8ECF6"), QColor("#293B47")])


def near(one: QColor, other: QColor) -> bool:
    return one.getRgb() == pytest.approx(other.getRgb(), abs=1)


@given(COLOURS)
def test_a_colour_survives_linear_light(colour: QColor) -> None:
    assert near(from_linear(linear(colour)), colour)


@given(COLOURS)
def test_a_colour_survives_oklch(colour: QColor) -> None:
    assert near(from_oklch(to_oklch(colour)), colour)


def test_oklch_of_known_colours() -> None:
    white, red = to_oklch(QColor("white")), to_oklch(QColor("#FF0000"))
    assert (white.lightness, white.chroma) == pytest.approx((1.0, 0.0), abs=0.001)
    assert (red.lightness, red.chroma, red.hue) == pytest.approx((0.628, 0.2577, 0.510), abs=0.001)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_does_not_ask_which_is_the_ground(one: QColor, other: QColor) -> None:
    assert contrast(one, other) == contrast(other, one) >= 1


@given(COLOURS, COLOURS)
def test_nothing_over_a_ground_is_the_ground(colour: QColor, ground: QColor) -> None:
    assert over(colour, 0, ground) == ground
    assert over(colour, 1, ground) == colour


@given(COLOURS, GROUNDS, st.sampled_from([3.0, 4.5]))
def test_any_colour_can_be_made_readable(colour: QColor, ground: QColor, ratio: float) -> None:
    assert contrast(readable(colour, ratio, (ground,)), ground) >= ratio


def test_a_readable_colour_is_left_alone() -> None:
    assert readable(QColor("#0A7FCC"), 3.0, (QColor("#FDFCFA"),)) == QColor("#0A7FCC")


def test_a_colour_made_readable_keeps_its_hue() -> None:
    yellow = QColor("#F0E442")
    assert to_oklch(readable(yellow, 3.0, (QColor("#FDFCFA"),))).hue == pytest.approx(to_oklch(yellow).hue, abs=0.03)
