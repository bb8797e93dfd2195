"""History of a sidecar: its earlier versions, of which the latest 20 are kept."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.storage.files.file_bytes import bytes_of, reading_failed
from annotator.storage.files.file_error import FileError, SidecarError
from annotator.storage.saving.hidden_folder import history_folder, put
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES

KEPT = 20
TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z", re.ASCII)
NAME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-(\d{1,6}))?\.yaml", re.ASCII)


@dataclass(frozen=True, slots=True)
class Version:
    """Earlier content of a sidecar, replaced at the time ``at`` (UTC) by the first save of a session."""

    path: Path
    at: str


def keep(sidecar: Path, data: bytes, at: str) -> None:
    """Add the bytes to the sidecar's history, unless the newest version has the same; remove the oldest versions.

    ``at`` is UTC, ``2026-11-22T06:21:20Z``. Raises SaveError where the version cannot be written.
    """
    known = _found(sidecar)
    if known and _same(known[0].path, data):
        return
    path = _new_name(sidecar, at)
    put(path, data)
    for old in known[KEPT - 1 :]:
        with suppress(OSError):  # a version too many does no harm
            old.path.unlink()


def versions(sidecar: Path) -> list[Version]:
    """Return the versions in the history, newest first. Raises FileError where the folder cannot be listed."""
    try:
        return _listed(sidecar)
    except FileNotFoundError:
        return []
    except OSError as failure:
        raise FileError.at(history_folder(sidecar), reading_failed(failure)) from failure


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
