"""Files and folders dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from annotator.storage.articles import is_article
from annotator.storage.file_bytes import is_folder
from annotator.ui.drop_hint import DropHint
from annotator.ui.theme.look import Look


class Dropping(QObject):
    """Opens the first folder or article among what is dropped on ``window``, and says so over ``place`` before."""

    def __init__(self, window: QWidget, place: QWidget, look: Look, open: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._open = open
        self._hint = DropHint(look, place)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._hint.hide()
        elif isinstance(event, QDragEnterEvent):
            return self._enter(event)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        path = _dropped(event.mimeData())
        if path:
            event.acceptProposedAction()
            self._hint.show_for(path)
        return path is not None

    def _drop(self, event: QDropEvent) -> bool:
        self._hint.hide()
        path = _dropped(event.mimeData())
        if path:
            event.acceptProposedAction()
            self._open(path)
        return path is not None


def _dropped(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if is_folder(path) or is_article(path)), None)
