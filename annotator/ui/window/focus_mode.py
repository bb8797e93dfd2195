"""Focus mode: the text alone, with everything around it hidden until it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from annotator.session.session import Session
from annotator.translation.messages import _, pgettext
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.window.docks import FOCUS
from annotator.ui.window.places_dock import PlacesDock
from annotator.ui.window.side_panels import SidePanels


class FocusMode(QObject):
    """Hide panels, bars and header, and bring them back as they were. ``changed``: whether it is on now.

    The layout from before is what is kept for the next start, so that the program never begins without its menus.
    ``key_of`` returns the key of an action as it stands on a key cap.
    """

    changed = Signal(bool)

    def __init__(
        self, window: QMainWindow, session: Session, page: ArticlePage, panels: SidePanels, places: PlacesDock
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._page = window, session, page
        self._panels, self._places = panels, places
        self._on = False
        self.key_of: Callable[[str], str] = lambda _action: ""
        self._session.opened.connect(self._leave_without_article)

    def toggle(self) -> None:
        """Leave the mode or begin it."""
        if not self.leave():
            self._set(on=True)
            self._session.say(_("Focus mode: only the text is shown. Esc leaves it"))
            keys = {self.key_of("keys"): _("all keys"), self.key_of("palette"): pgettext("key", "commands")}
            self._page.focus_card.greet(keys)

    def leave(self) -> bool:
        """Bring everything back and return whether it was hidden."""
        if not self._on:
            return False
        self._set(on=False)
        self._session.say(_("Focus mode is over"))
        return True

    def go_through_places(self) -> None:
        """Leave the mode and go through the annotations that have lost their place, which have a panel."""
        self.leave()
        self._places.go_through()

    def _set(self, *, on: bool) -> None:
        self._on = on
        for bar in (self._window.menuBar(), self._window.statusBar()):
            bar.setVisible(not on)
        self._page.set_alone(on=on)
        if on:
            self._panels.put_away(FOCUS)
        else:
            self._panels.bring_back(FOCUS)
        self._places.set_away(on=on)
        take_keyboard(self._page.view)
        self.changed.emit(on)

    def _leave_without_article(self) -> None:
        """Leave where the next article cannot be read: the mode is for a text."""
        if self._session.current is None and not self._session.coming:
            self.leave()
