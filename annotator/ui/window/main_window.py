"""The main window: its place on the screen, and the parts that fill it once they are made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEventLoop, QSize, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from annotator.session.preferences.settings_store import SettingsStore
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.focused_button import press_focused
from annotator.ui.widgets.screen_room import move_into_room, resize_into_room
from annotator.ui.window.first.first_picture import HELD, FirstPicture

if TYPE_CHECKING:
    from annotator.session.editing.navigation import Navigation
    from annotator.session.errors.error_hooks import ErrorHooks
    from annotator.ui.window.closing import SessionManager
    from annotator.ui.window.window_parts import WindowParts

SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Window that stands where it was left.

    Its parts are given to it by ``fill``, as their import takes long; until they show the article, a first picture of
    it may be seen.
    """

    def __init__(self, store: SettingsStore, look: Look) -> None:
        super().__init__()
        self.store, self.look = store, look
        self.setObjectName("mainWindow")
        self.setAccessibleName("Annotator")
        self._parts: WindowParts | None = None
        self._first: FirstPicture | None = None
        self.is_closed = False
        if not self.restoreGeometry(QByteArray.fromBase64(QByteArray(store.settings.geometry.encode()))):
            resize_into_room(self, QSize(*SIZE))
        move_into_room(self)

    def show_first(self, picture: FirstPicture) -> None:
        """Show the picture over everything until it ends."""
        self._first = picture
        picture.ended.connect(self._forget_first)
        picture.raise_()
        picture.show()

    def _forget_first(self) -> None:
        self._first = None

    def fill(self, parts: WindowParts, *known: SignalInstance) -> None:
        """Show these parts from now on, below the first picture until it is ``known`` which article is open, if any."""
        if self._first:
            self._first.raise_()
        parts.settle()
        self._parts = parts
        if self._first:
            self._first.end_with(*known)

    def hold_input(self) -> None:
        """Let keys and clicks wait until the first picture has ended."""
        if self._first:
            loop = QEventLoop()
            self._first.ended.connect(loop.quit)
            loop.exec(HELD)

    @property
    def parts(self) -> WindowParts:
        assert self._parts
        return self._parts

    @property
    def navigation(self) -> Navigation:
        return self.parts.navigation

    def open(self, path: Path | None) -> None:
        """Open a folder or an article, or the import with a file of another kind; the last folder without a path."""
        self.parts.open(path)

    def follow(self, failures: ErrorHooks) -> None:
        """Report unexpected errors to the user from now on."""
        self.parts.follow(failures)

    def end(self) -> list[str]:
        """Save and close without asking; return a sentence for each article that was copied as saving it failed."""
        return self.parts.end()

    def save_for_session(self, manager: SessionManager) -> None:
        """Save as the system's session ends; where that fails, ask if the system lets us, else keep a copy."""
        self.parts.save_for_session(manager)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._first:
            self._first.setGeometry(self.rect())
        if self._parts:
            self._parts.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            move_into_room(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # until all is saved: whatever fails before that keeps the window open
        if self._parts is None or self._parts.close(keeps_places=self._first is None):
            self.is_closed = True
            event.accept()
