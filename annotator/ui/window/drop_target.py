"""Files and folders dropped on the window: articles are opened, other files that can be read are imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_bytes import is_folder
from annotator.ui.theme.look import Look
from annotator.ui.window.drop_hint import DropHint

PAGES, TEXTS = (
    (".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    (".docx", ".pdf", ".odt", ".rtf", ".epub", ".eml", ".mbox"),
)
TABLES, ANNOTATIONS = (".csv", ".tsv", ".json", ".jsonl", ".ndjson"), (".jsonld", ".xmi", ".qdpx")
IMPORTED = frozenset({*PAGES, *TEXTS, *TABLES, *ANNOTATIONS})
"""Suffixes of files that can be imported; the formats themselves are not asked, as their import takes long."""


class DropTarget(QObject):
    """Open the first folder or article among what is dropped on ``window``; a hint over ``place`` says so before.

    Without one, give ``take_in`` every file that can be imported.
    """

    def __init__(
        self,
        window: QWidget,
        place: QWidget,
        look: Look,
        open: Callable[[Path], None],
        take_in: Callable[[Sequence[Path]], None],
    ) -> None:
        super().__init__(window)
        self._open, self._take_in = open, take_in
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
        path, others = _dropped(event.mimeData())
        if path:
            event.acceptProposedAction()
            self._hint.show_for(path)
        elif others:
            event.acceptProposedAction()
            self._hint.show_for(others[0], imported=True)
        return bool(path or others)

    def _drop(self, event: QDropEvent) -> bool:
        self._hint.hide()
        path, others = _dropped(event.mimeData())
        if path or others:
            event.acceptProposedAction()
        if path:
            self._open(path)
        elif others:
            self._take_in(others)
        return bool(path or others)


def _dropped(data: QMimeData) -> tuple[Path | None, list[Path]]:
    """Return the first folder or article to open, and all files that could be imported instead."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    opened = next((path for path in paths if is_folder(path) or is_article(path)), None)
    return opened, [path for path in paths if path.suffix.lower() in IMPORTED]
