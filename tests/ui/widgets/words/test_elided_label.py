"""Labels that have shorter forms: whole words only, and the whole in the tooltip."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.quiet_button import QuietButton
from annotator.ui.widgets.words.elided_label import ElidedLabel

WHOLE, SHORT = "109, davon 8 × Seitenteil", "109"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_forms(WHOLE, SHORT)
    label.show()
    return label


def test_the_whole_is_shown_where_there_is_room(label: ElidedLabel) -> None:
    label.resize(label.sizeHint())
    assert (label.shown_text, label.toolTip()) == (WHOLE, "")


def test_whole_parts_are_left_out_at_any_width(label: ElidedLabel) -> None:
    seen = set()
    for width in range(label.sizeHint().width() - 3, 0, -1):
        label.resize(width, 20)
        seen.add(label.shown_text)
        assert WHOLE in label.toolTip()
        assert label.accessibleName() == WHOLE
    assert seen == {SHORT, ""}


def a_label() -> ElidedLabel:
    return ElidedLabel(WHOLE)


def a_button() -> QuietButton:
    button = QuietButton(Look(choice="light"), QMenu())
    button.setText(WHOLE)
    return button


@pytest.mark.parametrize("make", [a_label, a_button])
def test_another_font_takes_as_much_room_as_in_a_new_widget(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    larger = QFont()
    larger.setPixelSize(30)
    changed, new = make(), make()
    for widget in (changed, new):
        qtbot.addWidget(widget)
    before = changed.sizeHint()
    for widget in (changed, new):
        widget.setFont(larger)
    assert changed.sizeHint().width() == new.sizeHint().width() > before.width()
