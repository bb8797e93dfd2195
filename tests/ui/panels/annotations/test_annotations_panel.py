"""The list of annotations: what it shows, how it follows the session, what its keys ask for."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.change import Change
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.running.examples import examples

Marked = Callable[..., Annotation]
Opened = Callable[..., OpenArticle]

NOW = "2026-11-22T06:21:20Z"
opens_a_menu = pytest.mark.qt_log_ignore("This plugin does not support")
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def panel(qtbot: QtBot, session: Session, look: Look, town: OpenArticle) -> AnnotationsPanel:
    panel = AnnotationsPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def rows_of(panel: AnnotationsPanel) -> RowsView:
    view = panel.findChild(RowsView, "annotationsList")
    assert isinstance(view, RowsView)
    return view


def field_of(panel: AnnotationsPanel) -> QLineEdit:
    field = panel.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def model_of(panel: AnnotationsPanel) -> QAbstractItemModel:
    return rows_of(panel).model()


def told(panel: AnnotationsPanel) -> list[str]:
    model = model_of(panel)
    return [model.index(row, 0).data(SAID).removesuffix(", paragraph 1") for row in range(model.rowCount())]


def shown_words(panel: AnnotationsPanel) -> list[str]:
    model = model_of(panel)
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def current_words(panel: AnnotationsPanel) -> str | None:
    index = rows_of(panel).currentIndex()
    return index.data() if index.isValid() else None


def click(panel: AnnotationsPanel, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = rows_of(panel)
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def press(panel: AnnotationsPanel, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(rows_of(panel), key, modifier)


def texts_in(panel: AnnotationsPanel) -> str:
    visible = [widget for widget in panel.findChildren(QWidget) if widget.isVisible()]
    return " | ".join(w.text() if isinstance(w, QLabel) else w.accessibleName() for w in visible)


def test_rows_stand_in_text_order_and_are_told_whole(panel: AnnotationsPanel) -> None:
    assert told(panel) == [
        "source, UN envoy Staffan de Mistura",
        "figure, around 50,000",
        "claim, around 50,000 people were trapped, including 40,000 civilians",
        "figure, 40,000",
        "source, بلدية الميناء, paragraph 2",
    ]


def test_a_kind_a_note_and_a_lost_place_are_told(
    panel: AnnotationsPanel, session: Session, marked: Marked, opened: Opened
) -> None:
    odd = altered(
        marked("odd", "claim", "40,000"), attributes={"kind": "quantity"}, note="See", displaced=Excerpt("50,000")
    )
    session.show(opened([odd]))
    assert told(panel) == ["claim, 50,000, quantity, has a note, not where it was marked"]


def test_the_paragraph_is_told(panel: AnnotationsPanel, session: Session, marked: Marked, opened: Opened) -> None:
    session.show(opened([marked("a", "claim", "UN")]))
    assert model_of(panel).index(0, 0).data(SAID) == "claim, UN, paragraph 1"


def test_by_label_they_stand_under_their_labels(
    panel: AnnotationsPanel, session: Session, marked: Marked, opened: Opened
) -> None:
    session.show(
        opened([marked("b", "odd_label", "40,000"), marked("a", "figure", "40,000"), marked("c", "claim", "UN")])
    )
    panel.set_order("label")
    assert told(panel) == ["claim, 1", "claim, UN", "figure, 1", "figure, 40,000", "odd_label, 1", "odd_label, 40,000"]


@opens_a_menu
def test_the_order_can_be_chosen_with_the_keyboard(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    button = panel.findChild(object, "annotationsOrder")
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        QTest.keyClick(button, Qt.Key.Key_Down)
        menu = panel.findChild(QMenu, "orderMenu")
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == ["label"]
    assert told(panel)[0] == "claim, 1"


def test_a_selection_in_the_text_is_followed(panel: AnnotationsPanel, session: Session) -> None:
    session.select("forty")
    assert current_words(panel) == "40,000"
    session.select(None)
    assert current_words(panel) is None
    assert panel.selected_ids() == []


def test_following_the_text_does_not_move_its_caret(panel: AnnotationsPanel, session: Session, qtbot: QtBot) -> None:
    session.move_caret(session.document.annotations["trapped"].span.end)
    with qtbot.assertNotEmitted(session.shown), qtbot.assertNotEmitted(session.caret_moved):
        session.select("trapped")
    assert current_words(panel) is not None


def test_what_is_removed_elsewhere_selects_no_neighbour(panel: AnnotationsPanel, session: Session) -> None:
    session.select("fifty")
    session.do(edits.remove(session.document, ["fifty"]), "Remove")
    assert session.selected_annotation is None
    assert current_words(panel) is None


def test_by_label_a_relabelled_annotation_changes_its_group(panel: AnnotationsPanel, session: Session) -> None:
    panel.set_order("label")
    session.select("fifty")
    session.do(edits.relabel(session.document, ["fifty"], "source", now=NOW), "Relabel")
    assert shown_words(panel)[2:6] == ["source", "UN envoy Staffan de Mistura", "around 50,000", "بلدية الميناء"]
    assert current_words(panel) == "around 50,000"


def test_a_click_selects_the_annotation_and_shows_it(panel: AnnotationsPanel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.shown):
        click(panel, 3)
    assert session.selected_annotation is not None
    assert session.selected_annotation.id == "forty"
    assert session.caret.position == session.document.article.text.index("40,000")


def test_the_arrow_keys_walk_through_the_annotations(panel: AnnotationsPanel, session: Session) -> None:
    panel.set_order("label")
    walked = []
    for _ in range(5):
        press(panel, Qt.Key.Key_Down)
        assert session.selected_annotation is not None
        walked.append(session.selected_annotation.id)
    assert walked == ["trapped", "envoy", "town", "fifty", "forty"]


def test_home_and_end_reach_the_first_and_last_annotation(panel: AnnotationsPanel, session: Session) -> None:
    panel.set_order("label")
    press(panel, Qt.Key.Key_End)
    assert session.selected_annotation is not None
    assert session.selected_annotation.id == "forty"
    press(panel, Qt.Key.Key_Home)
    assert session.selected_annotation.id == "trapped"


def test_taking_the_focus_selects_nothing(panel: AnnotationsPanel, session: Session, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(rows_of(panel).hasFocus)
    assert session.selected_annotation is None


def test_many_can_be_chosen_and_stay_chosen(panel: AnnotationsPanel, session: Session) -> None:
    click(panel, 0)
    click(panel, 2, Qt.KeyboardModifier.ShiftModifier)
    click(panel, 4, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected_ids() == ["envoy", "fifty", "trapped", "town"]
    session.do(edits.set_note(session.document, "fifty", "About", now=NOW), "Note")
    assert panel.selected_ids() == ["envoy", "fifty", "trapped", "town"]


def test_delete_asks_for_all_that_are_chosen_and_goes_on(
    panel: AnnotationsPanel, session: Session, qtbot: QtBot
) -> None:
    panel.remove_requested.connect(lambda ids: session.do(edits.remove(session.document, ids), "Remove"))
    panel.activateWindow()
    rows_of(panel).setFocus()
    qtbot.waitUntil(rows_of(panel).hasFocus)
    click(panel, 1)
    click(panel, 2, Qt.KeyboardModifier.ShiftModifier)
    press(panel, Qt.Key.Key_Delete)
    assert shown_words(panel) == ["UN envoy Staffan de Mistura", "40,000", "بلدية الميناء"]
    assert panel.selected_ids() == ["forty"]
    assert session.selected_annotation is not None
    assert session.selected_annotation.id == "forty"


@pytest.mark.parametrize(("key", "label"), [(Qt.Key.Key_S, "source"), (Qt.Key.Key_1, "claim")])
def test_a_labels_key_asks_to_relabel(panel: AnnotationsPanel, qtbot: QtBot, key: Qt.Key, label: str) -> None:
    click(panel, 1)
    click(panel, 3, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.relabel_requested) as asked:
        press(panel, key)
    assert asked.args == [["fifty", "forty"], label]


def test_other_letters_go_nowhere(panel: AnnotationsPanel, session: Session, qtbot: QtBot) -> None:
    click(panel, 0)
    with qtbot.assertNotEmitted(panel.relabel_requested), qtbot.assertNotEmitted(session.selected):
        press(panel, Qt.Key.Key_A)


def test_enter_goes_to_the_details_and_escape_to_the_text(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    click(panel, 0)
    with qtbot.waitSignal(panel.details_requested):
        press(panel, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.text_requested):
        press(panel, Qt.Key.Key_Escape)


def ticked(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "").capitalize() for action in menu.actions() if action.isChecked()]


@opens_a_menu
def test_the_context_menu_offers_relabel_note_and_remove(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    click(panel, 1)
    rows_of(panel).customContextMenuRequested.emit(QPoint(10, 10))
    menu = panel.findChild(QMenu, "annotationMenu")
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "&Relabel",
        "&Note",
        "&Link to…",
        "R&emove",
    ]
    labels = menu.actions()[0].menu()
    assert isinstance(labels, QMenu)
    assert ticked(labels) == ["Figure"]
    with qtbot.waitSignal(panel.relabel_requested) as asked:
        labels.actions()[3].trigger()
    assert asked.args == [["fifty"], "part"]
    menu.close()


@pytest.mark.parametrize(
    ("words", "shown"),
    [("ENVOY", ["UN envoy Staffan de Mistura"]), ("figure", ["around 50,000", "40,000"]), ("check", ["40,000"])],
)
def test_the_filter_looks_at_words_labels_and_notes(
    panel: AnnotationsPanel, session: Session, words: str, shown: list[str]
) -> None:
    session.do(edits.set_note(session.document, "forty", "Check this", now=NOW), "Note")
    QTest.keyClicks(field_of(panel), words)
    assert shown_words(panel) == shown


def test_where_nothing_matches_the_filter_can_be_cleared(panel: AnnotationsPanel) -> None:
    QTest.keyClicks(field_of(panel), "harbour <b>")
    assert "No match for “harbour <b>” 5 annotations hidden" in texts_in(panel)
    button = next(button for button in panel.findChildren(QPushButton) if button.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown_words(panel)) == 5


def test_an_empty_article_says_how_to_mark(panel: AnnotationsPanel, session: Session, opened: Opened) -> None:
    session.show(opened([]))
    assert "Nothing marked yet Select some text, then C S or F" in texts_in(panel)


def test_without_an_article_it_is_blank(panel: AnnotationsPanel, session: Session) -> None:
    session.show(None)
    assert told(panel) == []
    assert panel.selected_ids() == []


def test_parts_are_counted_among_all(panel: AnnotationsPanel, session: Session, marked: Marked, opened: Opened) -> None:
    session.show(
        opened(
            [
                marked("a", "part", session.document.article.text),
                marked("b", "claim", "UN"),
                marked("c", "claim", "said"),
            ]
        )
    )
    assert "3, of them 1 part" in texts_in(panel)


def test_a_large_change_is_followed_too(panel: AnnotationsPanel, session: Session) -> None:
    many = tuple(Annotation(f"n{start}", "claim", Span(start, start + 2)) for start in range(90))
    session.select("forty")
    session.do(Change(added=many), "Many")
    assert model_of(panel).rowCount() == 95
    assert current_words(panel) == "40,000"
    session.history.undo()
    assert model_of(panel).rowCount() == 5


IDS = st.sampled_from([f"i{number}" for number in range(8)])
LABELS = st.sampled_from(["claim", "source", "figure", "part", "unknown"])
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 20), st.integers(1, 4))


@st.composite
def items(draw: st.DrawFn) -> Annotation:
    return Annotation(draw(IDS), draw(LABELS), draw(SPANS), note=draw(st.sampled_from(["", "UN"])))


def change_of(session: Session, new: list[Annotation]) -> Change:
    """Take out what has the ids of ``new``; put ``new`` in where nothing had its id, or the label ``claim``."""
    by_id = {annotation.id: annotation for annotation in new}
    before = session.document.annotations
    removed = tuple(before[id] for id in by_id if id in before)
    added = tuple(a for a in by_id.values() if a.id not in before or a.label == "claim" or a.note)
    return Change(removed, added)


@examples(0.5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.lists(items(), min_size=1, max_size=4), max_size=12),
    order=st.sampled_from(["text", "label", "verdict", "source", "part"]),
    words=st.sampled_from(["", "un"]),
)
def test_following_changes_ends_where_a_fresh_look_does(
    qapp: object, look: Look, steps: list[list[Annotation]], order: str, words: str, opened: Opened
) -> None:
    session = Session(clock=lambda: NOW, randomness=random.Random(1))
    session.show(opened([]))
    followed = AnnotationsPanel(session, look)
    followed.set_order(order)
    field_of(followed).setText(words)
    QAbstractItemModelTester(model_of(followed), QAbstractItemModelTester.FailureReportingMode.Warning, followed)
    for step in steps:  # each beginning of them is an example of its own
        session.do(change_of(session, step), "Step")
    for _undone in range(3):
        fresh = AnnotationsPanel(session, look)
        fresh.set_order(order)
        field_of(fresh).setText(words)
        assert told(followed) == told(fresh)
        fresh.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or it follows what is undone
        session.history.undo()
    followed.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_labels_count_is_told_anew(panel: AnnotationsPanel, session: Session, qtbot: QtBot) -> None:
    panel.set_order("label")
    with qtbot.waitSignal(model_of(panel).dataChanged) as changed:
        session.do(edits.remove(session.document, ["fifty"]), "Remove")
    assert changed.args is not None
    assert changed.args[0].data(SAID) == "figure, 1"
