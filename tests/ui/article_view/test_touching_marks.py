"""Marks leave the letters a pixel of air where the same colour or a line beside them would make them hard to read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache

import pytest
from PySide6.QtCore import QRect

from tests.support.paths import ROOT
from tests.support.reading import Reader

SCALES = ("1", "1.25", "1.5", "2")


ASKED = ("contrast-claim", "light-figure", "contrast-figure")


@cache
def counted(scale: str) -> dict[str, dict[str, int]]:
    """All counts at that scale, which a process can have only one of."""
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.article_view.touching_marks", *ASKED]
    run = subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=120, capture_output=True, text=True)
    found: dict[str, dict[str, int]] = json.loads(run.stdout)
    return found


def touched(theme: str, kind: str, scale: str) -> dict[str, int]:
    """The number of letters' pixels that marks touch, for each size of the type at which there are any."""
    counts = counted(scale)[f"{theme}-{kind}"]
    assert len(counts) > 3
    return {size: count for size, count in counts.items() if count}


@pytest.mark.parametrize("scale", SCALES)
def test_claims_in_high_contrast_touch_no_letter_of_any_direction_nor_what_follows(scale: str) -> None:
    assert touched("contrast", "claim", scale) == {}


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("scale", SCALES)
def test_the_box_of_a_figure_touches_neither_capitals_nor_descenders(scale: str, theme: str) -> None:
    assert touched(theme, "figure", scale) == {}


def test_the_frame_of_the_selected_one_covers_no_letter_in_high_contrast(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(theme="contrast")
    reader.view.setCursorWidth(0)
    reader.open("He said that buses had left, they say.", [("source", "buses had left")])
    before = reader.picture()
    reader.session.select("a0")
    after, baseline = reader.picture(), reader.baseline(0)
    assert before != after
    letters = QRect(0, round(baseline - 12), before.width(), 15)
    assert before.copy(letters) == after.copy(letters)
