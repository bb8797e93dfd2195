"""Who has a sidecar open: a file for each of them, which warns others and bars nobody."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, SaveError
from annotator.storage.files.processes import is_running, this_machine
from annotator.storage.saving.hidden_folder import locks_folder, put, remove_empty_folders

LARGEST = 64 * 1024
NO_NEWS = 180.0
"""After so many seconds without a sign a holder elsewhere is taken for gone."""
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a sidecar open; ``since`` is UTC, ``2026-11-22T06:21:20Z``, ``token`` tells windows apart."""

    name: str
    machine: str
    pid: int
    since: str
    token: str

    @classmethod
    def here(cls, annotator: str, now: str) -> Self:
        """This program; who has not said their name has the one they are logged in by."""
        return cls(annotator or _user(), this_machine(), os.getpid(), now, secrets.token_hex(8))


@dataclass(frozen=True, slots=True)
class _Lock:
    path: Path
    holder: Holder
    refreshed: str

    def is_live(self, now: str) -> bool:
        """On this machine the process counts; elsewhere, and where a process may have got its number, the last sign."""
        if self.holder.machine == this_machine():
            return is_running(self.holder.pid) and self.age(now) < DAY
        return self.age(now) < NO_NEWS

    def is_dead(self, now: str) -> bool:
        """Whether it will surely not be refreshed again."""
        return not self.is_live(now) and (self.holder.machine == this_machine() or self.age(now) > DAY)

    def age(self, now: str) -> float:
        """Seconds since the last sign; clocks that differ make it less than nothing, but not by much."""
        age = (datetime.fromisoformat(now) - datetime.fromisoformat(self.refreshed)).total_seconds()
        return age if age > -DAY else DAY + 1


def take(sidecar: Path, holder: Holder, now: str, *, anyway: bool = False) -> Holder | None:
    """Say that ``holder`` has it open, unless somebody else has: gives them, and nothing is taken but ``anyway``.

    Where no lock can be written, as in a read-only folder, there is none, and that is no error.
    """
    refresh(sidecar, holder, now)  # before looking: of two who take it at once, at least one sees the other
    others = [other for other in holders(sidecar, now) if other.token != holder.token]
    if others and not anyway:
        release(sidecar, holder)
    return others[0] if others else None


def holders(sidecar: Path, now: str) -> list[Holder]:
    """Everybody who has it open now, the longest first; locks of the dead are removed."""
    locks = []
    for path in _files(sidecar):
        lock = _read(path)
        if lock is None or lock.is_dead(now):
            _remove(path)
        elif lock.is_live(now):
            locks.append(lock)
    return sorted((lock.holder for lock in locks), key=lambda holder: (holder.since, holder.token))


def refresh(sidecar: Path, holder: Holder, now: str) -> None:
    """Give a sign of life; at least once a minute."""
    lock = asdict(holder) | {"refreshed": now}
    with suppress(SaveError):
        put(_path(sidecar, holder), json.dumps(lock, indent=1).encode(), durable=False)


def release(sidecar: Path, holder: Holder) -> None:
    """Take the holder's lock away; nothing is left behind."""
    _remove(_path(sidecar, holder))


def _path(sidecar: Path, holder: Holder) -> Path:
    return locks_folder(sidecar) / f"{holder.token}.json"


def _files(sidecar: Path) -> list[Path]:
    try:
        return [path for path in locks_folder(sidecar).iterdir() if path.suffix == ".json"]
    except OSError:
        return []


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
    remove_empty_folders(path)


def _read(path: Path) -> _Lock | None:
    """The lock in the file; None where it is none."""
    try:
        match json.loads(bytes_of(path, LARGEST, FileError)):
            case {
                "name": str(name),
                "machine": str(machine),
                "pid": int(pid),
                "since": str(since),
                "token": str(token),
                "refreshed": str(refreshed),
            } if token == path.stem and _is_time(since) and _is_time(refreshed):
                return _Lock(path, Holder(name, machine, pid, since, token), refreshed)
    except (FileError, ValueError, RecursionError):
        return None
    return None


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _user() -> str:
    import getpass  # here: the window shows before anybody needs to know

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
