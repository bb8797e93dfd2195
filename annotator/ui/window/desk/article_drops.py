"""Articles dragged from the list onto the texts: opened in the first half, and beside it in the second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent

from annotator.language.plain_line import plain_line
from annotator.session.opening.folder import Folder
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.drop_hint import DropHint
from annotator.ui.widgets.file_drops import local_paths
from annotator.ui.window.split_area import SplitArea


class ArticleDrops(QObject):
    """Take articles of the open folder that are dropped on ``area``; all else is left to what lies around it.

    ``open`` opens an article in place of the one that is edited.
    """

    def __init__(self, area: SplitArea, folder: Folder, look: Look, open: Callable[[Path], None]) -> None:
        super().__init__(area)
        self._area, self._folder, self._open = area, folder, open
        self._hint = DropHint(look, area)
        area.setAcceptDrops(True)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragLeaveEvent):
            self._hint.hide()
        elif isinstance(event, QDragMoveEvent):  # which an entering drag is as well
            return self._follow(event)
        elif isinstance(event, QDropEvent):
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _follow(self, event: QDragMoveEvent) -> bool:
        article = self._article(event)
        if article is None:
            return False
        words = _("Open {name} beside") if self._is_beside(event) else _("Open {name}")
        self._hint.show_words(words.format(name=plain_line(article.name)), self._half(event))
        return _accept(event)

    def _drop(self, event: QDropEvent) -> bool:
        self._hint.hide()
        article = self._article(event)
        if article is None:
            return False
        if self._is_beside(event):
            self._area.open_second(article)
        else:
            self._open(article)
        return _accept(event)

    def _article(self, event: QDropEvent) -> Path | None:
        """Return the first article of the open folder among what is dragged, if that may stay where it is."""
        if not event.possibleActions() & Qt.DropAction.CopyAction:
            return None
        return next((path for path in local_paths(event.mimeData()) if self._folder.row_of(path) is not None), None)

    def _is_beside(self, event: QDropEvent) -> bool:
        at_left = event.position().x() < self._border()
        return at_left == self._area.isRightToLeft()

    def _half(self, event: QDropEvent) -> QRect:
        """Return the half that the pointer is over."""
        room, border = self._area.rect(), self._border()
        left = event.position().x() < border
        return QRect(0, 0, border, room.height()) if left else room.adjusted(border, 0, 0, 0)

    def _border(self) -> int:
        """Return where the second half begins, from the left."""
        panes = self._area.panes
        if not panes:
            return self._area.width() // 2
        view = self._area.middle(at_left=False)
        return view.right() if self._area.isRightToLeft() else view.left()


def _accept(event: QDropEvent) -> bool:
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True
