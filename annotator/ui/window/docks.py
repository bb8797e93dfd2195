"""The panels as docks: where they stand at first, and as they were left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.session.preferences.settings import Settings
from annotator.ui.widgets.keyboard import UnusedEscape
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.screen_room import move_into_room
from annotator.ui.window.panel_dock import add_dock
from annotator.ui.window.panel_specs import LEFT, RIGHT, Panel, PanelParts, PanelSpec, standing

VERSION = 1
"""Version of the saved layout: raise it where an older one does not fit any more."""

SEPARATOR, LEAST_WIDTH = 5, 200
START, NARROW, FOCUS, BOARD = "start page", "narrow window", "focus mode", "board"
"""Reasons to put the docks away."""

Kind = TypeVar("Kind", bound=QWidget)


class Docks:
    """Make the panels of ``specs`` and a dock around each. ``to_text`` gives the keyboard back to the article."""

    def __init__(
        self, window: QMainWindow, specs: Sequence[PanelSpec], parts: PanelParts, to_text: Callable[[], None]
    ) -> None:
        self._window, self.specs = window, specs
        self.panels: Mapping[str, QWidget] = {spec.action: spec.make(parts) for spec in specs}
        self.by_action: Mapping[str, QDockWidget] = {
            spec.action: add_dock(window, spec.title, self.panels[spec.action], parts.look, standing(spec.area))
            for spec in specs
        }
        for panel in self.panels.values():
            cast(Panel, panel).text_requested.connect(to_text)
            panel.setMinimumWidth(LEAST_WIDTH)
        UnusedEscape(window, self.by_action.values(), to_text)
        self._reasons: set[str] = set()
        self._widths: dict[str, int] = {}
        self._at_first = [spec.action for spec in specs if spec.at_first]
        for action in self.by_action.keys() - {*self._at_first}:
            self.by_action[action].hide()
        self._away, self._shown, self._fresh = QByteArray(), self._at_first, True
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        self._first = window.saveState(VERSION)
        self._size_as_at_first()

    def panel(self, kind: type[Kind]) -> Kind:
        """Return the panel of that class. Raises StopIteration where there is none."""
        return next(panel for panel in self.panels.values() if isinstance(panel, kind))

    @property
    def of_text(self) -> list[QDockWidget]:
        """Docks of the panels that tell of the words at the caret."""
        return [self.by_action[spec.action] for spec in self.specs if spec.about_text]

    def header(self, action: str) -> PanelHeader:
        return cast(Panel, self.panels[action]).header

    # widths

    @property
    def wanted(self) -> list[str]:
        """Actions of the docks that stand in the window, or will when they are brought back."""
        if self._reasons:
            return self._shown
        return [action for action, dock in self.by_action.items() if not dock.isHidden() and not dock.isFloating()]

    def least_width(self, actions: Collection[str]) -> int:
        """Return the width that these docks take at least, with what divides them from the text."""
        sides: dict[Qt.DockWidgetArea, int] = {}
        for action in actions:
            area = self._window.dockWidgetArea(self.by_action[action])
            panel, header = self.panels[action].minimumSizeHint(), self.header(action).minimumSizeHint()
            sides[area] = max(panel.width(), header.width(), LEAST_WIDTH, sides.get(area, 0))
        return sum(width + SEPARATOR for area, width in sides.items() if area in (LEFT, RIGHT))

    def note_widths(self) -> None:
        """Remember the widths of the docks at the sides, to give them these again once a narrow window has room."""
        for action in self.wanted:
            dock = self.by_action[action]
            if self._window.dockWidgetArea(dock) in (LEFT, RIGHT):
                self._widths[action] = dock.width()

    def widen(self) -> None:
        """Give the docks the widths again that were remembered, as there is room for them once more."""
        if not self._reasons:
            self._widen(self._widths)

    def show(self, action: str) -> None:
        """Show the dock, as wide as it was last beside the text unless others stand at its side."""
        dock = self.by_action[action]
        area = self._window.dockWidgetArea(dock)
        beside = [other for other in self.wanted if self._window.dockWidgetArea(self.by_action[other]) is area]
        if beside or action not in self._widths:
            dock.show()
        else:
            self.show_as_wide_as(self._widths[action], action)

    def show_as_wide_as(self, width: int, action: str) -> None:
        """Show the dock if it is hidden, with that width."""
        dock = self.by_action[action]
        if dock.isHidden():
            dock.show()
            widen = partial(self._size, Qt.Orientation.Horizontal, {action: width})
            QTimer.singleShot(0, dock, widen)  # the window lays the dock out first

    # away and back

    def is_away(self, *reasons: str) -> bool:
        """Return whether the docks are put away for one of these reasons."""
        return not self._reasons.isdisjoint(reasons)

    def put_away(self, reason: str) -> None:
        """Hide the docks until they are brought back: as long as there is nothing to show in them, or no room."""
        if not self._reasons:
            self._shown = self.wanted
            self._fresh = self._fresh and not self._window.isVisible()
            self._away = self._window.saveState(VERSION)
        self._reasons.add(reason)
        for dock in self.by_action.values():
            if reason in (START, FOCUS, BOARD) or not dock.isFloating():
                dock.hide()

    def bring_back(self, reason: str) -> None:
        """Show the docks as they were before they were put away, unless there is another reason to hide them."""
        if reason not in self._reasons:
            return
        self._reasons.discard(reason)
        widths = dict(self._widths)  # those of now, before the window is laid out again
        self._window.restoreState(self._away, VERSION)
        if self._reasons:
            for other in tuple(self._reasons):
                self.put_away(other)
        elif self._fresh:
            self._size_as_at_first()
        else:
            self._widen(widths)

    def lend(self, action: str) -> tuple[PanelHeader, QWidget]:
        """Return header and panel of a dock that is put away, to be shown elsewhere."""
        self.by_action[action].setTitleBarWidget(None)  # type: ignore[arg-type]  # Qt allows it, the stub does not
        return self.header(action), self.panels[action]

    def take_back(self, action: str) -> None:
        """Put header and panel into their dock again."""
        dock = self.by_action[action]
        dock.setWidget(self.panels[action])
        dock.setTitleBarWidget(self.header(action))
        self.panels[action].show()
        self.header(action).show()

    # from run to run

    def restore(self, settings: Settings) -> None:
        """Put the docks where they were left, as far as the settings know and the screen has room."""
        layout = settings.mirrored_layout if self._window.isRightToLeft() else settings.layout
        self._fresh = not self._window.restoreState(_bytes(layout), VERSION)
        if self._fresh and self._window.isVisible():
            self._size_as_at_first()  # what was visible was laid out before the text was there
        self._widths = {action: width for action, width in settings.panel_widths.items() if action in self.by_action}
        for dock in self.by_action.values():
            if dock.isFloating():
                move_into_room(dock)

    def reset(self) -> None:
        """Put all docks back to where they stand at first, at their first sizes."""
        for dock in self.by_action.values():
            dock.setFloating(False)
        self._away, self._shown, self._fresh = self._first, self._at_first, True
        self._widths.clear()
        if self._reasons:
            for dock in self.by_action.values():
                dock.hide()
        else:
            self._window.restoreState(self._first, VERSION)
            self._size_as_at_first()

    def state(self) -> dict[str, object]:
        """Return the places of window and docks, as settings; those of a mirrored window have a name of their own."""
        layout = self._away if self._reasons else self._window.saveState(VERSION)
        name = "mirrored_layout" if self._window.isRightToLeft() else "layout"
        places = {"geometry": _text(self._window.saveGeometry()), name: _text(layout)}
        return {**places, "panel_widths": dict(self._widths)}

    def _size_as_at_first(self) -> None:
        self._size(Qt.Orientation.Horizontal, {spec.action: spec.width for spec in self.specs})
        self._size(Qt.Orientation.Vertical, {spec.action: spec.height for spec in self.specs})

    def _widen(self, widths: Mapping[str, int]) -> None:
        """Give those widths to the docks that are shown."""
        shown = self.wanted
        self._size(Qt.Orientation.Horizontal, {action: widths[action] for action in widths if action in shown})

    def _size(self, along: Qt.Orientation, sizes: Mapping[str, int]) -> None:
        given = {action: size for action, size in sizes.items() if size}
        self._window.resizeDocks([self.by_action[action] for action in given], list(given.values()), along)


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode()))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
