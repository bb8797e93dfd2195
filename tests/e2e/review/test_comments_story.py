"""Comments by keys outside a review: said, answered, settled, found again, and doubts; each in one's own sidecar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.ui.desk.comments_pill import CommentsPill
from annotator.ui.dialogs.comments_dialog.dialog import CommentsDialog
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows
from tests.support.program import ALT, CTRL, SHIFT, Key, Program, sidecar_of
from tests.support.reviewed.marked import read, write_reviewed

Start = Callable[..., Program]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write_reviewed(tmp_path, "ines", "sam")


@pytest.fixture
def program(start_again: Start, article: Path) -> Program:
    return start_again(article, annotator="sam")


def listed(program: Program) -> list[str]:
    """First lines of the threads that the window lists."""
    model = program.part(CommentsDialog).findChild(TwoLineRows, "commentRows").model()  # type: ignore[union-attr]
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def doubts(article: Path) -> list[str]:
    """Ids of the annotations that Sam's sidecar has a doubt on, sorted."""
    return sorted(one["on"] for one in read(article, "sam")["comments"] if one["text"] == "?")


def test_a_comment_on_the_selected_annotation_is_saved(program: Program, article: Path) -> None:
    program.press(Key.Key_Tab, times=2)
    program.press(Key.Key_M, SHIFT)
    program.wait_for(lambda: program.part(CommentsDialog).isActiveWindow())
    program.type("A sum of what?")
    program.press(Key.Key_Return)
    program.wait_for(lambda: len(read(article, "sam")["comments"]) == 3)
    said = next(one for one in read(article, "sam")["comments"] if one["text"] == "A sum of what?")
    assert (said["on"], said["by"], "annotator" in said) == ("m00001", "sam", False)
    program.wait_for(lambda: "A sum of what?" in listed(program))


def told_of(program: Program) -> str:
    """What a screen reader says of the only article in the list."""
    model = program.part(RowsView, "articlesList").model()
    return str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_open_comments_are_counted_in_the_list_the_header_and_the_details(program: Program, article: Path) -> None:
    of_article = program.part(CommentsPill, "openComments")
    program.wait_for(lambda: "2 open comments" in told_of(program))
    assert (of_article.text(), of_article.accessibleName()) == ("2", "2 open comments")
    program.press(Key.Key_Tab)
    of_one = program.part(CommentsPill, "commentsOnSelected")
    assert of_one.isVisible()
    assert of_one.text() == "1 open comment"
    program.press(Key.Key_Tab)
    assert not of_one.isVisible()
    program.press(Key.Key_M, SHIFT)
    program.wait_for(lambda: program.part(CommentsDialog).isActiveWindow())
    program.type("A sum of what?")
    program.press(Key.Key_Return)
    program.wait_for(lambda: (of_article.text(), of_one.text()) == ("3", "1 open comment"))
    program.part(CommentsDialog).close()
    program.part(QAction, "undo").trigger()
    program.wait_for(lambda: of_article.text() == "2" and not of_one.isVisible())
    of_article.click()
    program.wait_for(lambda: program.part(CommentsDialog).isVisible())
    program.part(CommentsDialog).close()


def test_a_doubt_is_not_counted_and_nothing_is_shown_without_comments(start_again: Start, tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    sidecar_of(article, "ines").unlink()
    program = start_again(article, annotator="sam")
    program.wait_for(lambda: "not started" in told_of(program))
    assert "comment" not in told_of(program)
    assert not program.part(CommentsPill, "openComments").isVisible()


def test_what_somebody_else_says_meanwhile_is_counted_when_the_article_is_opened_again(
    start_again: Start, tmp_path: Path
) -> None:
    article = write_reviewed(tmp_path, "sam")
    (tmp_path / "other.txt").write_text("Other words.")
    program = start_again(article, annotator="sam")
    program.wait_for(lambda: program.part(CommentsPill, "openComments").text() == "1")
    write_reviewed(tmp_path, "ines")
    program.press(Key.Key_Down, ALT)
    program.wait_opened("other.txt")
    program.press(Key.Key_Up, ALT)
    program.wait_for(lambda: program.part(CommentsPill, "openComments").text() == "2")


def test_somebody_elses_comment_is_answered_in_ones_own_file_and_leads_to_its_words(
    start_again: Start, tmp_path: Path
) -> None:
    article = write_reviewed(tmp_path, "ines")
    before = sidecar_of(article, "ines").read_bytes()
    program = start_again(article, annotator="sam")
    program.press(Key.Key_M, CTRL | SHIFT)
    program.wait_for(lambda: program.part(CommentsDialog).isActiveWindow() and listed(program) == ["With the ramp?"])
    program.press(Key.Key_Tab, SHIFT)
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    assert program.session.words  # the window is still there
    assert program.document.article.text[program.session.caret.start :].startswith("The footbridge cost")
    program.part(CommentsDialog).activateWindow()
    program.wait_for(lambda: program.part(CommentsDialog).isActiveWindow())
    program.part(QPushButton, "settleComment").click()
    program.wait_for(lambda: "comments" in read(article, "sam"))
    (mark,) = read(article, "sam")["comments"]
    assert (mark["reply_to"], mark["settled"]) == ("ki0001", True)
    assert listed(program) == []
    assert sidecar_of(article, "ines").read_bytes() == before


def test_arrows_go_from_filter_to_filter(program: Program) -> None:
    program.press(Key.Key_M, CTRL | SHIFT)
    program.wait_for(lambda: program.part(CommentsDialog).isActiveWindow())
    program.wait_for(lambda: len(listed(program)) == 2)
    before = listed(program)
    program.press(Key.Key_Tab, SHIFT, times=2)
    assert isinstance(QApplication.focusWidget(), Pill)
    program.press(Key.Key_Right, times=2)
    assert listed(program) == []
    program.press(Key.Key_Left, times=2)
    assert listed(program) == before
    focused = QApplication.focusWidget()
    assert isinstance(focused, Pill)
    assert focused.text() == "All comments 2"


def test_a_doubt_comes_and_goes_by_one_key(program: Program, article: Path) -> None:
    program.press(Key.Key_Tab)
    program.type("?")
    program.wait_for(lambda: doubts(article) == ["m00000", "m00003"])
    assert program.said.startswith("Marked “The footbridge cost")
    program.type("?")
    program.wait_for(lambda: doubts(article) == ["m00003"])


@pytest.mark.parametrize(("begun", "presses"), [("", 1), ("A sum", 2)])
def test_one_escape_closes_the_window_but_for_a_comment_that_is_begun(
    program: Program, begun: str, presses: int
) -> None:
    program.press(Key.Key_M, CTRL | SHIFT)
    program.wait_for(lambda: program.part(CommentsDialog).isActiveWindow())
    dialog = program.part(CommentsDialog)
    program.type(begun)
    program.press(Key.Key_Escape, times=presses - 1)
    assert dialog.isVisible()
    program.press(Key.Key_Escape)
    assert not dialog.isVisible()
