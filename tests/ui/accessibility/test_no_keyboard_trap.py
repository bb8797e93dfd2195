"""No part of the window or of a dialog keeps the keyboard: Tab, F6 and Esc lead everywhere and away again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget
from shiboken6 import isValid

from tests.support.dialogs import NAMES, opened
from tests.support.program import NONE, SHIFT, Key, Program

STEPS = ((Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT))
MOST = 60
"""Steps after which a walk has gone round every window."""
MOST_LEVELS = 2
"""Times that Esc is pressed: a filter that is not empty is emptied first."""


def takers(root: QWidget) -> set[QWidget]:
    """What Tab should reach: of buttons of which one is chosen, Tab reaches one, and the arrows the others."""
    parts = [part for part in root.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
    parts = [part for part in parts if part.window() is root.window() and part.focusProxy() is None]
    return {part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_one_of_several(part)}


def is_one_of_several(part: QWidget) -> bool:
    if not isinstance(part, QAbstractButton):
        return False
    group = part.group()
    return isinstance(part, QRadioButton) or (group is not None and group.exclusive())


def walk(program: Program, key: Key, modifiers: Qt.KeyboardModifier) -> Iterator[QWidget]:
    """Yield where the keyboard is after each step, until it comes back to where it was."""
    start = QApplication.focusWidget()
    for _ in range(MOST):
        program.press(key, modifiers)
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        yield focused
        if focused is start:
            return


@pytest.mark.parametrize("name", NAMES)
def test_tab_goes_round_every_dialog_and_escape_leaves_it(program_of_dialogs: Program, name: str) -> None:
    program = program_of_dialogs
    with opened(program, name) as dialog:
        for key, modifiers in STEPS if name != "commandPalette" else ():  # it has nothing but a field
            start, reached = QApplication.focusWidget(), list(walk(program, key, modifiers))
            assert {f"{type(part).__name__} {part.accessibleName()}" for part in takers(dialog) - {*reached}} == set()
            assert all(dialog is part or dialog.isAncestorOf(part) for part in reached)
            assert reached[-1] is start
        program.press(Key.Key_Escape)
        program.wait_for(lambda: not isValid(dialog) or not dialog.isVisible())


@pytest.mark.parametrize("name", NAMES)
def test_escape_leaves_every_dialog_from_its_last_part(program_of_dialogs: Program, name: str) -> None:
    program = program_of_dialogs
    with opened(program, name) as dialog:
        program.press(Key.Key_Backtab, SHIFT)
        program.press(Key.Key_Escape)
        program.wait_for(lambda: not isValid(dialog) or not dialog.isVisible())


def test_every_part_of_the_window_is_reached_by_f6_and_tab(program: Program) -> None:
    reached = set(panes(program))
    for pane in reached - {program.view}:  # there Tab goes from annotation to annotation
        for key, modifiers in STEPS:
            pane.setFocus()
            reached |= set(walk(program, key, modifiers))
    missing = takers(program.window) - reached
    assert {f"{type(part).__name__} {part.accessibleName()}" for part in missing} == set()


def panes(program: Program) -> list[QWidget]:
    """The parts that F6 goes to, beginning and ending at the text."""
    found: list[QWidget] = []
    for focused in walk(program, Key.Key_F6, NONE):
        found.append(focused)
        if focused is program.view:
            return found
    raise AssertionError("F6 does not come back to the text")


def test_f6_leaves_every_part_of_the_window(program: Program) -> None:
    assert len(panes(program)) >= 5
    for part in takers(program.window):
        for key, modifiers in ((Key.Key_F6, NONE), (Key.Key_F6, SHIFT)):
            part.setFocus(Qt.FocusReason.TabFocusReason)
            assert part.hasFocus()
            program.press(key, modifiers)
            assert QApplication.focusWidget() is not part, part.accessibleName()


def test_letters_on_a_button_or_in_the_list_of_articles_change_nothing(program: Program) -> None:
    """In the list of annotations a label's key relabels what is selected there, which tests of that list hold."""
    before = program.document
    for part in takers(program.window) - {program.view}:
        if part.accessibleName() == "Annotations":
            continue
        if part.inherits("QLineEdit") or part.inherits("QTextEdit") or part.inherits("QPlainTextEdit"):
            continue  # there they are text
        part.setFocus(Qt.FocusReason.TabFocusReason)
        program.type("csfuqz19,.[]nax")
        assert program.document == before, part.accessibleName()


def test_escape_leads_to_the_text_from_every_part_of_the_window(program: Program) -> None:
    stuck = set()
    for part in takers(program.window) - {program.view}:
        part.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(MOST_LEVELS):
            program.press(Key.Key_Escape)
        if not program.view.hasFocus():
            stuck.add(f"{type(part).__name__} {part.accessibleName()}")
    assert stuck == set()
