"""Everything in the window and in every dialog has a name and a role for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QProgressBar, QWidget

from annotator.ui.article_view.margin import Margin
from tests.support.dialogs import NAMES, opened
from tests.support.program import Program
from tests.support.stories import write_folder

Start = Callable[..., Program]
ROLELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@pytest.fixture
def program(start: Start, tmp_path: Path) -> Program:
    program = start(write_folder(tmp_path))
    program.select("Thousands of people")
    program.type("c")
    program.wait_saved()
    return program


def visible_parts(root: QWidget) -> Iterator[QWidget]:
    yield from (part for part in root.findChildren(QWidget) if part.isVisible() and part.window() is root.window())


def takers(root: QWidget) -> list[QWidget]:
    """What can get the keyboard itself: a part with a focus proxy passes it on."""
    parts = [part for part in visible_parts(root) if part.isEnabled() and part.focusProxy() is None]
    return [part for part in parts if part.focusPolicy() != Qt.FocusPolicy.NoFocus]


def told(part: QWidget) -> tuple[str, QAccessible.Role]:
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name), interface.role()


def faults(root: QWidget) -> list[str]:
    """What can get the keyboard and has no name or no role; an area that scrolls is but a frame to a reader."""
    found = [(part, *told(part)) for part in takers(root)]
    return [
        f"{type(part).__name__} {part.objectName()} “{name}” {role}"
        for part, name, role in found
        if not name or (role in ROLELESS and not isinstance(part, QAbstractScrollArea))
    ]


def test_the_windows_parts_have_names_and_roles(program: Program) -> None:
    assert len(takers(program.window)) > 10
    assert faults(program.window) == []


def test_the_start_pages_parts_have_names_and_roles(start: Start) -> None:
    assert faults(start().window) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_dialogs_parts_have_names_and_roles(program: Program, name: str) -> None:
    with opened(program, name) as dialog:
        assert dialog.accessibleName()
        assert takers(dialog)
        assert faults(dialog) == []


@pytest.mark.parametrize("name", ["", *NAMES])
def test_no_description_is_markup(program: Program, name: str) -> None:
    with opened(program, name or "aboutDialog") as dialog:
        for part in visible_parts(dialog if name else program.window):
            assert "<p" not in QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Description), part


@pytest.mark.parametrize("name", ["", *NAMES])
def test_what_is_painted_is_told(program: Program, name: str) -> None:
    """A part without parts of its own that has a name is text, a button or another thing that readers know."""
    with opened(program, name or "aboutDialog") as dialog:
        parts = [part for part in visible_parts(dialog if name else program.window) if not part.findChildren(QWidget)]
        parts = [part for part in parts if not isinstance(part, Margin)]  # a drawing of what the list tells
        odd = [part for part in parts if part.accessibleName() and told(part)[1] in ROLELESS]
        assert [f"{type(part).__name__} {part.accessibleName()}" for part in odd] == []


@pytest.mark.parametrize("name", ["", *NAMES])
def test_every_row_of_every_list_is_told(program: Program, name: str) -> None:
    with opened(program, name or "aboutDialog") as dialog:
        for part in visible_parts(dialog if name else program.window):
            if isinstance(part, QAbstractItemView) and (model := part.model()):
                for row in range(model.rowCount()):
                    index = model.index(row, 0)
                    assert index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(), part.accessibleName()


def test_the_progress_of_the_folder_has_a_value(program: Program) -> None:
    bar = program.part(QProgressBar, "articlesProgress")
    value = QAccessible.queryAccessibleInterface(bar).valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 0, 2)
    program.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    program.wait_for(lambda: value.currentValue() == 1)
    assert told(bar) == ("1 of 2 done, 1 annotation", QAccessible.Role.ProgressBar)
