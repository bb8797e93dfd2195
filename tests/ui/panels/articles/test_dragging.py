"""Articles dragged out of the list: their files, to be copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest

from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.program import CTRL, Program, send_mouse

Start = Callable[..., Program]
LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@dataclass
class Drags:
    """What was dragged, and what the other program may do with it."""

    files: list[str] = field(default_factory=list)
    actions: list[Qt.DropAction] = field(default_factory=list)


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> Drags:
    """A drag that another program takes at once; a real one would wait for the mouse."""
    made = Drags()

    def taken(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        made.files += [url.toLocalFile() for url in drag.mimeData().urls()]
        made.actions.append(actions)
        assert not drag.pixmap().isNull()
        return Qt.DropAction.MoveAction  # whatever the other program says

    monkeypatch.setattr(QDrag, "exec", taken)
    return made


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Story {name}.\n", "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("a.txt")
    return program


def place_of(program: Program, row: int) -> tuple[RowsView, QPoint]:
    rows = program.part(RowsView, "articlesList")
    return rows, rows.visualRect(rows.model().index(row, 0)).center()


def drag(program: Program, row: int) -> None:
    rows, at = place_of(program, row)
    viewport, far = rows.viewport(), at + QPoint(40, 30)
    send_mouse(viewport, QEvent.Type.MouseButtonPress, at, LEFT, LEFT)
    send_mouse(viewport, QEvent.Type.MouseMove, far, NOTHING, LEFT)
    send_mouse(viewport, QEvent.Type.MouseMove, far + QPoint(5, 5), NOTHING, LEFT)
    send_mouse(viewport, QEvent.Type.MouseButtonRelease, far, LEFT, NOTHING)


def test_an_article_gives_its_file_to_be_copied(program: Program, drags: Drags, tmp_path: Path) -> None:
    drag(program, 1)
    assert drags.files == [str(tmp_path / "b.txt")]
    assert drags.actions == [Qt.DropAction.CopyAction]
    assert program.opened == "a.txt"
    assert sorted(path.name for path in tmp_path.glob("?.txt")) == ["a.txt", "b.txt", "c.txt"]
    assert program.part(RowsView, "articlesList").model().rowCount() == 3


def test_all_that_are_selected_go_together(program: Program, drags: Drags, tmp_path: Path) -> None:
    rows, at = place_of(program, 2)
    QTest.mouseClick(rows.viewport(), LEFT, CTRL, at)
    drag(program, 2)
    assert drags.files == [str(tmp_path / name) for name in ("a.txt", "c.txt")]


def test_a_click_still_opens(program: Program, drags: Drags) -> None:
    rows, at = place_of(program, 2)
    QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    program.wait_opened("c.txt")
    assert not drags.files
