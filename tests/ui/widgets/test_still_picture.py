"""Buttons and the bar of keys that are painted from pictures: they look as if they were painted anew, always."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.ui.article_page.mode_bar import ModeBar
from annotator.ui.card.check_chips import CheckChip, CheckChoice
from annotator.ui.card.choice_pill import ChoicePill
from annotator.ui.editors.choice_chip import ChoiceChip
from annotator.ui.evidence.drop_box import DropBox
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.buttons.still_button import StillButton

WORDS = st.sampled_from(["Verdict", "a long name without room", "موقف", ""])
KEYS = st.sampled_from(["", "Ctrl"])
STATES = st.fixed_dictionaries(
    {
        "words": WORDS,
        "key": KEYS,
        "on": st.booleans(),
        "enabled": st.booleans(),
        "leftwards": st.booleans(),
        "width": st.sampled_from([60, 160]),
        "pixels": st.sampled_from([11, 16]),
        "theme": st.sampled_from(["light", "dark"]),
    }
)
State = Mapping[str, Any]


def dashed(button: DashedChip, state: State) -> None:
    button.setText(state["words"])
    button.key = state["key"]


def check(button: CheckChip, state: State) -> None:
    button.show_choice(CheckChoice("refuted" if state["on"] else "asked", state["words"]), state["key"])
    button.mark_chosen(on=state["on"])


def choice(button: ChoiceChip, state: State) -> None:
    button.show_choice("one", state["words"], state["key"])
    button.mark_chosen(on=state["on"])


def pill(button: ChoicePill, state: State) -> None:
    rule = AttributeRule("kind", "choice", ("one", "two"))
    button.show_field(AttributeField(rule, words=state["words"], by_rule=state["on"]))


def box(button: DropBox, state: State) -> None:
    button.setEnabled(state["enabled"])


BUTTONS = [(DashedChip, dashed), (CheckChip, check), (ChoiceChip, choice), (ChoicePill, pill), (DropBox, box)]


def bring(part: QWidget, look: Look, state: State) -> None:
    """Give the part its size, its type and its theme, as any of them may change at any time."""
    font = QFont(part.font())
    font.setPixelSize(state["pixels"])
    part.setFont(font)
    part.setEnabled(state["enabled"])
    part.setLayoutDirection(Qt.LayoutDirection.RightToLeft if state["leftwards"] else Qt.LayoutDirection.LeftToRight)
    part.resize(state["width"], 30)
    look.set_choice(state["theme"])


def plainly(button: StillButton) -> QImage:
    """Return the button painted on the colour that it stands on, without its picture."""
    image = QImage(button.size(), QImage.Format.Format_RGB32)
    image.fill(button.window().palette().color(QPalette.ColorRole.AlternateBase))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(button.layoutDirection())
        button.paint(painter)
    return image


def standing(part: QWidget, ground: QWidget) -> QImage:
    """Return what is seen of the part on the ground."""
    return ground.grab(part.geometry()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def new_ground() -> QWidget:
    ground = QWidget()
    ground.setAutoFillBackground(True)
    ground.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    return ground


@pytest.fixture
def ground(qapp: QApplication) -> QWidget:
    return new_ground()


@pytest.mark.parametrize(("kind", "show"), BUTTONS)
@given(states=st.lists(STATES, min_size=1, max_size=4))
def test_a_button_looks_as_painted_plainly(
    qapp: QApplication, kind: type[StillButton], show: Callable[[Any, State], None], states: list[State]
) -> None:
    look, around = Look(choice="light"), new_ground()
    button = kind(look, around)
    for state in states:
        show(button, state)
        bring(button, look, state)
        assert standing(button, around) == plainly(button)
        assert standing(button, around) == plainly(button), "the picture that is kept"


@given(states=st.lists(STATES, min_size=1, max_size=4))
def test_the_bar_of_keys_looks_as_a_new_one_would(qapp: QApplication, states: list[State]) -> None:
    look = Look(choice="light")
    bar = ModeBar(look)
    for state in states:
        new = ModeBar(look)
        for one in (bar, new):
            one.show_keys((("Tab", state["words"]), (state["key"] or "Esc", "leave")), awaited=state["on"])
            bring(one, look, state)
        assert bar.grab().toImage() == new.grab().toImage()


def test_it_follows_the_systems_font(qapp: QApplication, ground: QWidget) -> None:
    chip = DashedChip(Look(choice="light"), ground)
    chip.setText("Verdict")
    chip.key = "V"
    chip.resize(120, 24)
    before, first = QFont(QApplication.font()), standing(chip, ground)
    larger = QFont(before)
    larger.setPixelSize(2 * QFontInfo(before).pixelSize())
    try:
        QApplication.setFont(larger)
        assert standing(chip, ground) == plainly(chip) != first
    finally:
        QApplication.setFont(before)


def test_it_follows_the_colour_that_it_stands_on(ground: QWidget) -> None:
    """In a visible window it may be painted in a new theme before the ground has the colours of that one."""
    chip = DashedChip(Look(choice="light"), ground)
    chip.setText("Verdict")
    chip.resize(120, 24)
    first = standing(chip, ground)
    colours = QPalette(ground.palette())
    colours.setColor(QPalette.ColorRole.AlternateBase, Qt.GlobalColor.black)
    ground.setPalette(colours)
    assert standing(chip, ground) == plainly(chip) != first


def test_pointer_and_keyboard_are_shown_at_once(qtbot: QtBot, ground: QWidget) -> None:
    chip = DashedChip(Look(choice="light"), ground)
    chip.setText("Verdict")
    chip.resize(120, 24)
    chip.move(40, 40)
    ground.resize(300, 200)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    chip.clearFocus()
    at_rest = standing(chip, ground)
    chip.setFocus()
    assert standing(chip, ground) != at_rest
    chip.clearFocus()
    assert standing(chip, ground) == at_rest
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert standing(chip, ground) != at_rest
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    ground.close()
