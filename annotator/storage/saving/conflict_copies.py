"""Copies of a sidecar that sync services create beside it when two machines have changed it at once."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from unicodedata import normalize

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.storage.files.atomic_write import saving_failed
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import SaveError, SidecarError
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.saving.copy_names import Kind, kind_of
from annotator.storage.saving.hidden_folder import history_place, opened
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, root_of, stem_of
from annotator.storage.yaml.lined_mapping import YamlError

NAME = re.compile(r".+?\.annotations(?:\.(?P<annotator>[^.]+))?", re.DOTALL)
BODY = re.compile(rb"^(?:annotations|relations|read):", re.MULTILINE)
MOST_OF_A_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Owner:
    """Stem of the article and annotator that a sidecar names, or that its file name implies."""

    stem: str
    annotator: str


def conflict_copies(sidecar: Path) -> list[Path]:
    """Return the conflict copies beside the sidecar, by name; never the sidecar of another annotator or article."""
    try:
        with os.scandir(sidecar.parent) as entries:
            names = sorted(entry.name for entry in entries if entry.is_file(follow_symlinks=False))
    except OSError:
        return []
    articles = {normalize("NFC", Path(name).stem) for name in names if name.lower().endswith(ARTICLE_SUFFIXES)}
    return [path for name in names if _is_copy(path := sidecar.with_name(name), sidecar, articles)]


def put_away(copy: Path, sidecar: Path) -> Path:
    """Move a merged copy to the sidecar's history and return its new path. Raises SaveError where that fails."""
    try:
        with FolderHandle.open(copy.parent) as folder, opened(history_place(sidecar), create=True) as history:
            name = _free_name(copy.name, history.names())
            folder.move(copy.name, history, name)
            return history.path / name
    except OSError as failure:
        raise SaveError.at(copy, saving_failed(failure)) from failure


def _free_name(name: str, taken: Collection[str]) -> str:
    return next(free for number in count(1) if (free := name if number == 1 else f"{name}{number}") not in taken)


def _is_copy(path: Path, sidecar: Path, articles: Collection[str]) -> bool:
    """Tell whether the file is a copy; ``articles`` are the stems of those in the folder, in NFC."""
    stem = normalize("NFC", stem_of(sidecar))
    kind = kind_of(normalize("NFC", path.name), normalize("NFC", sidecar.name), stem)
    if kind is not Kind.LIKELY:
        return kind is Kind.SURE
    other = normalize("NFC", stem_of(path))
    return (other == stem or other not in articles) and _owner_in(path) == _owner_of(sidecar)


def _owner_of(sidecar: Path) -> _Owner:
    match = NAME.fullmatch(normalize("NFC", sidecar.stem))
    return _Owner(normalize("NFC", stem_of(sidecar)), (match and match["annotator"]) or "")


def _owner_in(path: Path) -> _Owner | None:
    """Return the owner that the head of the file names; None if the file is not a sidecar."""
    try:
        data = bytes_of(path, MAX_SIDECAR_BYTES, SidecarError)[:MOST_OF_A_HEAD]
        root = root_of(BODY.split(data, 1)[0])
        file, annotator = root.mapping("article").text("file"), root.text("annotator")
    except (SidecarError, YamlError):
        return None
    return _Owner(normalize("NFC", Path(file).stem), normalize("NFC", annotator))
