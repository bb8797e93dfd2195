"""Everything in the window and in every dialog has a name and a role for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QProgressBar, QWidget

from annotator.ui.article_view.margins.margin import Margin
from annotator.ui.start_page.start_drawing import StartDrawing
from tests.support.dialogs import NAMES, opened
from tests.support.program import Program

Start = Callable[..., Program]
DESCRIPTION = QAccessible.Text.Description
ROLELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client)


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


def markup(root: QWidget) -> list[str]:
    """Descriptions with tags: Qt takes a tooltip for one."""
    descriptions = [QAccessible.queryAccessibleInterface(part).text(DESCRIPTION) for part in visible_parts(root)]
    return [description for description in descriptions if "<p" in description]


def unknown(root: QWidget) -> list[str]:
    """Named parts without parts of their own that are neither text nor a button nor anything that readers know."""
    parts = [part for part in visible_parts(root) if part.accessibleName() and not part.findChildren(QWidget)]
    parts = [part for part in parts if not isinstance(part, Margin | StartDrawing)]  # drawings of what the lists tell
    return [f"{type(part).__name__} {part.accessibleName()}" for part in parts if told(part)[1] in ROLELESS]


def silent_rows(root: QWidget) -> list[str]:
    models = [(part, part.model()) for part in visible_parts(root) if isinstance(part, QAbstractItemView)]
    rows = [(part, model.index(row, 0)) for part, model in models if model for row in range(model.rowCount())]
    silent = [(part, row) for part, row in rows if not (row.data(Qt.ItemDataRole.AccessibleTextRole) or row.data())]
    return [f"{part.accessibleName()}, {row.row()}" for part, row in silent]


def test_everything_in_the_window_is_told(program: Program) -> None:
    window = program.window
    assert len(takers(window)) > 10
    assert (faults(window), markup(window), unknown(window), silent_rows(window)) == ([], [], [], [])


def test_everything_on_the_start_page_is_told(start_again: Start) -> None:
    window = start_again().window
    assert (faults(window), markup(window), unknown(window)) == ([], [], [])


@pytest.mark.parametrize("name", NAMES)
def test_everything_in_a_dialog_is_told(program_of_dialogs: Program, name: str) -> None:
    with opened(program_of_dialogs, name) as dialog:
        assert dialog.accessibleName()
        assert takers(dialog)
        assert (faults(dialog), markup(dialog), unknown(dialog), silent_rows(dialog)) == ([], [], [], [])


def test_the_progress_of_the_folder_has_a_value(program: Program) -> None:
    bar = program.part(QProgressBar, "articlesProgress")
    value = QAccessible.queryAccessibleInterface(bar).valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 0, 2)
    program.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    program.wait_for(lambda: value.currentValue() == 1)
    assert told(bar) == ("1 of 2 done, 1 annotation", QAccessible.Role.ProgressBar)


def test_the_progress_of_the_folder_is_seen_in_high_contrast(program: Program) -> None:
    program.part(QAction, "theme_contrast").trigger()
    bar = program.part(QProgressBar, "articlesProgress")
    middle = QPoint(bar.width() // 4, bar.height() - 14)
    theme = program.view.look.theme
    assert bar.grab().toImage().pixelColor(middle) == theme.base
    program.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    program.wait_for(lambda: bar.value() == 1)
    assert bar.grab().toImage().pixelColor(middle) == theme.text
