"""The selected annotation in full: what is shown of it, its label, its note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.items import altered
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.panels.details.panel import DetailsPanel
from tests.ui.directions import arabic
from tests.ui.panels.details.editing import NOW, note_of, shown

Marked = Callable[..., Annotation]
Opened = Callable[..., OpenArticle]
opens_a_menu = pytest.mark.qt_log_ignore("This plugin does not support")


def rows(panel: DetailsPanel) -> list[str]:
    """Return what the rows of attributes say, from top to bottom."""
    found = [row for row in panel.findChildren(QAbstractButton) if row.objectName().startswith("value-")]
    return [row.accessibleName() for row in found if row.isVisible()]


def quoted(panel: DetailsPanel) -> str:
    field = panel.findChild(QPlainTextEdit, "quotedWords")
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def label_button(panel: DetailsPanel) -> QAbstractButton:
    button = panel.findChild(QAbstractButton, "labelButton")
    assert isinstance(button, QAbstractButton)
    return button


def write(panel: DetailsPanel, qtbot: QtBot, text: str) -> None:
    panel.edit_note()
    qtbot.waitUntil(note_of(panel).hasFocus)
    QTest.keyClicks(note_of(panel), text)


def note_in(session: Session, id: str) -> str:
    return session.document.annotations[id].note


def test_nothing_selected_is_said(panel: DetailsPanel, session: Session) -> None:
    assert any("Select an annotation" in w.accessibleName() for w in panel.findChildren(QWidget) if w.isVisible())
    session.select("forty")
    assert note_of(panel).isVisible()
    session.show(None)
    assert not note_of(panel).isVisible()


def test_label_place_and_words(panel: DetailsPanel, session: Session) -> None:
    session.select("forty")
    assert label_button(panel).text() == "Figure"
    assert "2 of 2 · at 78–84" in shown(panel)
    assert quoted(panel) == "40,000"


def test_the_place_has_the_digits_of_the_language(panel: DetailsPanel, session: Session) -> None:
    with arabic():
        session.select("forty")
        assert "عند ٧٨–٨٤" in shown(panel)


def test_the_menu_of_labels_has_a_tick_at_the_present_one(panel: DetailsPanel, session: Session) -> None:
    session.select("forty")
    for label in ("claim", "figure"):
        session.do(edits.relabel(session.document, ["forty"], label, now=NOW), "Relabel")
        for menu in panel.findChildren(QMenu):
            menu.aboutToShow.emit()
        actions = [action for menu in panel.findChildren(QMenu) for action in menu.actions()]
        assert [action.text().replace("&", "") for action in actions if action.isChecked()] == [label]


def test_the_number_follows_what_is_added_and_removed(panel: DetailsPanel, session: Session) -> None:
    session.select("forty")
    session.do(edits.remove(session.document, ["fifty"]), "Remove")
    assert "1 of 1" in shown(panel)
    session.history.undo()
    session.select("forty")
    assert "2 of 2" in shown(panel)


def test_attributes_stand_in_the_schemes_order_and_plain(
    panel: DetailsPanel, session: Session, marked: Marked, opened: Opened
) -> None:
    attributes = {"odd_one": ["a", 2, None], "checked": False, "kind": "not-checked", "link": "<a href=x>y</a>"}
    session.show(opened([altered(marked("a", "claim", "UN"), attributes=attributes, origin="rule:x")]))
    session.select("a")
    texts = shown(panel)
    kept = "not in the scheme, kept"
    said = ["Kind: not checked", "Odd one: a, 2, –", "Checked: no", "Link: <a href=x>y</a>"]
    assert rows(panel) == [f"{words}. {kept}" for words in said]
    assert "Origin: rule:x\nMarked 22 Nov 2026" in texts


def test_long_words_are_cut_off_after_five_lines(
    panel: DetailsPanel, session: Session, marked: Marked, opened: Opened
) -> None:
    text = "👩‍👩‍👧 Donaudampfschifffahrtselektrizitätenhauptbetriebswerk " * 30
    session.show(opened([marked("a", "claim", text.strip(), text)], text))
    session.select("a")
    cut = quoted(panel)
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    field = panel.findChild(QPlainTextEdit, "quotedWords")
    assert isinstance(field, QPlainTextEdit)
    assert field.document().size().height() == 5


def test_what_is_displaced_or_unknown_is_said(
    panel: DetailsPanel, session: Session, marked: Marked, opened: Opened
) -> None:
    lost = altered(marked("a", "odd_label", "40,000"), displaced=Excerpt("50,000", "about ", " left"))
    session.show(opened([lost]))
    session.select("a")
    assert quoted(panel) == "50,000"
    assert "These words are not where they were marked." in shown(panel)
    assert "The file says “about [50,000] left”. At 78 the article says “40,000”." in shown(panel)
    assert "This label is not in the scheme." in shown(panel)
    assert label_button(panel).text() == "odd_label"


def test_words_of_another_text_are_not_compared(
    panel: DetailsPanel, session: Session, marked: Marked, opened: Opened
) -> None:
    lost = altered(marked("a", "claim", "40,000"), displaced=Excerpt("50,000", sha256="of the old text"))
    session.show(opened([lost]))
    session.select("a")
    assert "The article has changed since these words were marked." in str(shown(panel))
    assert "At 78" not in str(shown(panel))


@opens_a_menu
def test_another_label_can_be_chosen_by_keyboard(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    with qtbot.waitSignal(panel.relabel_requested) as asked:
        QTest.keyClick(label_button(panel), Qt.Key.Key_Down)
        menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)
    assert asked.args == ["source"]


def test_a_relabelled_annotation_is_shown_anew(panel: DetailsPanel, session: Session) -> None:
    session.select("forty")
    session.do(edits.relabel(session.document, ["forty"], "claim", now=NOW), "Relabel")
    assert label_button(panel).text() == "Claim"
    assert "2 of 2" in shown(panel)


def test_ctrl_enter_keeps_the_note_as_one_step(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    write(panel, qtbot, "check, please [cs]")
    with qtbot.waitSignal(panel.text_requested):
        QTest.keyClick(note_of(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert note_in(session, "forty") == "check, please [cs]"
    assert session.history.activeStack().count() == 1
    session.history.undo()
    assert note_of(panel).toPlainText() == ""


def test_a_note_is_in_the_document_while_it_is_typed(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    for part in ("see", " page", " 3"):
        before = note_in(session, "forty")
        write(panel, qtbot, part)
        qtbot.waitUntil(lambda before=before, part=part: note_in(session, "forty") == before + part)  # type: ignore[misc]
        assert note_of(panel).textCursor().atEnd()
    assert note_of(panel).hasFocus()
    assert session.history.activeStack().count() == 1
    write(panel, qtbot, "0")
    session.undo()
    assert note_in(session, "forty") == ""
    assert note_of(panel).toPlainText() == ""
    session.redo()
    assert note_in(session, "forty") == "see page 30"
    write(panel, qtbot, "1")
    session.field.finish()
    assert session.history.activeStack().count() == 2


def test_a_note_that_is_typed_and_deleted_again_leaves_no_trace(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    session.select("forty")
    before = session.document
    write(panel, qtbot, "x")
    qtbot.waitUntil(lambda: note_in(session, "forty") == "x")
    QTest.keyClick(note_of(panel), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: session.document == before)
    assert not session.history.canUndo()


def test_the_keys_of_the_field_take_back_what_was_typed(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    write(panel, qtbot, "see")
    qtbot.waitUntil(lambda: note_in(session, "forty") == "see")
    QTest.keyClick(note_of(panel), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: note_in(session, "forty") == "")


def test_what_others_write_while_a_note_is_typed_leaves_the_caret_there(
    panel: DetailsPanel, session: Session, qtbot: QtBot, town: OpenArticle
) -> None:
    session.select("forty")
    write(panel, qtbot, "see")
    qtbot.waitUntil(lambda: note_in(session, "forty") == "see")
    session.take_over(town, edits.set_note(session.document, "forty", "see page", now=NOW))
    write(panel, qtbot, "n")
    session.field.finish()
    assert note_in(session, "forty") == "seen page"


def test_leaving_keeps_the_note(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    write(panel, qtbot, "see")
    other = panel.window().findChild(QLineEdit)
    assert isinstance(other, QLineEdit)
    other.setFocus()
    qtbot.waitUntil(lambda: note_in(session, "forty") == "see")


def test_selecting_another_annotation_keeps_the_note(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    write(panel, qtbot, "see")
    session.select("fifty")
    assert note_in(session, "forty") == "see"
    assert note_in(session, "fifty") == ""
    assert note_of(panel).toPlainText() == ""


def test_a_note_never_reaches_another_article(
    panel: DetailsPanel, session: Session, qtbot: QtBot, marked: Marked, opened: Opened
) -> None:
    session.select("forty")
    write(panel, qtbot, "see")
    session.show(opened([marked("forty", "figure", "40,000")]))
    session.select("forty")
    assert note_in(session, "forty") == ""
    assert note_of(panel).toPlainText() == ""


def test_a_note_left_while_another_article_is_opened_is_not_put_there(
    panel: DetailsPanel, session: Session, qtbot: QtBot, marked: Marked, opened: Opened
) -> None:
    session.select("forty")
    write(panel, qtbot, "see")
    session.current = opened([marked("forty", "figure", "40,000")])
    QTest.keyClick(note_of(panel), Qt.Key.Key_Escape)
    assert note_in(session, "forty") == ""


def test_a_finished_note_survives_the_next_article(
    panel: DetailsPanel, session: Session, qtbot: QtBot, town: OpenArticle, opened: Opened
) -> None:
    session.select("forty")
    write(panel, qtbot, "see")
    session.field.finish()
    session.show(opened([]))
    assert town.document.annotations["forty"].note == "see"


def test_a_note_that_nobody_touched_stays_as_it_is(
    panel: DetailsPanel, session: Session, qtbot: QtBot, marked: Marked, opened: Opened
) -> None:
    note = "a\u00a0b\u2028c\r\nd\u0085e"
    session.show(opened([altered(marked("a", "claim", "UN"), note=note)]))
    session.select("a")
    panel.edit_note()
    qtbot.waitUntil(note_of(panel).hasFocus)
    with qtbot.waitSignal(panel.text_requested):
        QTest.keyClick(note_of(panel), Qt.Key.Key_Escape)
    assert note_in(session, "a") == note


def test_typed_blanks_stay_what_they_are(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    write(panel, qtbot, "1\u00a0000")
    QTest.keyClick(note_of(panel), Qt.Key.Key_Return)
    QTest.keyClicks(note_of(panel), "b")
    session.field.finish()
    assert note_in(session, "forty") == "1\u00a0000\nb"


def test_what_is_being_typed_outlives_a_change(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    session.select("forty")
    write(panel, qtbot, "half a")
    session.do(edits.relabel(session.document, ["forty"], "claim", now=NOW), "Relabel")
    assert note_of(panel).toPlainText() == "half a"
    session.field.finish()
    assert note_in(session, "forty") == "half a"


def test_nothing_can_be_changed_where_the_article_is_locked(
    panel: DetailsPanel, session: Session, town: OpenArticle
) -> None:
    town.read_only = "The folder cannot be written to"
    session.show(town)
    session.select("forty")
    assert note_of(panel).isReadOnly()
    assert not label_button(panel).isEnabled()
    assert "The folder cannot be written to" in label_button(panel).toolTip()


@pytest.mark.parametrize("width", [240, 320, 480])
def test_everything_fits_into_the_width(
    panel: DetailsPanel, session: Session, marked: Marked, opened: Opened, width: int
) -> None:
    long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    attributes = {long: long, "kind": long}
    session.show(opened([altered(marked("a", "claim", "UN"), attributes=attributes, note=long * 3)]))
    session.select("a")
    panel.window().resize(width, 600)
    panel.setFixedWidth(width)
    for label in panel.findChildren(QLabel):
        if label.isVisible():
            assert label.mapTo(panel, label.rect().topRight()).x() <= width


def test_thousands_of_attributes_are_counted_beyond_the_first(
    panel: DetailsPanel, session: Session, marked: Marked, opened: Opened
) -> None:
    attributes = {f"name {number}": "value" for number in range(20_000)}
    session.show(opened([altered(marked("a", "source", "UN"), attributes=attributes)]))
    session.select("a")
    assert rows(panel)[-2:] == ["Name 98: value. not in the scheme, kept", "and 19,901 more"]
