"""Copies of a sidecar that sync services create beside it when two machines have changed it at once."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from unicodedata import normalize

from annotator.storage.files.atomic_write import saving_failed
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import SaveError, SidecarError
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.saving.hidden_folder import history_place, opened
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, root_of, stem_of
from annotator.storage.yaml.lined_mapping import YamlError

SURE = (
    r" \([^()]*['’]s conflicted copy(?: \d{4}-\d\d-\d\d)?(?: ?\(?\d+\)?)?\)",  # Dropbox
    r" \(conflicted copy(?: [^()]+)? \d{4}-\d\d-\d\d \d{6}(?:-\d+)?\)",  # Nextcloud; ownCloud with the user's name
    r"_conflict-(?:[^.]+-)?\d{8}-\d{6}(?:-\d+)?",  # older versions of Nextcloud and ownCloud
    r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z2-7]{7})?",  # Syncthing, with the device's short id
    r"-[^./]+-safeBackup-\d{4}",  # OneDrive on Linux
)
"""Patterns before “.yaml” that occur in the names of conflict copies only."""
LIKELY = (
    r" \(\d{1,4}\)",  # Google Drive, OneDrive in a browser, browsers
    r" \d{1,3}",  # iCloud Drive
    r"-(?=[^.]*[A-Z])[\w' -]{1,63}",  # OneDrive: the machine's name, and a number where there are several
    r" \((?:[^()]+ )?conflict(?:ed)?(?: [^()]+)?\)",  # Box, pCloud, Sync.com, Dropbox in other words
    r" ?\[[Cc]onflict(?:ed)?\]",  # Google Drive, pCloud
)
"""Patterns that other sidecars and manual copies may have too: the content must confirm the article and annotator."""
OWN = re.compile(r"\.theirs\d*", re.ASCII)
SURE_PART = re.compile("|".join(SURE), re.ASCII)
LIKELY_PART = re.compile("|".join(LIKELY))
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
    return [path for name in names if _is_copy(path := sidecar.with_name(name), sidecar)]


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


def _is_copy(path: Path, sidecar: Path) -> bool:
    name, start = normalize("NFC", path.name), normalize("NFC", sidecar.stem)
    end = sidecar.suffix
    if not name.startswith(start):
        return False
    if not name.endswith(end):
        return name.startswith(start + end) and OWN.fullmatch(name, len(start + end)) is not None
    part = name[len(start) : -len(end)]
    return SURE_PART.fullmatch(part) is not None or (
        LIKELY_PART.fullmatch(part) is not None and _owner_in(path) == _owner_of(sidecar)
    )


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
