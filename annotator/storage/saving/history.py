"""Earlier versions of a sidecar."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.storage.files.file_bytes import bytes_of, reading_failed
from annotator.storage.files.file_error import FileError, SaveError, SidecarError
from annotator.storage.saving.hidden_folder import history_folder, make_folders, put, remove_empty_folders
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES

KEPT = 20
TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z", re.ASCII)
NAME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-(\d{1,6}))?\.yaml", re.ASCII)


@dataclass(frozen=True, slots=True)
class Version:
    """What a sidecar held until ``at``, when the first change of a session replaced it."""

    path: Path
    at: str


def keep(sidecar: Path, data: bytes, at: str) -> None:
    """Keep the sidecar's bytes, unless the newest version has the same; the oldest go. Raises SaveError.

    ``at`` is UTC, ``2026-11-22T06:21:20Z``.
    """
    known = _found(sidecar)
    if known and _same(known[0].path, data):
        return
    path = _new_name(sidecar, at)
    put(path, data)
    for old in known[KEPT - 1 :]:
        with suppress(OSError):  # one too many does no harm
            old.path.unlink()


def versions(sidecar: Path) -> list[Version]:
    """The versions that are kept, newest first. Raises FileError where they cannot be listed."""
    try:
        return _listed(sidecar)
    except FileNotFoundError:
        return []
    except OSError as failure:
        raise FileError.at(history_folder(sidecar), reading_failed(failure)) from failure


def move_versions(old: Path, new: Path) -> None:
    """Let the history of a sidecar that was renamed be that of its new name; what cannot be moved stays."""
    here, there = history_folder(old), history_folder(new)
    with suppress(OSError, SaveError):
        if here.is_symlink() or not here.is_dir():
            return
        make_folders(there)
        if not there.exists():
            here.rename(there)
            remove_empty_folders(here)
            return
        for entry in sorted(here.iterdir()):
            _move_version(entry, there / entry.name)
        remove_empty_folders(here / "any")


def _move_version(old: Path, new: Path) -> None:
    """Move it to a name that is free, by which a version is still known as one."""
    match, number, free = NAME.fullmatch(new.name), 0, new
    while free.exists():
        number += 1
        free = new.with_name(f"{new.name[:16]}-{number}.yaml" if match else f"{new.name}{number}")
    old.rename(free)


def _found(sidecar: Path) -> list[Version]:
    try:
        return _listed(sidecar)
    except OSError:
        return []


def _listed(sidecar: Path) -> list[Version]:
    folder = history_folder(sidecar)
    with os.scandir(folder) as entries:
        names = [match for entry in entries if entry.is_file() and (match := NAME.fullmatch(entry.name))]
    names.sort(key=lambda match: (match.groups()[:6], int(match[7] or 0)), reverse=True)
    return [Version(folder / match[0], "{}-{}-{}T{}:{}:{}Z".format(*match.groups())) for match in names]


def _new_name(sidecar: Path, at: str) -> Path:
    time = TIME.fullmatch(at)
    if time is None:
        raise ValueError(f"not a time in UTC: {at!r}")
    stem = "{}{}{}T{}{}{}Z".format(*time.groups())
    names = (f"{stem}{f'-{number}' if number else ''}.yaml" for number in range(1_000_000))
    return next(path for name in names if not (path := history_folder(sidecar) / name).exists())


def _same(path: Path, data: bytes) -> bool:
    try:
        return bytes_of(path, MAX_SIDECAR_BYTES, SidecarError) == data
    except SidecarError:
        return False
