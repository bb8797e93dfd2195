"""Advisory locks on open sidecars: a file for each holder, which warns others but does not prevent saving."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import asdict

from annotator.storage.files.file_error import FileError, SaveError
from annotator.storage.files.hidden_folder import (
    HiddenPlace,
    files_in,
    locks_place,
    put,
    read,
    remove,
    remove_empty_folders,
)
from annotator.storage.files.processes import is_running, this_machine

LARGEST = 64 * 1024
SUFFIX = ".json"
STALE_AFTER = 180.0
"""Seconds without a refresh after which a lock of another machine no longer counts."""
DAY = 86_400.0


class Holder(Struct, frozen=True):
    """Holder of a lock; ``since`` is UTC, ``2026-11-22T06:21:20Z``; ``token`` is unique for each window."""

    name: str
    machine: str
    pid: int
    since: str
    token: str

    @classmethod
    def here(cls, annotator: str, now: str) -> Self:
        """Return a holder for this process; its name is the annotator or else the login name."""
        return cls(annotator or _user(), this_machine(), os.getpid(), now, secrets.token_hex(8))


class _Lock(Struct, frozen=True):
    """A lock file with its holder and the time of its last refresh (UTC)."""

    holder: Holder
    refreshed: str

    def is_live(self, now: str) -> bool:
        """Return True if the holder still has the sidecar open.

        A lock of this machine is live if its process runs and it was refreshed within a day, since a later process may
        have the same id; a lock of another machine is live if it was refreshed within ``STALE_AFTER`` seconds.
        """
        if self.holder.machine == this_machine():
            return is_running(self.holder.pid) and self.age(now) < DAY
        return self.age(now) < STALE_AFTER

    def is_dead(self, now: str) -> bool:
        """Return True if the lock will certainly not be refreshed again and can be removed.

        On this machine only the end of the process is certain: a clock that was set makes a lock old in a moment.
        """
        if self.holder.machine == this_machine():
            return not is_running(self.holder.pid)
        return self.age(now) > DAY

    def age(self, now: str) -> float:
        """Return the seconds since the last refresh.

        Clocks that differ make the age slightly negative; less than minus one day counts as more than one day.
        """
        age = (datetime.fromisoformat(now) - datetime.fromisoformat(self.refreshed)).total_seconds()
        return age if age > -DAY else DAY + 1


def take(sidecar: Path, holder: Holder, now: str, *, anyway: bool = False) -> Holder | None:
    """Lock the sidecar for ``holder``. Return another holder if there is one; then lock only if ``anyway``.

    A lock that cannot be written, as in a read-only folder, is silently left out.
    """
    refresh(sidecar, holder, now)  # write before looking, so that of two at once at least one sees the other
    others = [other for other in holders(sidecar, now) if other.token != holder.token]
    if others and not anyway:
        release(sidecar, holder)
    return others[0] if others else None


def holders(sidecar: Path, now: str) -> list[Holder]:
    """Return everybody who has the sidecar open, the earliest first; remove dead locks."""
    locks = []
    for file in _files(sidecar):
        lock = _read(file)
        if lock is None or lock.is_dead(now):
            _remove(sidecar, file)
        elif lock.is_live(now):
            locks.append(lock)
    return sorted((lock.holder for lock in locks), key=lambda holder: (holder.since, holder.token))


def refresh(sidecar: Path, holder: Holder, now: str) -> None:
    """Write the lock with the time of this refresh; to be called at least once a minute."""
    lock = asdict(holder) | {"refreshed": now}
    with suppress(SaveError):
        put(_place(sidecar, holder), json.dumps(lock, indent=1).encode(), durable=False)


def release(sidecar: Path, holder: Holder) -> None:
    """Remove the holder's lock and the folders that become empty."""
    _remove(sidecar, _place(sidecar, holder))


def _place(sidecar: Path, holder: Holder) -> HiddenPlace:
    return locks_place(sidecar) / f"{holder.token}{SUFFIX}"


def _files(sidecar: Path) -> list[HiddenPlace]:
    folder = locks_place(sidecar)
    try:
        return [folder / name for name in files_in(folder) if name.endswith(SUFFIX)]
    except OSError:
        return []


def _remove(sidecar: Path, file: HiddenPlace) -> None:
    remove(file)
    remove_empty_folders(locks_place(sidecar))


def _read(file: HiddenPlace) -> _Lock | None:
    """Return the lock in the file; None if the file is not a valid lock."""
    try:
        match json.loads(read(file, LARGEST, FileError)):
            case {
                "name": str(name),
                "machine": str(machine),
                "pid": int(pid),
                "since": str(since),
                "token": str(token),
                "refreshed": str(refreshed),
            } if file.names[-1] == f"{token}{SUFFIX}" and _is_time(since) and _is_time(refreshed):
                return _Lock(Holder(name, machine, pid, since, token), refreshed)
    except (FileError, ValueError, RecursionError):
        return None
    return None


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _user() -> str:
    import getpass  # not needed before the window is shown

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
