"""Dock with the annotations that have lost their place; shown only while there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from annotator.model.change import Change
from annotator.session.session import Session
from annotator.translation.messages import N_, _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.window.panel_dock import add_dock

if TYPE_CHECKING:
    from annotator.session.editing.places.place_reselecting import PlaceReselecting
    from annotator.ui.panels.places.panel import PlacesPanel

BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class PlacesDock(QObject):
    """Make the panel when it is first needed. ``text`` is the article's widget, where words are selected again."""

    def __init__(self, session: Session, look: Look, text: QWidget, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._look, self._text, self._window = session, look, text, window
        self._dock: QDockWidget | None = None
        self._panel: PlacesPanel | None = None
        self._reselecting: PlaceReselecting | None = None
        self._away = False
        self._left = 0
        session.opened.connect(self._count)
        session.changed.connect(self._follow)

    @property
    def panes(self) -> list[QWidget]:
        """Widgets that F6 stops at here: the panel once it was made."""
        return [self._panel] if self._panel else []

    def set_away(self, *, on: bool) -> None:
        """Hide the dock, however many there are, or show it again where there are any."""
        self._away = on
        if on and self._reselecting:
            self._reselecting.leave()
        self._show()

    def go_through(self) -> None:
        """Show the first annotation without a place and put the keyboard there."""
        if self._dock and self._panel and self._left:
            self._dock.show()
            take_keyboard(self._panel)
            self._panel.show_first()
        else:
            self._session.say(_("Every annotation has its place"))

    def _count(self) -> None:
        current = self._session.current
        self._left = len(current.index.displaced) if current else 0
        self._show()

    def _follow(self, _change: Change) -> None:
        if len(self._session.index.displaced) != self._left:
            self._count()

    def _show(self) -> None:
        if self._left and self._dock is None:
            self._dock = self._made()
        wanted = bool(self._left) and not self._away
        if self._dock and self._dock.isHidden() == wanted:
            self._give_back_focus()
            self._dock.setVisible(wanted)

    def _give_back_focus(self) -> None:
        """Move the focus to the text before the dock is hidden, so that no hidden widget has it."""
        focused = QApplication.focusWidget()
        if self._panel and focused and self._panel.isAncestorOf(focused):
            take_keyboard(self._text)

    def _made(self) -> QDockWidget:
        from annotator.session.editing.places.place_reselecting import PlaceReselecting  # here: few articles change
        from annotator.ui.article_page.reselecting_keys import ReselectingKeys
        from annotator.ui.panels.places.panel import PlacesPanel

        panel = self._panel = PlacesPanel(self._session, self._look)
        reselecting = self._reselecting = PlaceReselecting(self._session, self)
        ReselectingKeys(reselecting, self._session, self._look, self._text)
        panel.text_requested.connect(lambda: take_keyboard(self._text))
        panel.reselect_requested.connect(reselecting.begin)
        panel.taken.connect(reselecting.take)
        panel.left_alone.connect(reselecting.leave)
        reselecting.begun.connect(lambda: panel.show_reselecting(True))
        reselecting.ended.connect(self._go_on)
        dock = add_dock(self._window, N_("Places"), panel, self._look, BOTTOM)
        self._window.restoreDockWidget(dock)
        return dock

    def _go_on(self, done: bool) -> None:
        if self._panel:
            self._panel.show_reselecting(False)
            if done and self._left:
                take_keyboard(self._panel)
                self._panel.go_on()
