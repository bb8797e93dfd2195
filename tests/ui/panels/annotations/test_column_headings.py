"""Headings of the columns stand above the text of their cells, and verdicts have a glyph."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu, QTableView

from annotator.session.editing.values.values import Values
from annotator.storage.program.resources import samples
from tests.support.program import Program, sidecar_of
from tests.ui.pixels import colours

Start = Callable[..., Program]
SAMPLE = "aleppo-evacuation.txt"
BADGE_ENDS, BEARING = 40, 3
"""Where words begin at the earliest, and how far the ink of a letter may stand from its beginning, in pixels."""


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    for file in (samples() / SAMPLE, sidecar_of(samples() / SAMPLE)):
        shutil.copy(file, tmp_path)
    program = start_again(tmp_path)
    program.wait_opened(SAMPLE)
    program.part(QMenu, "columnsMenu").actions()[1].trigger()
    return program


def first_ink(image: QImage, left: int, right: int) -> int:
    """The first column between ``left`` and ``right`` that has a pixel much unlike the one at the upper left there."""
    ground = image.pixelColor(left, image.height() // 2).lightness()
    return next(
        x
        for x in range(left, right)
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 90 for y in range(4, image.height() - 4))
    )


def cell(view: QTableView, row: int, column: int) -> QImage:
    return view.viewport().grab(view.visualRect(view.model().index(row, column))).toImage()


def test_a_heading_begins_where_the_words_below_begin(program: Program) -> None:
    view = program.part(QTableView, "annotationsList")
    heading = view.horizontalHeader().grab().toImage()
    width = view.horizontalHeader().sectionSize(0)
    words = first_ink(cell(view, 0, 0), BADGE_ENDS, width)
    assert abs(first_ink(heading, 4, width) - words) <= BEARING


@pytest.mark.parametrize("verdict", ["supported", "refuted", "not-enough-evidence", "conflicting"])
def test_a_verdict_has_a_glyph_before_its_word(program: Program, verdict: str) -> None:
    view = program.part(QTableView, "annotationsList")
    claim = next(item for item in program.document.in_text_order() if item.label == "claim")
    row = [item.id for item in program.document.in_text_order()].index(claim.id)
    Values(program.session).set([claim.id], "verdict", None)
    assert not _chromatic(colours(cell(view, row, 1)))
    Values(program.session).set([claim.id], "verdict", verdict)
    assert _chromatic(colours(cell(view, row, 1)))


def _chromatic(names: set[str]) -> set[str]:
    """The colours that are no greys, of which the selected row's ground and its blends are none."""
    return {name for name in names if (it := QColor(name)).hslSaturation() > 110 and it.lightness() < 160}
