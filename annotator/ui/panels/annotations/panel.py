"""Dock with the annotations of the open article."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.change import Change
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.panels.annotations.annotation_list import AnnotationList
from annotator.ui.panels.annotations.columns_menu import ColumnsMenu
from annotator.ui.panels.annotations.filter_bar import FilterBar
from annotator.ui.panels.annotations.hints import labels_by_key
from annotator.ui.panels.annotations.list_pages import ListPages
from annotator.ui.panels.annotations.order_button import OrderButton
from annotator.ui.panels.annotations.row_delegate import AnnotationRowDelegate
from annotator.ui.panels.annotations.row_menu import RowMenu
from annotator.ui.panels.annotations.rows import AnnotationRows
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import SELECT
from annotator.ui.widgets.own_changes import OwnChanges
from annotator.ui.widgets.panel_header import PanelHeader


class AnnotationsPanel(QWidget):
    """List of annotations in text order or in groups, with its selection kept equal to the session's.

    ``chosen``: ids of the selected rows, others than before. ``remove_requested``: ids. ``relabel_requested``: ids and
    the new label's id. ``link_requested``: ids, to link to one target. ``key_typed``: ids, and a letter that is no
    label's key. ``order_chosen``: one of ORDERS. ``columns_chosen``, ``column_widened``: what
    the list shows beside the words, and a new width. ``details_requested`` and ``note_requested``: to edit
    the selected annotation. ``text_requested``: to return to the article.
    """

    chosen = Signal(list)
    remove_requested = Signal(list)
    relabel_requested = Signal(list, str)
    details_requested = Signal()
    note_requested = Signal()
    text_requested = Signal()
    link_requested = Signal(list)
    key_typed = Signal(list, str)
    order_chosen = Signal(str)
    columns_chosen = Signal(tuple)
    column_widened = Signal(str, int)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationsPanel")
        self.setAccessibleName(_("Annotations"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._session, self._look = session, look
        self._own, self._chosen = OwnChanges(), list[str]()
        self._rows = AnnotationRows(session, self)
        self.header = PanelHeader(_("Annotations"), parent=self)
        self._columns = ColumnsMenu(self)
        self._order = OrderButton(look, self._columns, self)
        self.header.add(self._order)
        self.filter = FilterBar(session, look, self)
        self._list = self._list_view()
        self._pages = ListPages(session, self._rows, self._list, self.header, look, self)
        self._lay_out()
        self._connect()
        self._refill(afresh=True)

    def selected_ids(self) -> list[str]:
        """Return the ids of the rows selected in the list, from top to bottom."""
        return [id for rows in self._list.selected_ranges() for id in self._rows.ids_in(rows)]

    def set_order(self, order: str) -> None:
        """Show the annotations in an order, one of ORDERS."""
        self._order.show_order(order)
        self._refill()

    def set_columns(self, columns: tuple[str, ...], widths: Mapping[str, int]) -> None:
        """Show these columns beside the words, with these widths where there are any."""
        self._columns.show_columns(columns)
        with self._own.made():
            self._list.show_columns(columns, widths)
        self._show_selected(keep_several=True)

    def focus_filter(self) -> None:
        """Focus the filter field and select its text."""
        self.filter.focus()

    def _list_view(self) -> AnnotationList:
        view = AnnotationList(self._rows, self)
        view.setItemDelegate(AnnotationRowDelegate(self._rows, self._session, self._look, view))
        self.setFocusProxy(view)
        return view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filter)
        column.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self._session.opened.connect(lambda: self._refill(afresh=True))
        self._rows.searched.connect(self._show_state)
        self._session.changed.connect(self._follow)
        self._session.selected.connect(self._show_selected)
        self._look.changed.connect(self._list.viewport().update)
        self._order.chosen.connect(self._reorder)
        self._order.all_closed.connect(self._close_all)
        self._columns.chosen.connect(self._choose_columns)
        self._list.columns_wanted.connect(self._columns.popup)
        self._list.widened.connect(self.column_widened)
        self.filter.edited.connect(self._refill)
        self.filter.went_down.connect(self._go_to_list)
        self._pages.empty.chosen.connect(self.filter.clear)
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._list.selectionModel().selectionChanged.connect(lambda *_ranges: self._tell_chosen())
        self._list.clicked.connect(self._choose)
        self._list.doubleClicked.connect(self._enter)
        self._list.entered.connect(self._enter)
        self._list.deleted.connect(self._remove)
        self._list.typed.connect(self._follow_key)
        self._list.customContextMenuRequested.connect(self._open_menu)
        for part in (self.filter, self._list):
            part.left.connect(self.text_requested)

    # reactions to the session

    def _follow(self, change: Change) -> None:
        with self._own.made():
            self._rows.follow(change)
        self._show_state()

    def _show_state(self) -> None:
        self._show_selected(keep_several=True)
        self._show_counts()

    def _show_selected(self, *, keep_several: bool = False) -> None:
        """Make the selected annotation's row current, or one of several if they are kept, and scroll it into view."""
        selection, row = self._list.selectionModel(), self._rows.row_of(self._session.selected_annotation)
        with self._own.made():
            if row is None:
                selection.clear()
            elif not (selection.isRowSelected(row) and (keep_several or row == self._list.current_row())):
                selection.setCurrentIndex(self._rows.index(row, 0), SELECT)
                self._list.scrollTo(self._rows.index(row, 0))
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        if self._own.under_way:
            return
        chosen = self.selected_ids()
        if chosen != self._chosen:
            self._chosen = chosen
            self._show_counts()
            self.chosen.emit(chosen)

    def _refill(self, *, afresh: bool = False) -> None:
        with self._own.made():
            self._rows.show(self.filter.filter, grouped=self._order.order)
            if afresh:
                self._rows.rebuild()
        self._show_state()

    def _show_counts(self) -> None:
        self._pages.show_state(selected=len(self._chosen))

    # reactions to the user

    def _choose(self, index: QModelIndex) -> None:
        if self._own.under_way or not self._list.selectionModel().isSelected(index):
            return
        if annotation := self._rows.annotation(index.row()):
            self._session.select(annotation.id, show=True)

    def _enter(self, _row: int | QModelIndex) -> None:
        self._choose(self._list.currentIndex())
        self.details_requested.emit()

    def _remove(self) -> None:
        """Remove the selected annotations and select the one after them."""
        ids = self.selected_ids()
        if not ids:
            return
        first = self._list.selected_ranges()[0].start
        self.remove_requested.emit(ids)
        left = self._rows.rowCount()
        if left and self._session.selected_annotation is None and self._list.hasFocus():
            self._list.selectionModel().setCurrentIndex(self._nearest(min(first, left - 1)), SELECT)

    def _nearest(self, row: int) -> QModelIndex:
        """Return the index of the row or, where it is a heading, of an annotation beside it if there is one."""
        rows = [r for r in (row, row + 1, row - 1) if 0 <= r < self._rows.rowCount()]
        return self._rows.index(next((r for r in rows if self._rows.annotation(r)), row), 0)

    def _follow_key(self, key: str) -> None:
        """Relabel by a label's key; pass on any other key, which may act on the selected annotations as in the text."""
        by_key = labels_by_key(self._session.scheme) if self._session.current else {}
        if key.casefold() in by_key:
            self._relabel(by_key[key.casefold()])
        elif ids := self.selected_ids():
            self.key_typed.emit(ids, key.upper())

    def _relabel(self, label: str) -> None:
        if ids := self.selected_ids():
            self.relabel_requested.emit(ids, label)

    def _open_menu(self, at: QPoint) -> None:
        ids = self.selected_ids()
        if not ids:
            return
        menu = RowMenu(self._session, ids, self._look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        note = self.note_requested.emit if len(ids) == 1 else None
        menu.offer(self._relabel, note, partial(self.link_requested.emit, ids), self._remove)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def _reorder(self, order: str) -> None:
        self._refill()
        self.order_chosen.emit(order)

    def _close_all(self, closed: bool) -> None:
        with self._own.made():
            self._list.set_all_closed(closed=closed)
        self._show_selected()

    def _choose_columns(self, columns: tuple[str, ...]) -> None:
        self.set_columns(columns, {})
        self.columns_chosen.emit(columns)

    def _go_to_list(self) -> None:
        if self._rows.shown:
            if not self.selected_ids():  # before the focus, which would make the first row current, not selected
                self._list.selectionModel().setCurrentIndex(self._nearest(0), SELECT)
                self._choose(self._list.currentIndex())
            self._list.setFocus()
