"""The panel of annotations that have lost their place, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from annotator.anchoring.places import MOVED, Place
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.ui.panels.places.panel import PlacesPanel
from annotator.ui.theme.look import Look
from tests.ui.pixels import colours

if TYPE_CHECKING:
    from tests.ui.panels.places.conftest import Shown

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def button(shown: Shown, name: str) -> QAbstractButton:
    return shown.panel.findChild(QAbstractButton, f"places_{name}")


def test_rows_say_verdict_label_old_and_new(shown: Shown) -> None:
    assert [row.split(",")[0] for row in shown.rows] == ["Moved", "Changed", "Ambiguous", "Lost", "Moved"]
    assert shown.rows[0].startswith("Moved, source, was: the mayor said that, now: Last night the mayor said that 300")
    assert "was: said that 200 boats sank." in shown.rows[1]
    assert "1 of 2" in shown.rows[2]
    assert shown.rows[3].endswith("was: wind of 90 km/h blew, not found in the article")


def test_header_says_what_is_left(shown: Shown) -> None:
    assert "5 left: 2 moved, 1 changed, 1 ambiguous, 1 lost" in texts(shown.panel)


def test_going_to_a_row_shows_its_place_and_changes_nothing(shown: Shown) -> None:
    before = shown.session.document
    assert shown.chosen == "the mayor"
    with shown.qtbot.waitSignal(shown.session.shown):
        shown.press(Key.Key_Down)
    assert shown.chosen == "300 boats sank"
    assert shown.session.selected_annotation == before.annotations["boats"]
    assert shown.session.document is before
    assert not shown.session.history.canUndo()


def test_accept_takes_the_place_and_goes_on(shown: Shown) -> None:
    shown.press(Key.Key_Down)
    shown.press(Key.Key_Return)
    assert shown.placed("boats") == "300 boats sank"
    assert len(shown.rows) == 4
    assert shown.session.selected_annotation == shown.session.document.annotations["pier"]
    shown.session.undo()
    assert shown.placed("boats") == ""
    assert len(shown.rows) == 5


def test_candidates_are_stepped_through(shown: Shown) -> None:
    shown.press(Key.Key_Down, times=2)
    first = shown.session.caret
    shown.press(Key.Key_Right)
    assert "2 of 2" in shown.rows[2]
    assert shown.session.caret != first
    shown.press(Key.Key_Right)
    assert shown.session.caret == first
    shown.press(Key.Key_Left)
    second = shown.session.caret
    shown.press(Key.Key_Return)
    assert shown.session.document.annotations["pier"].span == Span(second.start, second.end)


def test_candidate_stepped_to_stays_when_another_row_is_settled(shown: Shown) -> None:
    shown.press(Key.Key_Down, times=2)
    shown.press(Key.Key_Right)
    shown.press(Key.Key_Home)
    shown.press(Key.Key_Return)
    assert "2 of 2" in shown.rows[1]


def test_lost_one_cannot_be_accepted(shown: Shown, saying: list[str]) -> None:
    shown.press(Key.Key_Down, times=3)
    assert not button(shown, "accept").isEnabled()
    shown.press(Key.Key_Return)
    assert saying[-1].startswith("Nothing is proposed here")
    assert len(shown.rows) == 5


def test_drop_removes_as_one_step(shown: Shown) -> None:
    shown.press(Key.Key_Down, times=3)
    shown.press(Key.Key_Delete)
    assert "wind" not in shown.session.document.annotations
    assert shown.session.selected_annotation == shown.session.document.annotations["rain"]
    shown.session.undo()
    assert len(shown.rows) == 5


def test_all_of_a_verdict_are_accepted_as_one_step(shown: Shown) -> None:
    shown.press(Key.Key_Return, SHIFT)
    assert (shown.placed("mayor"), shown.placed("rain")) == ("the mayor", "It rains")
    assert [row.split(",")[0] for row in shown.rows] == ["Changed", "Ambiguous", "Lost"]
    shown.session.undo()
    assert len(shown.rows) == 5


def test_ambiguous_ones_are_never_accepted_together(shown: Shown) -> None:
    shown.press(Key.Key_Down, times=2)
    shown.press(Key.Key_Return, SHIFT)
    assert len(shown.rows) == 5
    assert not button(shown, "all").isVisible()


def test_place_that_is_taken_is_refused(
    shown: Shown, opened: Callable[..., OpenArticle], changed_article: OpenArticle, saying: list[str]
) -> None:
    there = Annotation("there", "source", changed_article.places["mayor"].span or Span(0, 1))
    article = opened([*changed_article.document.annotations.values(), there], changed_article.document.article.text)
    article.places = changed_article.places
    shown.session.show(article)
    shown.panel.show_first()
    shown.press(Key.Key_Return)
    assert saying[-1].startswith("There is such an annotation on these very words already")
    assert shown.placed("mayor") == ""


def test_success_is_said_when_all_are_settled(shown: Shown, saying: list[str]) -> None:
    shown.press(Key.Key_Return, SHIFT)
    shown.press(Key.Key_Return, times=2)
    shown.press(Key.Key_Delete)
    assert shown.rows == []
    assert saying[-1] == "Every annotation has a place again"


def test_select_again_is_asked_for(shown: Shown) -> None:
    with shown.qtbot.waitSignal(shown.panel.reselect_requested):
        shown.qtbot.keyClicks(shown.list, "r")
    shown.panel.show_reselecting(True)
    with shown.qtbot.waitSignal(shown.panel.taken):
        shown.press(Key.Key_Return)
    with shown.qtbot.waitSignal(shown.panel.left_alone):
        shown.press(Key.Key_Down)


def test_escape_goes_to_the_text(shown: Shown) -> None:
    with shown.qtbot.waitSignal(shown.panel.text_requested):
        shown.press(Key.Key_Escape)


def test_buttons_do_what_the_keys_do(shown: Shown) -> None:
    assert button(shown, "all").text() == "Accept all moved (2)"
    shown.qtbot.mouseClick(button(shown, "all"), LEFT)
    shown.qtbot.mouseClick(button(shown, "accept"), LEFT)
    shown.qtbot.mouseClick(button(shown, "drop"), LEFT)
    assert shown.placed("boats") == "300 boats sank"
    assert [row.split(",")[0] for row in shown.rows] == ["Lost"]


def test_menu_of_a_row(shown: Shown) -> None:
    shown.list.customContextMenuRequested.emit(QPoint(5, 5))
    menu = shown.panel.findChild(QMenu, "placeMenu")
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "Accept",
        "Select again",
        "Drop",
        "Accept all moved (2)",
    ]
    menu.actions()[2].trigger()
    menu.close()
    assert "mayor" not in shown.session.document.annotations


def test_click_on_a_row_shows_its_place(shown: Shown) -> None:
    row = shown.list.visualRect(shown.list.model().index(1, 0)).center()
    shown.qtbot.mouseClick(shown.list.viewport(), LEFT, pos=row)
    assert shown.chosen == "300 boats sank"


def test_annotation_selected_elsewhere_is_the_current_row(shown: Shown) -> None:
    caret = shown.session.caret
    shown.session.select("boats")
    assert shown.list.current_row() == 1
    assert shown.session.caret == caret


def test_nothing_can_be_settled_where_nothing_can_be_changed(
    shown: Shown, changed_article: OpenArticle, saying: list[str]
) -> None:
    changed_article.read_only = "It is a newer file."
    shown.session.show(changed_article)
    shown.panel.show_first()
    assert not any(button(shown, name).isEnabled() for name in ("accept", "reselect", "drop"))
    shown.press(Key.Key_Return)
    shown.press(Key.Key_Delete)
    assert len(shown.rows) == 5
    assert saying[-1] == "It is a newer file."


def test_words_that_differ_in_an_unchanged_article(shown: Shown, opened: Callable[..., OpenArticle]) -> None:
    wrong = Annotation("wrong", "claim", Span(0, 4), displaced=Excerpt("First"))
    shown.session.show(opened([wrong], "Last night."))
    assert shown.rows == ["Differs, claim, was: First, not found in the article"]


@pytest.mark.parametrize("words", ["<img src='file:///etc/passwd'>", "a\u202eb\x00c\nd", "😀" * 900, "水" * 900])
def test_any_words_are_shown_as_they_are(shown: Shown, opened: Callable[..., OpenArticle], words: str) -> None:
    text = f"{words} and more"
    article = opened([Annotation("odd", "claim", Span(3, 9), displaced=Excerpt(words, words, words, MOVED))], text)
    article.places = {"odd": Place(MOVED, Span(0, len(words)))}
    shown.session.show(article)
    assert not any(sign in shown.rows[0] for sign in "\u202e\x00\n")
    assert not shown.panel.grab().isNull()


def test_place_beyond_the_article_is_not_offered(shown: Shown, changed_article: OpenArticle) -> None:
    changed_article.places = {"mayor": Place(MOVED, Span(0, 10_000))}
    shown.session.show(changed_article)
    assert "not found" in shown.rows[0]


def test_differing_words_are_marked(look: Look, shown: Shown) -> None:
    """What is painted for a changed one has the ground for what differs; for a moved one it has not."""
    ground = look.theme.warning_bg.name()
    pixels = {row: colours_of(shown, row) for row in (0, 1)}
    assert ground in pixels[1]
    assert ground not in pixels[0]


def colours_of(shown: Shown, row: int) -> set[str]:
    rect = shown.list.visualRect(shown.list.model().index(row, 0))
    return colours(shown.list.viewport().grab(rect).toImage())


def test_note_on_one_of_them_keeps_the_row(shown: Shown, changed_article: OpenArticle) -> None:
    from annotator.model import edits

    shown.press(Key.Key_Down)
    change = edits.set_note(shown.session.document, "boats", "look again", now="2026-11-22T06:21:20Z")
    shown.session.do(change, "Note")
    assert shown.list.current_row() == 1
    assert altered(shown.session.document.annotations["boats"], note="").displaced


def test_panel_without_an_article(look: Look, shown: Shown) -> None:
    shown.session.show(None)
    assert shown.rows == []
    assert isinstance(shown.panel, PlacesPanel)
