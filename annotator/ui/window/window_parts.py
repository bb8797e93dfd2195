"""The parts of the main window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from annotator.session.editing.marking import Marking
from annotator.session.editing.navigation import Navigation
from annotator.session.errors.error_hooks import ErrorHooks
from annotator.session.services import Services
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.checked_actions import CheckedActions
from annotator.ui.actions.disabled_key_feedback import DisabledKeyFeedback
from annotator.ui.actions.targets import Targets
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.article_page.coming_article import ComingArticle
from annotator.ui.article_view.typography import NAMES as TYPE_SETTINGS
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.notices.all_notices import AllNotices
from annotator.ui.notices.plan_notice import PlanNotice
from annotator.ui.notices.ways_out import WaysOut
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.status_bar.status_follower import StatusFollower
from annotator.ui.system.scale_watch import ScaleWatch
from annotator.ui.system.screen_reader import ScreenReader
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.window.central_area import CentralArea, between
from annotator.ui.window.closing import SessionManager, may_close, save_and_give_up, save_for_session
from annotator.ui.window.desk.article_drops import ArticleDrops
from annotator.ui.window.desk.board_place import Around, BoardPlace
from annotator.ui.window.desk.drop_target import DropTarget
from annotator.ui.window.docks import BOARD, FOCUS, START, Docks
from annotator.ui.window.first.first_picture import HELD
from annotator.ui.window.first.text_place import FOLDED_BELOW, kept_margins
from annotator.ui.window.focus_mode import FocusMode
from annotator.ui.window.folder_pages import FolderPages
from annotator.ui.window.last_position import LastPosition
from annotator.ui.window.panel_specs import LEFT, PANELS, RIGHT, PanelParts
from annotator.ui.window.places_dock import PlacesDock
from annotator.ui.window.setting_effects import SettingEffects
from annotator.ui.window.side_panels import SidePanels
from annotator.ui.window.split_area import SplitArea
from annotator.ui.window.text_in_focus import TextInFocus, TextMenus
from annotator.ui.window.text_modes import TextModes
from annotator.ui.window.top_bar import TopBar
from annotator.ui.window.window_actions import WindowActions
from annotator.ui.window.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from annotator.ui.window.tour import Tour


class WindowParts(QObject):
    """Make the parts of ``window``, connect their signals with the methods of others, open and close."""

    def __init__(self, window: QMainWindow, services: Services, look: Look, messages: SystemDialogs) -> None:
        super().__init__(window)
        self._window, self._services, self._look, self._messages = window, services, look, messages
        session = services.session
        self.navigation = Navigation(session, services.plan, services.opener, services.store)
        self._marking = Marking(session)
        self._modes = TextModes(services, window, self.navigation)
        self._memory = LastPosition(services)
        self._page = ArticlePage(session, look, services.store, self._marking, self.navigation)
        ComingArticle(services.opener.ahead, self._page)
        self._split = SplitArea(self._page, look, services, self.navigation)
        mark, values, links, go = self._marking, self._modes.values, self._modes.links, self.navigation
        beside = self._split.open_second
        parts = PanelParts(services, look, mark, values, links, go, lambda: self._actions, beside, messages)
        self._docks = Docks(window, PANELS, parts, lambda: take_keyboard(self._page.view))
        self._panels = SidePanels(window, self._docks, self._split, look, services)
        self._places = PlacesDock(session, look, self._page.view, window)
        self._focus = FocusMode(window, session, self._page, self._panels, self._places)
        self._dialogs = WindowDialogs(services, look, messages, self.navigation, lambda: self._actions, window)
        evidence = EvidenceParts(services.evidence, look, messages)
        self._modes.show(self._page, evidence, self._docks.of_text, mark, self._dialogs.open_link)
        self._tour: Tour | None = None
        self._actions = self._made_actions()
        rows = self._docks.panel(AnnotationsPanel).findChildren(RowsView)[0]
        self._modes.show_keys(self._page, self._actions, rows)
        self._lay_out()
        self._ways_out = WaysOut(services, messages)
        self._notices = AllNotices(services, look, self._page.banners, self._actions, self._ways_out, self._dialogs)
        PlanNotice(services, self._page.banners, self._actions, go)
        self._dim_keys = DisabledKeyFeedback(self._page.view, session)
        self._checks = CheckedActions(self._actions, session, services.store)
        self._preferences = SettingEffects(services, look, self._actions, self.navigation)
        around = Around(self._actions, self._middle, self._panels)
        self._board = BoardPlace(services, look, messages, self.navigation, around)
        self._modes.show_review(services, look, around, self._page)
        self._pages = FolderPages(services, *around, self._notices.show_empty, messages)
        self._connect()

    def open(self, path: Path | None) -> None:
        """Open a folder or an article, or the import with a file of another kind.

        Without a path open the folder that was open last, or else the start page.
        """
        last = self._services.store.settings.last_folder
        if path is None and last and is_folder(Path(last)):
            path = Path(last)
        if path is None:
            self._pages.show_start()
        elif is_folder(path) or is_article(path):
            self.navigation.open(path)
        else:
            give = partial(self._dialogs.import_files, [path])
            self._services.folder.listed.connect(give, Qt.ConnectionType.SingleShotConnection)
            self.navigation.open(path.parent)

    def follow(self, failures: ErrorHooks) -> None:
        """Report unexpected errors to the user from now on."""
        from annotator.ui.window.error_reporting import ErrorReporting  # here: tests let such errors through

        self._errors = ErrorReporting(failures, self._services, self._look, self._page.banners, self._window)

    def _made_actions(self) -> Actions:
        services, view, text = self._services, self._page.view, TextInFocus(self._split)
        commands = WindowActions(self._window, services, self.navigation, self._messages, self._panels, self._focus)
        commands.panes, commands.caption = self._panes, lambda id: self._actions.caption(id)
        commands.show_tour = lambda: self._begin_tour(commands)
        commands.toggle_board = lambda: self._board.toggle()
        targets = Targets(
            services.session,
            services.store,
            self.navigation,
            self._marking,
            self._modes.links,
            self._modes.values,
            self._modes.card,
            self._modes.desk,
            self._modes.review,
            text,
            commands,
            self._dialogs,
        )
        return Actions(self._window, view, services.session, targets, services.store.settings.keys)

    def _begin_tour(self, commands: WindowActions) -> None:
        if self._tour is None:
            from annotator.ui.window.tour import Tour  # here: not before it is wanted

            parts = self._page, self._docks, self._panels
            self._tour = Tour(self._services, self._look, *parts, commands.open_samples)
        self._tour.begin()

    def _lay_out(self) -> None:
        give, go = self._dialogs.import_files, lambda folder: self.navigation.open(Path(folder))
        self._middle = CentralArea(self._split, self._look, self._actions, go, give)
        rails = self._panels.rails.sides
        self._window.setCentralWidget(between(rails[LEFT], self._middle, rails[RIGHT]))
        self._dropping = DropTarget(self._window, self._look, self.navigation.open, give)
        self._dropping.watch(self._window, self._middle)
        articles = self._docks.panel(ArticlesPanel)  # it may float, as a window of its own
        self._dropping.watch(articles, articles)
        ArticleDrops(self._split, self._services.folder, self._look, self.navigation.open_article)
        self._text_menu = TextMenus(self._split, self._actions)
        self._screen_reader = ScreenReader(self._services.session, self._page.view)
        self._top = TopBar(self._window, self._look, self._actions, self._services.store, go)
        self._status = StatusBar(self._services.session, self._look, self._window)
        self._window.setStatusBar(self._status)
        self._status_line = StatusFollower(self._services, self._status, self._modes.desk.facts, self._modes.review)

    def _connect(self) -> None:
        services = self._services
        services.session.opened.connect(self._show_article)
        services.store.changed.connect(self._fit_type)
        ScaleWatch(self._window).changed.connect(self._look.draw_again)
        self._checks.follow_panels(self._docks.by_action, self._panels.overlay_shown)
        self._focus.key_of = self._actions.caption
        self._focus.changed.connect(partial(self._actions.check, "focus_mode"))
        self._split.second_shown.connect(partial(self._actions.check, "second_article"))
        self._split.left_alone.connect(self._docks.widen)
        self._docks.panel(AnnotationsPanel).chosen.connect(self._docks.panel(DetailsPanel).show_several)
        self._docks.panel(DetailsPanel).link_requested.connect(self._dialogs.open_link)
        self._status.annotator_clicked.connect(self._dialogs.open_settings)
        self._status.zoom_clicked.connect(lambda: self._actions.trigger("zoom_reset"))

    def _panes(self) -> list[QWidget]:
        middle = [*self._middle.panes, *self._split.panes, self._page.labels, *self._places.panes, *self._modes.panes]
        return [*self._panels.panes(LEFT), self._page.banners, *middle, *self._panels.panes(RIGHT)]

    def _fit_type(self, setting: str) -> None:
        if setting in (*TYPE_SETTINGS, "line_numbers") and self._window.isVisible():
            self._panels.arrange()

    def _show_article(self) -> None:
        path = self._services.session.path
        self._window.setWindowTitle(
            _("{article} — Annotator").format(article=shown(path.name)) if path else "Annotator"
        )

    def end(self) -> list[str]:
        """Save and close without asking; return a sentence for each article that was copied as saving it failed."""
        sentences = save_and_give_up(self._services)
        self._dialogs.close()
        self._window.close()
        return sentences

    def save_for_session(self, manager: SessionManager) -> None:
        """Save as the system's session ends; where that fails, ask if the system lets us, else keep a copy."""
        save_for_session(self._services, self._ways_out, self._messages, manager)

    def settle(self) -> None:
        """Put the docks where they were left, once all parts are in the window."""
        if self._window.isVisible():
            QApplication.processEvents(HELD)  # in a visible window Qt shows and lays out the parts only then
        self._docks.restore(self._services.store.settings)
        if self._window.isVisible():
            self.fit()

    def fit(self) -> None:
        """Fit the parts to the size of the window."""
        width = self._window.width()
        narrow = width < FOLDED_BELOW
        self._top.fit(width, narrow=narrow)
        self._page.labels.set_low(on=narrow)
        self._panels.arrange()

    def close(self, *, keeps_places: bool) -> bool:
        """Save everything, with the places of docks and text if so wanted; return False if the window is to stay."""
        self._services.session.field.finish()
        self._memory.note_caret()
        if not self._dialogs.may_close() or not may_close(self._services.autosave, self._ways_out, self._messages):
            return False
        self._dialogs.close()
        self._board.stop()
        self._services.outside.close()
        self._services.second.stop()
        self._services.autosave.stop()
        if keeps_places:
            away = self._docks.is_away(START, FOCUS, BOARD)
            self._services.store.update(**self._docks.state(), **kept_margins(self._page, self._window, away=away))
        self._services.store.close()
        return True
