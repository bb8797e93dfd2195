"""The window: puts the parts together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.session.errors.error_hooks import Failures
from annotator.session.services import Desk
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import shown
from annotator.ui.actions.bound_actions import Actions, Handlers
from annotator.ui.actions.command_field import CommandField
from annotator.ui.actions.disabled_key_feedback import DimKeys
from annotator.ui.actions.menus import Menus, menu_bar_of
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.article_page.text_menu import TextMenu
from annotator.ui.editing.marking import Marking
from annotator.ui.editing.navigation import Navigation
from annotator.ui.notices.all_notices import AllNotices
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.status_bar.status_follower import StatusLine
from annotator.ui.system.system_dialogs import Messages
from annotator.ui.theme.look import Look
from annotator.ui.window.action_handlers import Parts, handlers
from annotator.ui.window.central_area import Middle
from annotator.ui.window.checked_actions import Checks
from annotator.ui.window.closing import may_close
from annotator.ui.window.docks import Docks
from annotator.ui.window.drop_target import Dropping
from annotator.ui.window.exchange_dialogs import NO_FOLDER
from annotator.ui.window.last_position import Memory
from annotator.ui.window.panel_wiring import Panels, connect_panels
from annotator.ui.window.places_dock import PlacesDock
from annotator.ui.window.setting_effects import Preferences
from annotator.ui.window.window_dialogs import WindowDialogs


class MainWindow(QMainWindow):
    """Makes the parts, connects what one asks for with what another does, and opens and closes."""

    def __init__(self, desk: Desk, look: Look, messages: Messages) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName("Annotator")
        self._desk, self._look, self._messages = desk, look, messages
        session = desk.session
        self.navigation = Navigation(session, desk.folder, desk.opener, desk.store)
        self._marking = Marking(session)
        self._memory = Memory(desk)
        self._page = ArticlePage(session, look, desk.store, self._marking, self.navigation)
        self._articles = ArticlesPanel(session, look, desk.folder, self.navigation.open_article)
        self._annotations = AnnotationsPanel(session, look)
        self._details = DetailsPanel(session, look, self._marking.set_note)
        self._docks = Docks(self, self._articles, self._annotations, self._details)
        self._places = PlacesDock(session, look, self._page.view, self)
        self._dialogs = WindowDialogs(desk, look, messages, self.navigation, lambda: self._actions, self)
        self._actions = self._made_actions()
        self._lay_out()
        self._notices = AllNotices(desk, look, self._page.banners, self._actions, self)
        self._dim_keys = DimKeys(self._page.view, session)
        self._checks = Checks(self._actions, desk, self._docks)
        self._preferences = Preferences(desk, look, self._actions, self.navigation)
        self._connect()
        self._docks.restore(desk.store.settings)

    def open(self, path: Path | None) -> None:
        """Open a folder or an article; without one the folder that was open last, or else the start page."""
        last = self._desk.store.settings.last_folder
        if path is None and last and is_folder(Path(last)):
            path = Path(last)
        if path:
            self.navigation.open(path)
        else:
            self._show_start()

    def follow(self, failures: Failures) -> None:
        """Tell of the program's own errors from now on."""
        from annotator.ui.window.error_reporting import UnexpectedErrors  # here: tests let such errors through

        finish_note, autosave = self._details.finish_note, self._desk.autosave
        self._errors = UnexpectedErrors(failures, self._look, autosave, finish_note, self)

    def _made_actions(self) -> Actions:
        parts = Parts(
            self,
            self._desk.session,
            self._desk.store,
            self.navigation,
            self._marking,
            self._page,
            self._details,
            self._docks,
            self._messages,
            self._panes,
            self._dialogs.handlers(),
            self._places,
        )
        run = Handlers(handlers(parts), self._marking.tag, self._marking.lock)
        return Actions(self, self._page.view, self._desk.session, run, self._desk.store.settings.keys)

    def _lay_out(self) -> None:
        trigger = self._actions.trigger
        self._middle = Middle(
            self._page,
            self._look,
            lambda: trigger("open_folder"),
            lambda: trigger("open_samples"),
            self._open_text,
        )
        self.setCentralWidget(self._middle)
        self._dropping = Dropping(self, self._middle, self._look, self.navigation.open, self._dialogs.import_files)
        self._text_menu = TextMenu(self._page.view, self._actions)
        bar = menu_bar_of(self)
        self.setMenuBar(bar)
        settings = self._desk.store
        self._menus = Menus(bar, self._actions, lambda: settings.settings.recent_folders, self._open_text)
        field = CommandField(self._look, self._actions.action("palette").shortcut(), bar)
        field.clicked.connect(lambda: trigger("palette"))
        self._actions.relisted.connect(lambda: field.set_key(self._actions.action("palette").shortcut()))
        bar.setCornerWidget(field, Qt.Corner.TopRightCorner)
        self._status = StatusBar(self._desk.session, self._look, self)
        self.setStatusBar(self._status)
        self._status_line = StatusLine(self._desk, self._status)

    def _connect(self) -> None:
        desk, text = self._desk, self._page.view.setFocus
        desk.folder.listed.connect(self._show_folder)
        desk.folder.failed.connect(self._tell_failed)
        desk.session.opened.connect(self._show_article)
        desk.opener.started.connect(self._details.finish_note)
        panels = Panels(self._articles, self._annotations, self._details)
        connect_panels(panels, self._marking, self._actions, desk.store, text)
        self._status.annotator_clicked.connect(self._dialogs.open_settings)
        self._status.zoom_clicked.connect(lambda: self._actions.trigger("zoom_reset"))

    def _panes(self) -> list[QWidget]:
        panes = [self._articles, self._middle.pane, self._page.labels, *self._places.panes, self._annotations]
        return [*panes, self._details] if self._desk.session.selected_annotation else panes

    def _show_start(self) -> None:
        self._actions.close("export", NO_FOLDER)
        self._docks.put_away()
        self._middle.show_start(self._desk.store.settings.recent_folders)

    def _show_folder(self) -> None:
        self._actions.close("export", "")
        self._docks.bring_back()
        self._middle.show_page()

    def _tell_failed(self, sentence: str) -> None:
        if self._desk.folder.path is None:
            self._messages.tell("Open folder", f"The folder cannot be opened. {sentence}")

    def _show_article(self) -> None:
        path = self._desk.session.path
        self.setWindowTitle(f"{shown(path.name)} — Annotator" if path else "Annotator")

    def _open_text(self, folder: str) -> None:
        self.navigation.open(Path(folder))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._details.finish_note()
        self._memory.note_caret()
        if not may_close(self._desk.autosave, self._messages):
            event.ignore()
            return
        self._dialogs.close()
        self._desk.outside.close()
        self._desk.autosave.finish()
        self._desk.store.update(**self._docks.state())
        self._desk.store.close()
        event.accept()
