"""Marks leave the letters a pixel of air where the same colour or a line beside them would make them hard to read."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support.paths import ROOT

SCALES = ("1", "1.25", "1.5", "2")


def touched(theme: str, kind: str, scale: str) -> dict[str, int]:
    """The number of letters' pixels that marks touch, for each size of the type at which there are any."""
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.article_view.touching_marks", theme, kind]
    run = subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=120, capture_output=True, text=True)
    counts: dict[str, int] = json.loads(run.stdout)
    assert len(counts) > 3
    return {size: count for size, count in counts.items() if count}


@pytest.mark.parametrize("scale", SCALES)
def test_claims_in_high_contrast_touch_no_letter_of_any_direction_nor_what_follows(scale: str) -> None:
    assert touched("contrast", "claim", scale) == {}


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("scale", SCALES)
def test_the_box_of_a_figure_touches_neither_capitals_nor_descenders(scale: str, theme: str) -> None:
    assert touched(theme, "figure", scale) == {}
