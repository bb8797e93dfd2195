"""Files in a folder that articles can be imported from, and those that cannot be read as they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from annotator.storage.articles.article_names import is_article
from annotator.storage.articles.folder_walk import files_below
from annotator.storage.articles.unreadable import UNREADABLE
from annotator.storage.files.file_error import Problem
from annotator.storage.sidecars.sidecar_names import is_sidecar

MOST = 1000
SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "html": (".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    "docx": (".docx",),
    "pdf": (".pdf",),
    "odt": (".odt",),
    "epub": (".epub",),
    "mail": (".eml", ".mbox"),
    "rtf": (".rtf",),
    "table": (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".xlsx", ".xlsm"),
    "subtitles": (".srt", ".vtt"),
    "text": (".txt", ".md", ".markdown", ".text"),
}
"""Suffixes of the kinds by their names; the kinds themselves are not asked, as their import takes long."""


class FolderFiles(Struct, frozen=True):
    """Files of a folder: those that can be imported with the name of their kind, and those that cannot be read."""

    folder: Path
    readable: tuple[tuple[Path, str], ...] = ()
    unreadable: tuple[Path, ...] = ()

    @property
    def paths(self) -> list[Path]:
        """Paths of the files that can be imported."""
        return [path for path, _kind in self.readable]

    @property
    def inside(self) -> int:
        """Number of the files that can be imported from folders inside the folder."""
        return sum(path.parent != self.folder for path in self.paths)

    def __bool__(self) -> bool:
        return bool(self.readable or self.unreadable)


def is_importable(path: Path) -> bool:
    """Return whether the file is of a kind that articles are imported from, and is none itself."""
    return not is_article(path) and bool(_kind(path))


def files_of(folder: Path) -> FolderFiles:
    """Return such files in the folder and the folders in it, at most MOST of each sort, in natural order.

    No file is opened. A folder that cannot be read is among the readable ones, so that the import tells why.
    """
    readable: list[tuple[Path, str]] = []
    unreadable: list[Path] = []
    closed: list[Problem] = []
    for file in files_below(folder, closed):
        if file.suffix.lower() in UNREADABLE and len(unreadable) < MOST:
            unreadable.append(file)
        elif is_importable(file) and not is_sidecar(file):
            readable.append((file, _kind(file)))
        if len(readable) == MOST:
            break
    return FolderFiles(folder, (*readable, *((problem.path, "") for problem in closed)), tuple(unreadable))


def _kind(path: Path) -> str:
    """Return the name of the kind that the suffix stands for; empty for an unknown one."""
    suffix = path.suffix.lower()
    return next((kind for kind, suffixes in SUFFIXES.items() if suffix in suffixes), "")
