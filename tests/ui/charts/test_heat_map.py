"""Cells of heat maps: five strengths, and numbers that can be read on each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.charts.heat_map import STRENGTHS, ground_of, ink_of, step_of
from annotator.ui.charts.pictures import print_theme
from annotator.ui.theme.colour import contrast, luminance
from annotator.ui.theme.high_contrast import high_contrast_theme, own_palette
from annotator.ui.theme.tokens import Theme, load_theme

READABLE = 4.5


@pytest.fixture(params=["light", "dark", "print", "contrast"])
def theme(request: pytest.FixtureRequest, qtbot: QtBot) -> Theme:
    match request.param:
        case "print":
            return print_theme()
        case "contrast":
            return high_contrast_theme(own_palette(dark=True))
        case name:
            return load_theme(name)


def test_the_number_in_every_cell_can_be_read(theme: Theme) -> None:
    for step in range(len(STRENGTHS)):
        assert contrast(ink_of(step, theme), ground_of(step, theme)) >= READABLE


def test_more_is_always_further_from_the_ground(theme: Theme) -> None:
    away = [abs(luminance(ground_of(step, theme)) - luminance(theme.base)) for step in range(len(STRENGTHS))]
    assert all(one < other for one, other in pairwise(away))


@pytest.mark.parametrize(
    ("number", "step"), [(0, 0), (0.1, 0), (20, 0), (20.1, 1), (60, 2), (80, 3), (80.1, 4), (100, 4)]
)
def test_the_largest_number_has_the_strongest_ground(number: float, step: int) -> None:
    assert step_of(number, 100) == step


def test_where_all_are_nothing_all_are_weakest() -> None:
    assert step_of(0, 0) == 0
