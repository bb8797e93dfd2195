"""The panels as docks: where they stand at first, and as they were left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.session.preferences.settings import Settings
from annotator.session.session import Session
from annotator.ui.widgets.screen_room import move_into_room, resize_into_room
from annotator.ui.window.panel_specs import Panel, PanelParts, PanelSpec

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
VERSION = 1
"""Version of the saved layout: raise it where an older one does not fit any more."""

SIZE = (1440, 900)
Kind = TypeVar("Kind", bound=QWidget)


class Docks:
    """Make the panels of ``specs`` and a dock around each. ``to_text`` gives the keyboard back to the article."""

    def __init__(
        self, window: QMainWindow, specs: Sequence[PanelSpec], parts: PanelParts, to_text: Callable[[], None]
    ) -> None:
        self._window, self._specs = window, specs
        self._away: QByteArray | None = None
        self.by_action: Mapping[str, QDockWidget] = {spec.action: self._made(spec, parts, to_text) for spec in specs}
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        self._size(Qt.Orientation.Horizontal, {spec.action: spec.width for spec in specs})
        self._size(Qt.Orientation.Vertical, {spec.action: spec.height for spec in specs})

    def panel(self, kind: type[Kind]) -> Kind:
        """Return the panel of that class. Raises StopIteration where there is none."""
        widgets = (dock.widget() for dock in self.by_action.values())
        return next(widget for widget in widgets if isinstance(widget, kind))

    def panes(self, area: Qt.DockWidgetArea, session: Session) -> list[QWidget]:
        """Return the panels of one side that F6 stops at just now."""
        chosen = (spec for spec in self._specs if spec.area is area and spec.takes_focus(session))
        return [self.by_action[spec.action].widget() for spec in chosen]

    def put_away(self) -> None:
        """Hide the docks as long as there is nothing to show in them."""
        if self._away is None:
            self._away = self._window.saveState(VERSION)
            for dock in self.by_action.values():
                dock.hide()

    def bring_back(self) -> None:
        """Show the docks as they were before they were put away."""
        state, self._away = self._away, None
        if state is not None:
            self._window.restoreState(state, VERSION)

    def restore(self, settings: Settings) -> None:
        """Put window and docks where they were left, as far as the settings know."""
        if not self._window.restoreGeometry(_bytes(settings.geometry)):
            resize_into_room(self._window, QSize(*SIZE))
        move_into_room(self._window)
        self._window.restoreState(_bytes(settings.layout), VERSION)

    def state(self) -> dict[str, str]:
        """Return the places of window and docks, as settings."""
        layout = self._window.saveState(VERSION) if self._away is None else self._away
        return {"geometry": _text(self._window.saveGeometry()), "layout": _text(layout)}

    def _made(self, spec: PanelSpec, parts: PanelParts, to_text: Callable[[], None]) -> QDockWidget:
        panel = spec.make(parts)
        cast(Panel, panel).text_requested.connect(to_text)
        return add_dock(self._window, spec.title, panel, spec.area)

    def _size(self, along: Qt.Orientation, sizes: Mapping[str, int]) -> None:
        given = {action: size for action, size in sizes.items() if size}
        self._window.resizeDocks([self.by_action[action] for action in given], list(given.values()), along)


def add_dock(window: QMainWindow, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
    """Put the panel into a dock of that title, with the panel's header as its title bar."""
    dock = QDockWidget(title, window)
    dock.setObjectName(f"{title.lower()}Dock")
    dock.setAccessibleName(title)
    dock.setWidget(panel)
    dock.setTitleBarWidget(cast(Panel, panel).header)
    window.addDockWidget(area, dock)
    return dock


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode()))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
