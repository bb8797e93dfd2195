"""Dock with the annotations that have lost their place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.change import Change
from annotator.session.editing.places.place_decisions import PlaceDecisions
from annotator.session.editing.places.place_proposals import ACCEPTED_TOGETHER, Proposal
from annotator.session.session import Session
from annotator.translation.messages import _, number
from annotator.ui.panels.places.columns import HEIGHT, ColumnNames
from annotator.ui.panels.places.counts import left_words
from annotator.ui.panels.places.place_actions import ACCEPT, ALL, DROP, RESELECT, PlaceActions
from annotator.ui.panels.places.places_view import PlacesView
from annotator.ui.panels.places.row_delegate import PlaceRowDelegate
from annotator.ui.panels.places.rows import PlaceRows
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import SELECT
from annotator.ui.widgets.own_changes import OwnChanges
from annotator.ui.widgets.panel_header import PanelHeader

ROWS_AT_FIRST, FEW_ROWS, TALL = 3.3, 2.2, 800


class PlacesPanel(QWidget):
    """List of proposals to accept, drop or select again by keys; choosing a row shows its place in the text.

    ``reselect_requested``: the user wants to select the annotation's words by hand. ``taken``, ``left_alone``: that
    selection is to be used, or discarded. ``text_requested``: to return to the article.
    """

    reselect_requested = Signal()
    taken = Signal()
    left_alone = Signal()
    text_requested = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("placesPanel")
        self.setAccessibleName(_("Places"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._session, self._look = session, look
        self._own, self._reselecting = OwnChanges(), False
        self._row = -1
        self._decisions = PlaceDecisions(session)
        self._rows = PlaceRows(session, self)
        self.header = PanelHeader(_("Places"), parent=self)
        self._offered = PlaceActions(look, self.header, self)
        self._list = self._list_view()
        self._names = ColumnNames(look, self._list, self)
        self._lay_out()
        self._connect()
        self._refill(afresh=True)

    def sizeHint(self) -> QSize:
        many = ROWS_AT_FIRST if self.window().height() >= TALL else FEW_ROWS
        rows = round(many * self._list.verticalHeader().defaultSectionSize())
        return QSize(super().sizeHint().width(), self.header.height() + HEIGHT + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offered.fit(self.width())

    def show_reselecting(self, reselecting: bool) -> None:
        """Adapt the buttons to whether the words of the current row are being selected by hand."""
        self._reselecting = reselecting
        if reselecting:
            self._row = self._list.current_row()
        self._offer()

    def show_first(self) -> None:
        """Go to the current row, or to the first where there is none."""
        if self._rows.rowCount():
            self._go_to(max(self._list.current_row(), 0))

    def go_on(self) -> None:
        """Go to the row after the one whose words were selected by hand."""
        self._go_on(self._row, done=True)

    def _list_view(self) -> PlacesView:
        view = PlacesView(1, parent=self)
        delegate = PlaceRowDelegate(self._rows, self._session, self._look, view)
        view.verticalHeader().setDefaultSectionSize(delegate.row_height)
        view.verticalScrollBar().setSingleStep(delegate.row_height)
        view.setObjectName("placesList")
        view.setAccessibleName(_("Annotations that have lost their place"))
        view.setModel(self._rows)
        view.setItemDelegate(delegate)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusProxy(view)
        return view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self._names):
            column.addWidget(part)
        column.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._session.opened.connect(lambda: self._refill(afresh=True))
        self._session.changed.connect(self._follow)
        self._session.selected.connect(self._show_selected)
        self._look.changed.connect(self._list.viewport().update)
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._list.clicked.connect(self._choose)
        self._list.entered.connect(lambda _row: self._do(ACCEPT))
        self._list.all_entered.connect(lambda: self._do(ALL))
        self._list.deleted.connect(lambda: self._do(DROP))
        self._list.typed.connect(self._type)
        self._list.stepped.connect(self._step)
        self._list.left.connect(self.text_requested)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._offered.asked.connect(self._do)

    # reactions to the session

    def _follow(self, change: Change) -> None:
        if any(annotation.displaced for annotation in (*change.annotations_removed, *change.annotations_added)):
            self._refill()

    def _refill(self, *, afresh: bool = False) -> None:
        with self._own.made():
            self._rows.rebuild(afresh=afresh)
        left = self._rows.rows
        self.header.set_count(*((left_words(left), number(len(left))) if left else ()))
        self._show_selected()

    def _show_selected(self) -> None:
        """Make the selected annotation's row current and scroll it into view."""
        chosen = self._session.selected_annotation
        row = self._rows.row_of(chosen.id) if chosen else None
        with self._own.made():
            if row is None:
                self._list.selectionModel().clear()
            elif row != self._list.current_row():
                self._list.selectionModel().setCurrentIndex(self._rows.index(row, 0), SELECT)
                self._list.scrollTo(self._rows.index(row, 0))
        self._offer()

    def _offer(self) -> None:
        proposal = self._current()
        writable = self._session.writable
        self._offered.offer(proposal, len(self._alike(proposal)), writable=writable, reselecting=self._reselecting)
        self._offered.fit(self.width())

    # reactions to the user

    def _current(self) -> Proposal | None:
        return self._rows.proposal(self._list.current_row())

    def _alike(self, proposal: Proposal | None) -> list[Proposal]:
        """Return the proposals that “Accept all” would accept together with this one."""
        if proposal is None or proposal.verdict not in ACCEPTED_TOGETHER:
            return []
        return [other for other in self._rows.rows if other.verdict == proposal.verdict]

    def _choose(self, index: QModelIndex) -> None:
        if not self._own.under_way and self._list.selectionModel().isSelected(index):
            self._show_place(self._rows.proposal(index.row()))

    def _show_place(self, proposal: Proposal | None) -> None:
        """Select the annotation, and its proposed words in the text; the document does not change."""
        if proposal is None:
            return
        if self._reselecting:
            self.left_alone.emit()
        self._session.select(proposal.annotation.id)
        if proposal.span:
            self._session.move_caret(proposal.span.end, proposal.span.start)
            self._session.reveal_caret()
        self._offer()

    def _go_to(self, row: int) -> None:
        index = self._rows.index(row, 0)
        with self._own.made():
            self._list.selectionModel().setCurrentIndex(index, SELECT)
        self._list.scrollTo(index)
        self._show_place(self._rows.proposal(row))

    def _type(self, key: str) -> None:
        if key.casefold() == "r":
            self._do(RESELECT)

    def _step(self, step: int) -> None:
        proposal = self._current()
        if proposal and len(proposal.candidates) > 1:
            self._rows.step(self._list.current_row(), step)
            self._show_place(self._current())

    def _do(self, name: str) -> None:
        proposal, row = self._current(), self._list.current_row()
        if proposal is None:
            return
        match name:
            case "accept" if self._reselecting:
                self.taken.emit()
            case "accept":
                self._go_on(row, done=self._decisions.accept([proposal]))
            case "all" if alike := self._alike(proposal):
                self._go_on(row, done=self._decisions.accept(alike))
            case "drop":
                self._go_on(row, done=self._decisions.drop(proposal.annotation))
            case "reselect" if self._reselecting:
                self.left_alone.emit()
            case "reselect" if self._session.writable:
                self.reselect_requested.emit()

    def _go_on(self, row: int, *, done: bool) -> None:
        """Go to the row that has taken the place of ``row``, if that was ``done``."""
        if done and self._rows.rowCount():
            self._go_to(min(row, self._rows.rowCount() - 1))

    def _open_menu(self, at: QPoint) -> None:
        if self._current():
            self._offered.open_menu(self._list.viewport().mapToGlobal(at))
