"""Wrapped text of which parts stand out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.laid_runs import Kind, Run
from annotator.ui.widgets.words.runs_text import RunsText


@pytest.fixture
def runs(qtbot: QtBot, light_look: Look) -> RunsText:
    widget = RunsText(light_look)
    qtbot.addWidget(widget)
    widget.resize(300, 60)
    return widget


def picture(runs: RunsText) -> QImage:
    return runs.grab().toImage()


def test_what_turns_the_direction_is_shown(runs: RunsText) -> None:
    runs.show_runs([Run("pay \u202eeuros", Kind.MARKED)])
    assert [run.text for run in runs.runs] == ["pay \\u202eeuros"]
    assert runs.accessibleName() == "pay \\u202eeuros"


def test_every_kind_looks_different(runs: RunsText) -> None:
    seen = []
    for kind in Kind:
        runs.show_runs([Run("before "), Run("words", kind), Run(" after 😀")])
        seen.append(picture(runs))
    assert all(one != other for number, one in enumerate(seen) for other in seen[:number])


@pytest.mark.parametrize("kind", [Kind.ALTERED, Kind.MISSING])
def test_what_differs_is_underlined_too(runs: RunsText, light_look: Look, kind: Kind) -> None:
    runs.show_runs([Run("words", kind)])
    ink = light_look.theme.warning if kind is Kind.ALTERED else light_look.theme.muted
    bottom, image = runs.fontMetrics().height(), picture(runs)
    below = {image.pixelColor(x, y).name() for x in range(30) for y in range(bottom - 2, bottom + 3)}
    assert ink.name() in below


def test_an_emoji_before_does_not_shift_what_stands_out(runs: RunsText, light_look: Look) -> None:
    runs.show_runs([Run("a", Kind.PLAIN), Run("b", Kind.ALTERED)])
    plain = runs.grab().toImage()
    warned = [x for x in range(plain.width()) if plain.pixelColor(x, 3) == light_look.theme.warning_bg]
    runs.show_runs([Run("😀", Kind.PLAIN), Run("b", Kind.ALTERED)])
    after = runs.grab().toImage()
    shifted = [x for x in range(after.width()) if after.pixelColor(x, 3) == light_look.theme.warning_bg]
    assert len(warned) == len(shifted) > 0


def test_narrow_text_is_higher(runs: RunsText) -> None:
    runs.show_runs([Run("many words in a row that need some room")])
    assert runs.heightForWidth(100) > runs.heightForWidth(600)
