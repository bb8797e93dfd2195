"""From the filter into the list of annotations, and keys where no row is selected."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView

Marked = Callable[..., Annotation]
Opened = Callable[..., OpenArticle]
Key = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot, session: Session, look: Look, town: OpenArticle) -> AnnotationsPanel:
    panel = AnnotationsPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


@pytest.fixture
def rows(panel: AnnotationsPanel) -> RowsView:
    rows = panel.findChild(RowsView, "annotationsList")
    assert isinstance(rows, RowsView)
    return rows


@pytest.fixture
def field(panel: AnnotationsPanel) -> QLineEdit:
    field = panel.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def words_of(rows: RowsView) -> list[str]:
    return [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]


def test_down_goes_from_the_filter_to_the_first_that_matches(
    panel: AnnotationsPanel, rows: RowsView, field: QLineEdit, session: Session
) -> None:
    panel.focus_filter()
    QTest.keyClicks(field, "figure")
    assert session.selected_annotation is None
    QTest.keyClick(field, Key.Key_Down)
    assert rows.hasFocus()
    assert session.selected_annotation is not None
    assert session.selected_annotation.id == "fifty"
    QTest.keyClick(rows, Key.Key_Down)
    assert session.selected_annotation.id == "forty"


def test_the_way_down_selects_the_first_after_the_list_had_the_focus(
    panel: AnnotationsPanel, rows: RowsView, field: QLineEdit, session: Session
) -> None:
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert session.selected_annotation is None
    panel.focus_filter()
    QTest.keyClick(field, Key.Key_Down)
    assert session.selected_annotation is not None
    assert session.selected_annotation.id == "envoy"


def test_by_label_the_way_down_leads_past_the_header(
    panel: AnnotationsPanel, rows: RowsView, field: QLineEdit, session: Session
) -> None:
    panel.set_order("label")
    panel.focus_filter()
    QTest.keyClick(field, Key.Key_Return)
    assert rows.hasFocus()
    assert session.selected_annotation is not None
    assert session.selected_annotation.id == "trapped"


def test_the_row_that_is_selected_stays_so_on_the_way_down(
    panel: AnnotationsPanel, rows: RowsView, field: QLineEdit, session: Session
) -> None:
    session.select("forty")
    panel.focus_filter()
    QTest.keyClick(field, Key.Key_Down)
    assert rows.hasFocus()
    assert panel.selected_ids() == ["forty"]


def test_the_filter_keeps_the_keyboard_where_nothing_matches(
    panel: AnnotationsPanel, rows: RowsView, field: QLineEdit
) -> None:
    panel.focus_filter()
    QTest.keyClicks(field, "nowhere")
    QTest.keyClick(field, Key.Key_Down)
    assert field.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_S])
def test_without_a_selected_row_nothing_is_removed_or_relabelled(
    panel: AnnotationsPanel, rows: RowsView, qtbot: QtBot, key: Qt.Key
) -> None:
    rows.setFocus()
    with qtbot.assertNotEmitted(panel.remove_requested), qtbot.assertNotEmitted(panel.relabel_requested):
        QTest.keyClick(rows, key)


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Home, Key.Key_Up])
def test_the_only_row_can_be_selected_by_keys(
    panel: AnnotationsPanel, rows: RowsView, session: Session, marked: Marked, opened: Opened, key: Qt.Key
) -> None:
    session.show(opened([marked("only", "claim", "UN envoy")]))
    panel.setFocus(Qt.FocusReason.TabFocusReason)
    assert session.selected_annotation is None
    QTest.keyClick(rows, key)
    assert panel.selected_ids() == ["only"]
    assert session.selected_annotation is not None


def test_after_the_last_one_is_removed_none_is_selected(
    panel: AnnotationsPanel, rows: RowsView, session: Session
) -> None:
    panel.remove_requested.connect(lambda ids: session.do(edits.remove(session.document, ids), "Remove"))
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Home)
    for left in (4, 3, 2, 1, 0):
        QTest.keyClick(rows, Key.Key_Delete)
        assert len(session.document.annotations) == left
    assert (session.selected_annotation, panel.selected_ids()) == (None, [])


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_several_has_no_note_and_without_a_row_there_is_none(
    panel: AnnotationsPanel, rows: RowsView, qtbot: QtBot
) -> None:
    rows.customContextMenuRequested.emit(QPoint(10, 390))
    assert panel.findChild(QMenu, "annotationMenu") is None
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Home)
    QTest.keyClick(rows, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rows.customContextMenuRequested.emit(QPoint(10, 10))
    menu = panel.findChild(QMenu, "annotationMenu")
    assert isinstance(menu, QMenu)
    actions = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert list(actions) == ["Relabel", "Link to…", "Remove"]
    with qtbot.waitSignal(panel.remove_requested) as asked:
        actions["Remove"].trigger()
    assert asked.args == [["envoy", "fifty"]]
    menu.close()


def test_the_order_that_is_chosen_already_is_not_told_again(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    button = panel.findChild(QAbstractButton, "annotationsOrder")
    assert isinstance(button, QAbstractButton)
    orders = {action.text().replace("&", ""): action for action in _menu_of(panel).actions()}
    with qtbot.assertNotEmitted(panel.order_chosen):
        orders["Text order"].trigger()
    with qtbot.waitSignal(panel.order_chosen) as told:
        orders["By label"].trigger()
    assert (told.args, button.text()) == (["label"], "by label")


def _menu_of(panel: QWidget) -> QMenu:
    return next(menu for menu in panel.findChildren(QMenu) if menu.title() == "Order of the annotations")


def test_a_long_article_is_searched_part_by_part(
    panel: AnnotationsPanel, rows: RowsView, field: QLineEdit, session: Session, opened: Opened, qtbot: QtBot
) -> None:
    """What stands at the end of an article of very many annotations is found too, after what comes before."""
    text = "the end " * 21_000 + "of it all"
    many = [Annotation(f"m{n:05}", "claim", Span(8 * n, 8 * n + 3)) for n in range(21_000)]
    last = Annotation("last", "claim", Span(len(text) - 3, len(text)))
    session.show(opened([*many, last], text))
    QTest.keyClicks(field, "all")
    qtbot.waitUntil(lambda: words_of(rows) == ["all"])
