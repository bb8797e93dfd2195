"""Files and folders dropped on the window: articles are opened, other files that can be read are imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_bytes import is_folder
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.file_drops import FileDrops, Paths

PAGES, TEXTS = (
    (".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    (".docx", ".pdf", ".odt", ".rtf", ".epub", ".eml", ".mbox", ".markdown", ".text", ".srt", ".vtt"),
)
TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".xlsm")
ANNOTATIONS = (".jsonld", ".xmi", ".qdpx")
IMPORTED = frozenset({*PAGES, *TEXTS, *TABLES, *ANNOTATIONS})
"""Suffixes of files that can be imported; the formats themselves are not asked, as their import takes long."""


class DropTarget(QObject):
    """Open the first folder or article among what is dropped on a part of ``window``.

    Without one, give ``take_in`` every file that can be imported.
    """

    def __init__(
        self, window: QWidget, look: Look, open: Callable[[Path], None], take_in: Callable[[Paths], None]
    ) -> None:
        super().__init__(window)
        self._look, self._open, self._take_in = look, open, take_in

    def watch(self, target: QWidget, place: QWidget) -> None:
        """Take what is dropped on ``target``; a hint over ``place`` says before what will be done."""
        FileDrops(target, place, self._look, _offer, self._take)

    def _take(self, paths: Paths) -> None:
        if path := _opened(paths):
            self._open(path)
        else:
            self._take_in(_imported(paths))


def _offer(paths: Paths) -> str:
    if path := _opened(paths):
        return _("Open {name}").format(name=plain_line(path.name))
    imported = _imported(paths)
    return _("Import {name}").format(name=plain_line(imported[0].name)) if imported else ""


def _opened(paths: Paths) -> Path | None:
    """Return the first folder or article."""
    return next((path for path in paths if is_folder(path) or is_article(path)), None)


def _imported(paths: Paths) -> list[Path]:
    return [path for path in paths if path.suffix.lower() in IMPORTED]
