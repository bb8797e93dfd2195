"""Central widget of the window: the article page, or the start page as long as no folder is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import ScrolledContent
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.window.split_area import SplitArea

if TYPE_CHECKING:
    from annotator.ui.start_page.start_page import StartPage


class CentralArea(QStackedWidget):
    """Show one of the two pages. ``trigger`` runs an action by its id, ``open`` opens a folder by its path."""

    def __init__(
        self,
        articles: SplitArea,
        look: Look,
        trigger: Callable[[str], None],
        open: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._articles, self._page, self._look = articles, articles.page, look
        self._trigger, self._open = trigger, open
        self._start: StartPage | None = None
        self.addWidget(articles)

    @property
    def pane(self) -> QWidget:
        """Widget that takes the keyboard in this area."""
        return self._start if self._start and self._start.isVisible() else self._page.view

    def show_page(self) -> None:
        self.setCurrentWidget(self._articles)
        take_keyboard(self._page.view)

    def show_start(self, recent: Sequence[str], progress: Mapping[str, tuple[int, int]]) -> None:
        """Show the start page, with the folders opened last and how far they have come."""
        from annotator.ui.start_page.recent_folders import (
            RecentFolder,  # here: the page is seen only while no folder is open
        )

        start = self._start or self._made_start()
        start.show_folders([RecentFolder(path, *progress.get(path, (0, 0))) for path in recent])
        self.setCurrentIndex(1)
        start.setFocus()

    def _made_start(self) -> StartPage:
        from annotator.ui.start_page.start_page import StartPage  # here: likewise

        start = self._start = StartPage(self._look, built_in_scheme().labels, self)
        start.open_requested.connect(lambda: self._trigger("open_folder"))
        start.import_requested.connect(lambda: self._trigger("import"))
        start.samples_requested.connect(lambda: self._trigger("open_samples"))
        start.folder_requested.connect(self._open)
        self.addWidget(ScrolledContent(start, self))
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
