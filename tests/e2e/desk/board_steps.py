"""What the board shows, and steps in it that stories share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QWidget

from tests.support.program import CTRL, Key, Program


def rows_of(program: Program) -> QTableView:
    """The rows of the board."""
    return program.part(QTableView, "boardRows")


def open_board(program: Program, lines_: int) -> None:
    """Open the board by its key and wait for so many lines."""
    program.press(Key.Key_B, CTRL)
    program.wait_for(lambda: len(lines(program)) == lines_)


def lines(program: Program) -> list[str]:
    """First cell of each line of the board."""
    model = rows_of(program).model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def cells(program: Program, title: str) -> list[str]:
    """Cells of the column with that title, without those of headings."""
    model, at = rows_of(program).model(), column_of(program, title)
    shown = (line for line in range(model.rowCount()) if not is_heading(program, line))
    return [str(model.index(line, at).data()) for line in shown]


def titles(program: Program) -> list[str]:
    """Titles of the columns."""
    model = rows_of(program).model()
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def column_of(program: Program, title: str) -> int:
    """Number of the column with that title."""
    return titles(program).index(title)


def is_heading(program: Program, line: int) -> bool:
    """Whether the line is the heading of a group, which has the same words in each column."""
    model = rows_of(program).model()
    return len({model.index(line, at).data() for at in range(model.columnCount())}) == 1


def is_board_shown(program: Program) -> bool:
    """Whether the board stands in place of the article."""
    return program.part(QWidget, "boardPage").isVisible()


def choose(program: Program, button: str, words: str) -> None:
    """Open the menu of a button by Space, and choose an item."""
    program.part(QWidget, button).setFocus()
    program.press(Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(one for one in menu.actions() if one.text().replace("&", "") == words))
    program.press(Key.Key_Return)
