"""Dock with the articles of the folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.annotation_filter import divided, parsed_with
from annotator.session.opening.article_filter import names, suggestions
from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.entry import shown_status
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.status_names import status_in_sentence
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.panels.articles.article_filter import EVERYTHING, ArticleFilter
from annotator.ui.panels.articles.group_button import GroupButton
from annotator.ui.panels.articles.list_pages import ListPages
from annotator.ui.panels.articles.list_view import ArticlesView
from annotator.ui.panels.articles.plan_pills import PlanPills
from annotator.ui.panels.articles.progress import Progress
from annotator.ui.panels.articles.row_delegate import ArticleRowDelegate
from annotator.ui.panels.articles.row_menu import ArticleMenu
from annotator.ui.panels.articles.rows import ArticleRows
from annotator.ui.panels.articles.status_menu import StatusMenu
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.lists.term_field import TermField
from annotator.ui.widgets.panel_header import PanelHeader

NO_ROW = -1
SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticlesPanel(QWidget):
    """List of articles with status and count; ``open_article`` is called with the path of the one to open.

    ``text_requested``: to return to the article. ``status_requested``: paths, and the status that they are to get.
    ``file_requested``: path to show in the file manager. ``beside_requested``: path to open as the second article.
    """

    text_requested = Signal()
    status_requested = Signal(list, str)
    file_requested = Signal(object)
    beside_requested = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        groups: ArticleGroups,
        plan: FolderPlan,
        open_article: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articlesPanel")
        self.setAccessibleName(_("Articles"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        folder = plan.folder
        self._session, self._look, self._folder, self._open = session, look, folder, open_article
        self._groups, self._plan = groups, plan
        self.rows = ArticleRows(folder, groups, plan, self)
        self.header = PanelHeader(_("Articles"), count_at_right=True, parent=self)
        self._kinds = GroupButton(look, self)
        self._statuses = StatusMenu(self)
        self._field = TermField(look, _("Filter the articles"), self._divided, self._statuses, self)
        self._field.setToolTip(_("Words, or terms such as verdict:mixed, status:done, has:byline; a minus excludes"))
        self._list = self._list_view()
        self._pages = ListPages(plan, self.rows, self._list, self.header, look, self)
        self._progress, self._pills = Progress(folder, plan, look, self), PlanPills(folder, plan, look, self)
        self._lay_out()
        self._connect()
        self._listed()

    @property
    def selected(self) -> list[Path]:
        """Paths of the selected articles."""
        return [entry.path for entry in self.rows.entries(self._list.selected_rows())]

    def focus_filter(self) -> None:
        """Focus the filter field and select its text."""
        take_keyboard(self._field)
        self._field.selectAll()

    def _list_view(self) -> ArticlesView:
        view = ArticlesView(self.rows, self._look, self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(_("Articles"))
        view.setItemDelegate(ArticleRowDelegate(self.rows, self._look, self._open_path, view))
        self.setFocusProxy(view)
        return view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header.add(self._kinds)
        column.addWidget(self.header)
        field = QVBoxLayout()
        field.setContentsMargins(10, 2, 10, 8)
        field.addWidget(self._field)
        field.addWidget(self._pills)
        column.addLayout(field)
        column.addLayout(self._pages, 1)
        column.addWidget(self._progress)

    def _connect(self) -> None:
        self._field.edited.connect(self._filter)
        self._statuses.chosen.connect(self._filter)
        self._kinds.chosen.connect(self._groups.choose)
        self._kinds.all_closed.connect(lambda closed: self.rows.set_all_closed(closed=closed))
        self._groups.changed.connect(self._show_filtered)
        self._plan.changed.connect(self._listed)
        self._list.seen.connect(self._folder.read_first)
        self._list.typed.connect(self._type)
        self._folder.scheme_changed.connect(self._offer)
        self._field.went_down.connect(self._go_to_list)
        self._list.clicked.connect(self._open_clicked)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._list.selectionModel().selectionChanged.connect(lambda *_ranges: self._show_counts())
        self._list.entered.connect(self._open_row)
        for part in (self._field, self._list):
            part.left.connect(self._leave)
        self._pages.empty.chosen.connect(self._clear_filter)
        self.rows.searched.connect(self._show_counts)
        self._folder.listed.connect(self._listed)
        self._folder.relisted.connect(self._listed)
        self._folder.missing_changed.connect(self._show_filtered)
        self._folder.entries_changed.connect(lambda _rows: self._entries_changed())
        self._session.opened.connect(self._show_open)
        self._look.changed.connect(self._list.viewport().update)

    def _open_path(self) -> Path | None:
        return self._session.current.path if self._session.current else None

    def _open_clicked(self, index: QModelIndex) -> None:
        """Open the article clicked on, unless the click adds to the selection."""
        if not QGuiApplication.keyboardModifiers() & SELECTING:
            self._open_row(index.row())

    def _open_menu(self, at: QPoint) -> None:
        entries = self.rows.entries(self._list.selected_rows())
        if not entries:
            return
        paths, statuses = [entry.path for entry in entries], {shown_status(entry) for entry in entries}
        menu = ArticleMenu(paths, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = all(self._folder.row_of(path) is not None for path in paths)
        set_status = partial(self.status_requested.emit, paths) if there else None
        status = statuses.pop() if len(statuses) == 1 else ""
        menu.offer(self._open, self.beside_requested.emit, self.file_requested.emit, set_status, status)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def _open_row(self, row: int) -> None:
        entry = self.rows.entry(row)
        if entry is None:
            return
        if entry.path != self._open_path():
            self._open(entry.path)
        else:
            self.text_requested.emit()

    def _type(self, letter: str) -> None:
        """Go on in the filter with a letter typed in the list."""
        if letter.strip():
            self._field.setText(self._field.text() + letter)
            self._field.setFocus()

    def _leave(self) -> None:
        self._show_open()
        self.text_requested.emit()

    def _go_to_list(self) -> None:
        self.rows.search_all()
        if self.rows.rowCount():
            if self._list.current_row() < 0:  # before the focus, which would make the first row current, not selected
                self._list.selectRow(0)
            self._list.setFocus()

    def _divided(self, text: str) -> tuple[list[str], str]:
        return divided(text, names(self._folder.scheme))

    def _offer(self) -> None:
        self._field.offer(suggestions(self._folder.scheme))

    def _listed(self) -> None:
        self._offer()
        self._progress.setVisible(bool(self._folder.entries))
        self._progress.refresh()
        self._pills.refresh()
        self._show_filtered()

    def _entries_changed(self) -> None:
        self._progress.refresh()
        if self.rows.filter != EVERYTHING:
            self._show_counts()

    def _filter(self) -> None:
        status = self._statuses.status
        self._field.mark_menu(bool(status))
        asked = parsed_with(self._field.filter, names(self._folder.scheme))
        self.rows.set_filter(ArticleFilter(asked.words, status, asked.terms), self._open_path())
        self._show_filtered()

    def _clear_filter(self) -> None:
        self._statuses.choose_all()
        self._field.set_filter("")
        self._filter()
        self._field.setFocus()

    def _show_filtered(self) -> None:
        self._kinds.show_kind(self._groups.kind)
        self._show_counts()
        self._show_open()

    def _show_counts(self) -> None:
        wanted = plain_line(self._field.filter) or status_in_sentence(self._statuses.status)
        self._pages.show_state(len(self.selected), wanted)

    def _show_open(self) -> None:
        """Make the open article's row current and scroll it into view; the heading where its group is closed."""
        row = self.rows.row_of(self._open_path())
        row = self.rows.heading_of(self._open_path()) if row is None else row
        self._list.selectRow(NO_ROW if row is None else row)
        if row is not None:
            self._list.scrollTo(self.rows.index(row, 0))
        self._list.viewport().update()  # the row of the article before, where a click has selected this one already
