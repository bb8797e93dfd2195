"""The panels as docks: where they stand at first, and as they were left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.session.preferences.settings import Settings
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.panels.details.panel import DetailsPanel

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
VERSION = 1
WIDTHS = {"articles": 238, "annotations": 324}
SIZE = (1440, 900)


class Docks:
    """Articles at the left, annotations over details at the right."""

    def __init__(
        self, window: QMainWindow, articles: ArticlesPanel, annotations: AnnotationsPanel, details: DetailsPanel
    ) -> None:
        self._window = window
        self._away: QByteArray | None = None
        self.articles = self._dock("Articles", articles, articles.header, LEFT)
        self.annotations = self._dock("Annotations", annotations, annotations.header, RIGHT)
        self.details = self._dock("Details", details, details.header, RIGHT)
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        window.resizeDocks([self.articles, self.annotations], list(WIDTHS.values()), Qt.Orientation.Horizontal)
        window.resizeDocks([self.annotations, self.details], [340, 460], Qt.Orientation.Vertical)

    @property
    def all(self) -> Sequence[QDockWidget]:
        return self.articles, self.annotations, self.details

    def put_away(self) -> None:
        """Hide them as long as there is nothing to show in them."""
        if self._away is None:
            self._away = self._window.saveState(VERSION)
            for dock in self.all:
                dock.hide()

    def bring_back(self) -> None:
        """Show them as they were before they were put away."""
        state, self._away = self._away, None
        if state is not None:
            self._window.restoreState(state, VERSION)

    def restore(self, settings: Settings) -> None:
        """Put window and docks where they were left, as far as the settings know."""
        if not self._window.restoreGeometry(_bytes(settings.geometry)):
            self._window.resize(QSize(*SIZE).boundedTo(self._window.screen().availableSize()))
        self._window.restoreState(_bytes(settings.layout), VERSION)

    def state(self) -> dict[str, str]:
        """Where window and docks are, as settings."""
        layout = self._window.saveState(VERSION) if self._away is None else self._away
        return {"geometry": _text(self._window.saveGeometry()), "layout": _text(layout)}

    def _dock(self, title: str, panel: QWidget, header: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"{title.lower()}Dock")
        dock.setAccessibleName(title)
        dock.setWidget(panel)
        dock.setTitleBarWidget(header)
        self._window.addDockWidget(area, dock)
        return dock


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode()))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
