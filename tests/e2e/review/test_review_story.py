"""A review by keys: decided, corrected, added and commented on, all of it in the reviewer's own sidecar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QProgressBar, QPushButton, QWidget

from annotator.ui.article_page.mode_bar import ModeBar
from annotator.ui.article_view.review.reviewed_view import ReviewedView
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.under_panel import UnderPanel
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.program import ALT, CTRL, SHIFT, Key, Program, sidecar_of
from tests.support.review.annotators import copy_annotators
from tests.support.reviewed.marked import decided, read, write_reviewed

Start = Callable[..., Program]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write_reviewed(tmp_path, "ines")


@pytest.fixture
def program(start_again: Start, article: Path) -> Program:
    """Sam reviews what Ines has marked."""
    program = start_again(article, annotator="sam")
    begin(program)
    return program


def begin(program: Program) -> None:
    program.press(Key.Key_F9)
    program.wait_for(lambda: is_reviewing(program) and len(rows(program)) > 0)


def is_reviewing(program: Program) -> bool:
    page = program.window.findChild(QWidget, "reviewPage")
    return isinstance(page, QWidget) and page.isVisible()


def rows(program: Program) -> list[str]:
    """The rows of the queue as a screen reader says them."""
    view = program.window.findChild(RowsView, "reviewRows")
    model = view.model() if isinstance(view, RowsView) else None
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if model else []


def words(program: Program) -> str:
    """The words that are under review."""
    return program.part(QLabel, "reviewedWords").text()


def test_accepting_and_rejecting_goes_on_at_once_and_leaves_the_annotators_file_alone(
    program: Program, article: Path
) -> None:
    before = sidecar_of(article, "ines").read_bytes()
    assert words(program) == "The footbridge cost 12 million"
    program.type("a")
    assert words(program) == "12 million"
    program.type("x")
    assert words(program) == "the mayor, Ada Lund"
    assert [row.split(", ")[-1] for row in rows(program)][:2] == ["accepted", "rejected"]
    program.wait_for(lambda: decided(article, "sam") == [("m00000", "ines", ""), ("m00001", "none", "")])
    assert sidecar_of(article, "ines").read_bytes() == before


def test_the_bar_shows_how_much_is_decided(program: Program) -> None:
    bar = program.part(QueuePanel).findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    program.type("ax")
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (2, 4, "2 of 4 decided")
    program.press(Key.Key_Z, CTRL)
    assert bar.value() == 1


def test_undo_brings_a_decision_back(program: Program, article: Path) -> None:
    program.type("a")
    program.press(Key.Key_Z, CTRL)
    assert words(program) == "The footbridge cost 12 million"
    assert rows(program)[0].endswith("not yet decided")
    program.wait_for(lambda: decided(article, "sam") == [])


def test_a_reason_is_given_after_the_rejection(program: Program, article: Path) -> None:
    program.type("xr")
    program.type("8")
    program.wait_for(lambda: decided(article, "sam") == [("m00000", "none", "slip")])
    assert words(program) == "12 million"
    program.type("r")
    program.type("not a sum")
    program.press(Key.Key_Return)
    program.wait_for(lambda: ("m00000", "none", "not a sum") in decided(article, "sam"))


def test_every_decision_can_have_a_reason(program: Program, article: Path) -> None:
    program.type("ar")
    assert program.part(QLabel, "reasonAbout").text() == "Why “The footbridge cost 12 million” was decided so"
    program.type("7")
    program.wait_for(lambda: decided(article, "sam") == [("m00000", "ines", "guideline")])
    assert words(program) == "12 million"
    program.press(Key.Key_Return)
    program.type("c")
    program.press(Key.Key_F9)
    program.type("r2")
    program.wait_for(lambda: ("m00001", "own", "label") in decided(article, "sam"))
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: ("m00001", "own", "") in decided(article, "sam"))


def test_a_reason_before_any_decision_rejects(program: Program, article: Path) -> None:
    program.type("r8")
    program.wait_for(lambda: decided(article, "sam") == [("m00000", "none", "slip")])


def test_space_skips_and_tab_walks(program: Program) -> None:
    program.press(Key.Key_Space)
    assert words(program) == "12 million"
    program.press(Key.Key_Tab)
    assert words(program) == "the mayor, Ada Lund"


def test_a_correction_is_made_in_ones_own_copy(program: Program, article: Path) -> None:
    before = sidecar_of(article, "ines").read_bytes()
    program.press(Key.Key_Tab)
    program.press(Key.Key_Return)
    assert not is_reviewing(program)
    program.type("c")
    program.press(Key.Key_F9)
    assert is_reviewing(program)
    assert rows(program)[1].endswith("corrected")
    program.wait_for(lambda: decided(article, "sam") == [("m00001", "own", "")])
    marks = [(one["label"], one["text"]) for one in read(article, "sam")["annotations"]]
    assert marks == [("claim", "12 million")]
    assert sidecar_of(article, "ines").read_bytes() == before


def test_a_correction_that_changes_nothing_is_none(program: Program) -> None:
    program.press(Key.Key_Return)
    program.press(Key.Key_Escape)
    program.wait_for(lambda: is_reviewing(program))
    assert rows(program)[0].endswith("not yet decided")


def test_a_missing_one_is_added_by_shift_and_the_labels_letter(program: Program, article: Path) -> None:
    view = program.part(ReviewedView)
    cursor = view.textCursor()
    cursor.setPosition(0)
    view.setTextCursor(cursor)
    for _letter in range(3):
        program.press(Key.Key_Right, SHIFT)
    program.press(Key.Key_F, SHIFT)
    assert any(row == "figure, The, added by you" for row in rows(program))
    program.wait_for(lambda: ("", "own", "missed") in decided(article, "sam"))


def test_a_comment_answers_the_annotators_and_is_settled(program: Program, article: Path) -> None:
    program.type("c")
    program.type("Yes, without it.")
    program.press(Key.Key_Return)
    program.wait_for(lambda: "comments" in read(article, "sam"))
    (said,) = read(article, "sam")["comments"]
    assert (said["reply_to"], said["annotator"], said["by"]) == ("ki0001", "ines", "sam")
    program.type("s")
    program.wait_for(lambda: len(read(article, "sam")["comments"]) == 2)


def test_the_annotators_doubt_is_shown(program: Program) -> None:
    assert rows(program)[3].endswith("not sure, not yet decided")


def test_leaving_shows_the_article_again(program: Program) -> None:
    program.press(Key.Key_Escape)
    assert not is_reviewing(program)
    assert program.view.isVisible()


def test_what_the_annotator_changes_meanwhile_is_to_be_decided_again(program: Program, article: Path) -> None:
    program.type("a")
    sidecar = sidecar_of(article, "ines")
    sidecar.write_text(sidecar.read_text("utf-8").replace("kind: quantity", "kind: event"), "utf-8")
    program.wait_for(lambda: rows(program)[0].endswith("changed since"))


def test_a_reviewer_without_a_name_is_asked_for_one(start_again: Start, article: Path) -> None:
    program = start_again(article)
    program.press(Key.Key_F9)
    program.wait_for(lambda: is_reviewing(program))
    field = program.part(QLineEdit, "reviewerName")
    assert field.text() == "ines-review"
    program.press(Key.Key_A, CTRL)
    program.type("ines")
    program.press(Key.Key_Return)
    assert field.isVisible()
    program.press(Key.Key_A, CTRL)
    program.type("lee")
    program.press(Key.Key_Return)
    program.wait_for(lambda: not field.isVisible() and len(rows(program)) > 0)
    program.type("a")
    program.wait_for(lambda: decided(article, "lee") == [("m00000", "ines", "")])
    program.press(Key.Key_F9)
    program.wait_for(lambda: program.document.annotator == "")


def test_a_review_without_a_name_is_left_by_its_button(start_again: Start, article: Path) -> None:
    program = start_again(article)
    program.press(Key.Key_F9)
    program.wait_for(lambda: is_reviewing(program))
    program.part(QPushButton, "cancelName").click()
    assert not is_reviewing(program)
    assert program.view.hasFocus()


def test_finishing_sets_ones_own_status(program: Program, article: Path) -> None:
    program.type("aaaa")
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: read(article, "sam").get("status") == "reviewed")
    assert read(article, "ines")["status"] == "done"


def test_nobody_to_review_is_said(start_again: Start, tmp_path: Path) -> None:
    path = write_reviewed(tmp_path, "ines")
    sidecar_of(path, "ines").unlink()
    program = start_again(path, annotator="sam")
    program.press(Key.Key_F9)
    program.wait_for(lambda: program.said == "Nobody else has annotated this article")


def test_a_sidecar_that_cannot_be_read_is_told_and_left_as_it_is(start_again: Start, article: Path) -> None:
    sidecar = sidecar_of(article, "ines")
    sidecar.write_text("annotations: [", "utf-8")
    program = start_again(article, annotator="sam")
    program.press(Key.Key_F9)
    program.wait_for(lambda: "bridge.annotations.ines.yaml" in program.said)
    assert not is_reviewing(program)
    assert sidecar.read_text("utf-8") == "annotations: ["


def test_the_review_ends_at_an_article_that_nobody_has_marked(start_again: Start, tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    other = tmp_path / "quay.txt"
    other.write_text("Nobody has marked this.\n", "utf-8")
    program = start_again(article, annotator="sam")
    begin(program)
    program.press(Key.Key_Down, ALT)
    program.wait_for(lambda: not is_reviewing(program) and program.opened == "quay.txt")
    assert program.said == "Nobody else has annotated this article"


def test_the_review_ends_where_a_folder_without_articles_is_opened_during_a_correction(
    start: Start, tmp_path: Path
) -> None:
    program = start(write_reviewed(tmp_path, "ines"), annotator="sam")
    begin(program)
    program.press(Key.Key_Return)
    assert not is_reviewing(program)
    (tmp_path / "empty").mkdir()
    program.messages.folder = str(tmp_path / "empty")
    program.press(Key.Key_O, CTRL)
    program.wait_for(lambda: program.session.current is None)
    assert not is_reviewing(program)
    program.messages.folder = str(tmp_path)
    program.press(Key.Key_O, CTRL)
    program.wait_opened("bridge.txt")
    begin(program)


def test_arrows_walk_in_the_queue(program: Program) -> None:
    program.part(RowsView, "reviewRows").setFocus()
    program.press(Key.Key_Down)
    assert words(program) == "12 million"
    program.type("a")
    assert words(program) == "the mayor, Ada Lund"


def test_the_labels_over_which_annotators_differ_most_come_first(start_again: Start, tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines", "omar")
    sidecar = sidecar_of(article, "omar")
    sidecar.write_text(sidecar.read_text("utf-8").replace("label: source", "label: cue"), "utf-8")
    program = start_again(article, annotator="sam")
    begin(program)
    order = program.part(Pill, "reviewOrder")
    assert (order.text(), [row.split(", ")[0] for row in rows(program)]) == (
        "In text order",
        ["claim", "figure", "source", "claim"],
    )
    order.click()
    program.press(Key.Key_Down, times=2)
    program.press(Key.Key_Return)
    program.wait_for(lambda: rows(program)[0].startswith("source, the mayor"))
    assert order.text() == "Least agreed first"
    order.click()
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    program.wait_for(lambda: rows(program)[0].startswith("claim"))


def test_what_the_bar_names_is_done_at_a_click(program: Program, article: Path) -> None:
    def click(key: str) -> None:
        bar = next(bar for bar in program.window.findChildren(ModeBar) if bar.isVisible())
        program.click_at(bar, bar.place_of(key))

    click("A")
    click("X")
    click("R")
    program.click_at(program.part(Pill, "reason-slip"), QPoint(8, 8))
    program.wait_for(lambda: decided(article, "sam") == [("m00000", "ines", ""), ("m00001", "none", "slip")])
    click("Space")
    assert words(program) == "It was closed for 14 months"
    click("Enter")
    assert program.view.hasFocus()
    click("Esc")
    assert words(program) == "It was closed for 14 months"
    program.window.resize(1700, 900)
    program.wait_for(lambda: program.part(ReviewedView).width() > 900)
    click("Shift A–Z")
    assert program.said == "Select the words that should be marked first"
    start = program.part(ReviewedView).text.index("It will stand")
    program.part(ReviewedView).setTextCursor(selected(program, start, start + len("It will stand")))
    click("Shift A–Z")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().replace("&", "") == "quote").trigger()
    assert program.said == "Added “It will stand”, which was missing"
    program.press(Key.Key_Z, CTRL)
    program.part(ReviewedView).customContextMenuRequested.emit(QPoint())
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    program.press(Key.Key_Escape)
    click("F9")
    assert not is_reviewing(program)


def test_the_reason_is_in_sight_in_a_small_window(start_again: Start, article: Path) -> None:
    program = start_again(article, annotator="sam")
    program.window.resize(900, 600)
    begin(program)
    program.type("xr")
    field, queue = program.part(QLineEdit, "reasonField"), program.part(QWidget, "reviewQueue")
    program.wait_for(lambda: field.visibleRegion().boundingRect().size() == field.size())
    assert not queue.isVisible()
    program.type("8")
    assert queue.isVisible()
    assert program.part(ReviewedView).hasFocus()


def selected(program: Program, start: int, end: int) -> QTextCursor:
    """A selection in the text under review."""
    cursor = program.part(ReviewedView).textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def test_who_has_reviewed_is_not_compared(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_reviewed(tmp_path, "ines", "omar"), annotator="sam")
    begin(program)
    program.type("aax")
    program.wait_saved()
    program.press(Key.Key_F9)
    program.press(Key.Key_F9, CTRL)
    program.wait_for(lambda: program.said == "0 differences · Left out: sam")


def test_a_message_of_an_earlier_key_does_not_stay_in_the_review(start_again: Start, article: Path) -> None:
    program = start_again(article, annotator="sam")
    program.press(Key.Key_Delete)
    assert program.said == "No annotation is selected"
    begin(program)
    assert program.said == ""


def test_finishing_leads_to_the_next_article_in_which_somebody_waits(start_again: Start, tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    (tmp_path / "canal.txt").write_text("Nobody has marked this.\n", "utf-8")
    copy_annotators(tmp_path)
    program = start_again(article, annotator="sam")
    begin(program)
    program.type("aaa")
    program.press(Key.Key_Return, CTRL)
    assert (program.said, program.opened) == ("Reviewed, but 1 is not decided", "bridge.txt")
    program.type("a")
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: program.opened == "ferry.txt" and any("4,000" in row for row in rows(program)))
    assert is_reviewing(program)


def test_finishing_says_where_nothing_else_waits(start_again: Start, tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    (tmp_path / "quay.txt").write_text("Sam has marked this.\n", "utf-8")
    quay = sidecar_of(tmp_path / "quay.txt", "sam")
    quay.write_text("format: annotator\nversion: 1\nannotations:\n- {id: a, label: claim, start: 0, end: 3}\n", "utf-8")
    program = start_again(article, annotator="sam")
    begin(program)
    program.type("aaaa")
    program.press(Key.Key_Return, CTRL)
    program.wait_for(lambda: program.said == "Reviewed. In no other article does anything wait for you")
    assert program.opened == "bridge.txt"


def test_every_part_of_the_review_is_reached_by_keys(program: Program, article: Path) -> None:
    program.press(Key.Key_F6)
    assert program.part(UnderPanel).isAncestorOf(focused())
    program.press(Key.Key_F6)
    assert focused() is program.part(Pill, "reviewWhose")
    program.press(Key.Key_Escape)
    assert focused() is program.part(ReviewedView)
    program.press(Key.Key_F6, times=2)
    assert focused() is program.part(Pill, "reviewWhose")
    program.press(Key.Key_Tab)
    program.press(Key.Key_Right)
    assert focused() is program.part(Pill, "reviewOpen")
    assert program.part(Pill, "reviewOpen").isChecked()
    program.press(Key.Key_Tab, times=3)
    assert focused() is program.part(RowsView, "reviewRows")
    program.type("a")
    program.press(Key.Key_F6)
    assert focused() is program.part(ReviewedView)
    program.type("a")
    assert len(rows(program)) == 2
    program.wait_for(lambda: len(decided(article, "sam")) == 2)
    program.press(Key.Key_F6, SHIFT)
    assert focused() is program.part(RowsView, "reviewRows")  # the part that had the keyboard last
    program.press(Key.Key_F6, times=2)
    assert program.part(UnderPanel).isAncestorOf(focused())
    program.press(Key.Key_Escape)
    assert focused() is program.part(ReviewedView)
    assert is_reviewing(program)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
