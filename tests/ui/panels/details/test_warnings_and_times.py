"""What the details say of words that are nowhere and times that are not known, and what ends a note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.editing.values.values import Values
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.panels.details.facts import history
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.theme.look import Look

NOW = "2026-11-22T06:21:20Z"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with another field, to which the keyboard can go."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    return window


@pytest.fixture
def panel(
    qtbot: QtBot, session: Session, look: Look, town: OpenArticle, evidence: EvidenceParts, window: QWidget
) -> DetailsPanel:

    def set_note(id: str, note: str, token: object) -> None:
        session.do(edits.set_note(session.document, id, note, now=NOW), "Note", token)

    panel = DetailsPanel(session, look, set_note, Values(session), evidence, window)
    column = window.layout()
    assert column is not None
    column.addWidget(panel)
    window.resize(320, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return panel


def note_of(panel: DetailsPanel) -> QPlainTextEdit:
    field = panel.findChild(QPlainTextEdit, "noteField")
    assert isinstance(field, QPlainTextEdit)
    return field


def shown(panel: DetailsPanel) -> str:
    return " | ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


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
