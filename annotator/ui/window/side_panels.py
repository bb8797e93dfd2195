"""The panels at the sides: docked where there is room beside the text, else folded to rails and shown one at a time."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from annotator.session.services import Services
from annotator.translation.messages import N_, _
from annotator.ui.theme.look import Look
from annotator.ui.widgets import overlay, rail
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.overlay import Overlay
from annotator.ui.window.docks import BOARD, FOCUS, NARROW, START, Docks, Kind
from annotator.ui.window.first.text_place import FOLDED_BELOW, FOLDED_BELOW_HEIGHT
from annotator.ui.window.overlay_place import OverlayPlace
from annotator.ui.window.panel_rails import PanelRails
from annotator.ui.window.panel_specs import Panel, PanelSpec
from annotator.ui.window.split_area import SplitArea

LEAST_HEIGHT = 280
RAILS = 2 * rail.WIDTH
IN_FOCUS = N_("Leave focus mode to keep a panel open beside the text")
NO_ROOM = N_("The window is too narrow to keep a panel open beside the text")


class SidePanels(QObject):
    """Fold and unfold the docks as the window's width changes, and open a folded panel over the page.

    ``overlay_shown``: action of a panel, and whether it is open over the page of ``area`` now.
    """

    overlay_shown = Signal(str, bool)

    def __init__(self, window: QMainWindow, docks: Docks, area: SplitArea, look: Look, services: Services) -> None:
        super().__init__(window)
        self._window, self._docks, self.area, self._page = window, docks, area, area.page
        self._session, self._store = services.session, services.store
        self.look, self.of_text = look, docks.of_text
        self._open: PanelSpec | None = None
        self._specs = {spec.action: spec for spec in docks.specs}
        self._overlay = Overlay(look, area)
        self._overlay_place = OverlayPlace(self._overlay, area)
        self.rails = PanelRails(docks, look, self.toggle)
        for panel in docks.panels.values():
            cast(Panel, panel).text_requested.connect(self.close)
        self._overlay.left.connect(self.close)
        self._overlay.keep_asked.connect(self._keep_open)
        area.page.view.resized.connect(self._follow_view)
        area.arranged.connect(self.arrange)
        self._session.shown.connect(self._place)

    def panes(self, area: Qt.DockWidgetArea) -> list[QWidget]:
        """Return what F6 stops at on that side just now: panels, and the names of folded ones."""
        found: list[QWidget] = []
        for spec in self._docks.specs:
            if spec.area is area and spec.takes_focus(self._session):
                panel = self._docks.panels[spec.action]
                found.append(panel if panel.isVisible() else self.rails.name(spec))
        return found

    def panel(self, kind: type[Kind]) -> Kind:
        """Return the panel of that class. Raises StopIteration where there is none."""
        return self._docks.panel(kind)

    # opening and closing

    def toggle(self, action: str) -> None:
        """Show the panel or hide it, whichever way there is room for."""
        dock = self._docks.by_action[action]
        if not self._docks.is_away(NARROW, FOCUS) or (dock.isFloating() and not self._docks.is_away(FOCUS)):
            if dock.isHidden():
                self._docks.show(action)
            else:
                dock.hide()
            self.arrange()
        elif dock.isVisible():
            self._store.update(kept_panels=tuple(kept for kept in self._kept if kept != action))
            self.arrange()
        elif self._open is self._specs[action]:
            self.close()
        else:
            self.open(action)

    def show(self, action: str) -> None:
        """Show the panel."""
        dock = self._docks.by_action[action]
        if not self._docks.is_away(NARROW, FOCUS):
            self._docks.show(action)
        elif not dock.isVisible():
            self.open(action)

    def open(self, action: str) -> None:
        """Open a folded panel over the page, in place of the one that is open, and put the keyboard there."""
        spec = self._specs[action]
        if self._open is not spec:
            self.close()
            self._open = spec
            self._overlay.hold(*self._docks.lend(action))
            self.rails.name(spec).set_open(on=True)
            self._place()
            self.overlay_shown.emit(action, True)
            cast(QApplication, QApplication.instance()).focusChanged.connect(self._follow_focus)
        if spec.takes_focus(self._session):
            take_keyboard(self._docks.panels[action], Qt.FocusReason.ShortcutFocusReason)

    def open_focused(self) -> None:
        """Open the folded panel whose name has the focus."""
        focused = QApplication.focusWidget()
        for spec in self._docks.specs:
            if focused is self.rails.name(spec):
                self.open(spec.action)

    def close(self) -> bool:
        """Close the panel that is open over the page and return whether there was one."""
        spec = self._open
        if spec is None:
            return False
        self._open = None
        cast(QApplication, QApplication.instance()).focusChanged.disconnect(self._follow_focus)
        if self._has_focus(self._overlay):
            take_keyboard(self._page.view)
        self._overlay.hide()
        self._docks.take_back(spec.action)
        self.area.reserve(0, at_left=True)
        self.rails.name(spec).set_open(on=False)
        self.overlay_shown.emit(spec.action, False)
        return True

    def _keep_open(self) -> None:
        spec = self._open
        if spec:
            self.close()
            self._store.update(kept_panels=(*self._kept, spec.action))
            self.arrange()
            if spec.takes_focus(self._session):
                take_keyboard(self._docks.panels[spec.action])

    # as the window is

    def arrange(self) -> None:
        """Fold the docks where the window is small, or would not leave the text its width; else unfold them."""
        width, least = self._window.width(), self.area.least_of_each
        self._page.view.setMinimumWidth(min(least, width - RAILS))
        self._window.setMinimumSize(min(least + RAILS, width), LEAST_HEIGHT)
        self.area.fit(width - RAILS)
        if self._docks.is_away(FOCUS):
            self._place()
            return
        needed = max(FOLDED_BELOW, self.area.least_width + self._docks.least_width(self._docks.wanted))
        if width < needed or self._window.height() < FOLDED_BELOW_HEIGHT:
            self._fold()
        else:
            self._unfold()
        self._place()

    def put_away(self, reason: str) -> None:
        """Hide all panels: as long as no folder is open, or in focus mode."""
        self.close()
        self._docks.put_away(reason)
        self._show_rails()

    def bring_back(self, reason: str) -> None:
        """Show the panels again."""
        if reason == FOCUS:
            self.close()
        self._docks.bring_back(reason)
        self.arrange()

    def reset(self) -> None:
        """Put all panels back to where they stand at first."""
        self.close()
        self._store.update(kept_panels=())
        self._docks.reset()
        self.arrange()

    def _fold(self) -> None:
        kept = [] if self._docks.is_away(START) else self._kept
        if any(self._has_focus(self._docks.by_action[action]) for action in self._specs if action not in kept):
            take_keyboard(self._page.view)
        if not self._docks.is_away(NARROW):
            self._docks.put_away(NARROW)
        for action, dock in self._docks.by_action.items():
            if action in kept:
                self._docks.show_as_wide_as(overlay.WIDTH, action)
            elif not dock.isFloating():
                dock.hide()
        self._show_rails()

    def _unfold(self) -> None:
        if self._docks.is_away(NARROW):
            self.close()
            self._docks.bring_back(NARROW)
        self._show_rails()

    def _show_rails(self) -> None:
        docks, away = self._docks, self._docks.is_away
        self.rails.show(
            lambda spec: spec is self._open or not docks.by_action[spec.action].isHidden(),
            on=away(NARROW) and not away(START, FOCUS, BOARD),
        )

    @property
    def _kept(self) -> list[str]:
        """Actions of the panels that stay docked in a narrow window, as far as there is room beside the text."""
        kept: list[str] = []
        for action in self._store.settings.kept_panels:
            if action in self._specs and action not in kept and self._is_room_for([*kept, action]):
                kept.append(action)
        return kept

    def _is_room_for(self, actions: list[str]) -> bool:
        room = self._window.width() - RAILS - self.area.least_width
        return self._docks.least_width(actions) <= room

    def _follow_view(self) -> None:
        view = self._page.view
        alone = self.area.is_alone and not self._docks.is_away(NARROW, START, FOCUS, BOARD)
        if view.width() > view.minimumWidth() and alone:
            self._docks.note_widths()
        self._place()

    def _place(self) -> None:
        """Put the overlay where it belongs, and say whether it may be docked there."""
        if spec := self._open:
            self._overlay_place.put(spec)
            refusal = "" if self._is_room_for([*self._kept, spec.action]) else _(NO_ROOM)
            self._overlay.allow_keeping(_(IN_FOCUS) if self._docks.is_away(FOCUS) else refusal)

    # the keyboard

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Close an overlay that covers the text when the text takes the keyboard."""
        covers = self._open is not None and not self._overlay_place.is_beside(self._open)
        if covers and now in (self._page.view, *self.area.panes):
            self.close()

    @staticmethod
    def _has_focus(widget: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and widget.isAncestorOf(focused)
