"""Nothing moves by itself: no animation in the code, none of Qt's in the window."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QStyle

from tests.support.paths import ROOT
from tests.support.program import Program
from tests.support.stories import write_folder

Start = Callable[..., Program]
MOVING = re.compile(r"Q\w*Animation\b|QTimeLine|QScroller|QGraphicsEffect|QGraphicsOpacityEffect|QMovie")
EFFECTS = ("UI_AnimateMenu", "UI_FadeMenu", "UI_AnimateCombo", "UI_AnimateTooltip", "UI_FadeTooltip")


def test_no_module_animates() -> None:
    found = [path for path in (ROOT / "annotator" / "ui").rglob("*.py") if MOVING.search(path.read_text("utf-8"))]
    assert found == []


def test_qt_animates_nothing_in_the_window(start: Start, tmp_path: Path) -> None:
    program = start(write_folder(tmp_path))
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    assert program.window.style().styleHint(hint, None, program.window) == 0
    for id in ("show_articles", "show_details", "show_articles", "show_details"):
        program.part(QAction, id).trigger()
    assert program.window.findChildren(QDockWidget)
    running = QAbstractAnimation.State.Running
    assert [a for a in QApplication.instance().findChildren(QAbstractAnimation) if a.state() == running] == []


@pytest.mark.parametrize("effect", EFFECTS)
def test_menus_and_tooltips_come_up_at_once(start: Start, effect: str) -> None:
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, True)  # as Windows has them
    QApplication.setEffectEnabled(getattr(Qt.UIEffect, effect), True)
    start()
    assert not QApplication.isEffectEnabled(getattr(Qt.UIEffect, effect))
