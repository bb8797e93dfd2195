"""Files dropped on a widget: taken as copies, so that whoever lets go of them keeps them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.look import Look
from annotator.ui.widgets.drop_hint import DropHint

Paths = Sequence[Path]


class FileDrops(QObject):
    """Give ``take`` the files and folders that are dropped on ``target``, with a hint over ``place`` before.

    ``offer`` returns what a drop of the files would do, in words for the hint; empty where they are not wanted. What
    is dragged out of this window itself is not taken.
    """

    def __init__(
        self,
        target: QWidget,
        place: QWidget,
        look: Look,
        offer: Callable[[Paths], str],
        take: Callable[[Paths], None],
    ) -> None:
        super().__init__(target)
        self._offer, self._take = offer, take
        self._hint = DropHint(look, place)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragLeaveEvent):
            self._hint.hide()
        elif isinstance(event, QDragMoveEvent):  # which an entering drag is as well
            return self._follow(event)
        elif isinstance(event, QDropEvent):
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _follow(self, event: QDragMoveEvent) -> bool:
        words = self._words(event)
        if event.type() == QEvent.Type.DragEnter and words:
            self._hint.show_words(words)
        return bool(words) and _accept_copy(event)

    def _drop(self, event: QDropEvent) -> bool:
        self._hint.hide()
        if not self._words(event) or not _accept_copy(event):
            return False
        self._take(local_paths(event.mimeData()))
        return True

    def _words(self, event: QDropEvent) -> str:
        paths = local_paths(event.mimeData())
        wanted = paths and event.source() is None and _copying(event)
        return self._offer(paths) if wanted else ""


def local_paths(data: QMimeData) -> list[Path]:
    """Return the paths of the files and folders of this computer in the data."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _copying(event: QDropEvent) -> Qt.DropAction:
    """Return how the files can be taken without those of the other program going away; IgnoreAction for not at all."""
    possible = event.possibleActions()
    harmless = (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)
    return next((action for action in harmless if action & possible), Qt.DropAction.IgnoreAction)


def _accept_copy(event: QDropEvent) -> bool:
    event.setDropAction(_copying(event))
    event.accept()
    return True
