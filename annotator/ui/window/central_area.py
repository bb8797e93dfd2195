"""Central widget of the window: the article page, the start page as long as no folder is open, or the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from annotator.session.preferences.settings import Settings
from annotator.storage.articles.folders import article_names
from annotator.storage.program.resources import samples
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import ScrolledContent
from annotator.ui.widgets.keyboard import take_keyboard_from_window
from annotator.ui.widgets.words.key_names import captions
from annotator.ui.window.split_area import SplitArea

if TYPE_CHECKING:
    from annotator.session.importing.importable import FolderFiles
    from annotator.ui.start_page.start_page import StartPage


class CentralArea(QStackedWidget):
    """Show one of the pages. ``open`` opens a folder by its path, ``import_files`` the import with files.

    ``offer_declined``: a folder without articles is to be opened without importing anything.
    """

    offer_declined = Signal()

    def __init__(
        self,
        articles: SplitArea,
        look: Look,
        actions: Actions,
        open: Callable[[str], None],
        import_files: Callable[[Sequence[Path]], None],
    ) -> None:
        super().__init__()
        self._articles, self._page, self._look, self._actions = articles, articles.page, look, actions
        self._open, self._import_files = open, import_files
        self._start: StartPage | None = None
        self._other, self._other_panes = QWidget(), list[QWidget]()
        self.addWidget(articles)

    @property
    def panes(self) -> list[QWidget]:
        """Widgets that F6 stops at in this area: of each part of another page the one that had the keyboard last."""
        if self._start and self._start.isVisible():
            return [self._start]
        return [pane.focusWidget() or pane for pane in self._other_panes] if self.shows_other else [self._page.view]

    @property
    def shows_start(self) -> bool:
        """True while the start page is shown."""
        return self._start is not None and self._start.isVisibleTo(self)

    def show_page(self) -> None:
        self.setCurrentWidget(self._articles)
        take_keyboard_from_window(self._page.view)

    @property
    def shows_other(self) -> bool:
        """True while a page is shown in place of the article."""
        return self.currentWidget() is self._other

    def show_other(self, page: QWidget, panes: Sequence[QWidget]) -> None:
        """Show a page in place of the article, which keeps the state that it has; ``panes`` are the page's stops."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self._other, self._other_panes = page, [*panes]
        self.setCurrentWidget(page)

    def show_start(self, settings: Settings, offer: FolderFiles | None = None) -> None:
        """Show the start page, with the folders opened last, and what a folder without articles has to import."""
        from annotator.ui.start_page.recent_folders import (
            RecentFolder,  # here: the page is seen only while no folder is open
        )

        start = self._start or self._made_start()
        progress = settings.progress
        others = [path for path in settings.recent_folders if not offer or path != str(offer.folder)]
        start.show_folders([RecentFolder(path, *progress.get(path, (0, 0))) for path in others])
        start.guide.offer_tour(on=not settings.tour_seen)
        start.show_keys(self._caption)
        if offer:
            start.show_offer(offer)
        else:
            start.withdraw_offer()
        self.setCurrentWidget(self._around_start)
        start.take_keyboard()
        QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        """Scroll a low start page to the part that was given the keyboard."""
        focused, area = QApplication.focusWidget(), self.currentWidget()
        if focused and isinstance(area, ScrolledContent) and area.isAncestorOf(focused):
            area.ensureWidgetVisible(focused)

    def _caption(self, action: str) -> str:
        return next(iter(captions(self._actions.keys.keys[action])), "")

    def _made_start(self) -> StartPage:
        from annotator.ui.start_page.start_page import StartPage  # here: likewise

        trigger, labels = self._actions.trigger, built_in_scheme().labels
        start = self._start = StartPage(self._look, labels, len(article_names(samples())), self)
        start.open_requested.connect(lambda: trigger("open_folder"))
        start.import_requested.connect(lambda: trigger("import"))
        start.samples_requested.connect(lambda: trigger("open_samples"))
        start.guide.tour_requested.connect(lambda: trigger("tour"))
        start.guide.handbook_requested.connect(lambda: trigger("handbook"))
        start.folder_requested.connect(self._open)
        start.offer.import_requested.connect(self._import_files)
        start.offer.declined.connect(self.offer_declined)
        self._actions.relisted.connect(lambda: start.show_keys(self._caption))
        self._around_start = ScrolledContent(start, self)
        self.addWidget(self._around_start)
        return start


def between(left: QWidget, middle: QWidget, right: QWidget) -> QWidget:
    """Return a widget with ``middle`` between two others."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(left)
    row.addWidget(middle, 1)
    row.addWidget(right)
    return whole
