"""What the details say of words that are nowhere and times that are not known, and what ends a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.panels.details.facts import history
from annotator.ui.panels.details.panel import DetailsPanel
from tests.ui.panels.details.editing import NOW, note_of, shown


def test_an_article_that_ends_before_the_words_says_so(
    panel: DetailsPanel, session: Session, opened: Callable[..., OpenArticle]
) -> None:
    session.show(opened([Annotation("far", "claim", Span(5_000, 5_006), displaced=Excerpt("40,000"))]))
    session.select("far")
    assert "These words are not where they were marked." in shown(panel)
    assert "The article ends before that." in shown(panel)
    assert "The file says" not in shown(panel)


def test_with_nothing_selected_the_keyboard_stays_where_it_is(panel: DetailsPanel) -> None:
    other = panel.window().findChild(QLineEdit)
    assert isinstance(other, QLineEdit)
    other.setFocus()
    panel.edit_note()
    assert other.hasFocus()


def test_a_menu_does_not_end_the_note(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    """What is typed before and after the menu of the field is one step of undo."""
    session.select("forty")
    panel.edit_note()
    QTest.keyClicks(note_of(panel), "see")
    QApplication.sendEvent(note_of(panel), QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    QTest.keyClicks(note_of(panel), " page")
    session.field.finish()
    assert session.document.annotations["forty"].note == "see page"
    assert session.current
    assert session.current.undo.count() == 1


def test_a_note_on_what_somebody_else_has_removed_is_dropped(
    panel: DetailsPanel, session: Session, town: OpenArticle
) -> None:
    session.select("forty")
    panel.edit_note()
    QTest.keyClicks(note_of(panel), "see")
    session.take_over(town, edits.remove(session.document, ["forty"]))
    assert "forty" not in session.document.annotations
    assert not note_of(panel).isVisible()
    assert not session.history.canUndo()


def test_only_times_that_are_known_are_told() -> None:
    annotation = Annotation("a", "claim", Span(0, 1))
    assert history(annotation) == ""
    assert history(altered(annotation, origin="brat", modified=NOW)).startswith("Origin: brat\nChanged ")
    assert history(altered(annotation, created=NOW, modified=NOW)).startswith("Marked ")
    assert "\n" not in history(altered(annotation, created=NOW, modified=NOW))
