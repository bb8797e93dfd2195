"""History of a sidecar: its earlier versions, which thin out with age."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from annotator.storage.files.atomic_write import saving_failed
from annotator.storage.files.file_bytes import reading_failed
from annotator.storage.files.file_error import FileError, SaveError, SidecarError
from annotator.storage.files.hidden_folder import (
    HiddenPlace,
    files_in,
    history_place,
    put,
    read,
    remove,
    remove_empty_folders,
)
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES

TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z", re.ASCII)
NAME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-(\d{1,6}))?(s?)\.yaml", re.ASCII)
MINUTES, DAY, MONTH = timedelta(minutes=10), timedelta(days=1), timedelta(days=31)
"""All versions of the last ten minutes are kept, then the first of each hour, after a day the first of each day."""

MOST = 100
"""Versions of a sidecar at most; those that began a session are the last to go."""


class Version(Struct, frozen=True):
    """Earlier content of a sidecar, replaced at the time ``at`` (UTC); ``began``: by the first save of a session."""

    place: HiddenPlace
    at: str
    began: bool = False

    @property
    def path(self) -> Path:
        return self.place.path

    @property
    def name(self) -> str:
        return self.place.names[-1]

    @property
    def time(self) -> datetime:
        return datetime.fromisoformat(self.at)

    def data(self) -> bytes:
        """Return the version's bytes. Raises SidecarError."""
        return read(self.place, MAX_SIDECAR_BYTES, SidecarError)


def keep(sidecar: Path, data: bytes, at: str, *, began: bool = False) -> None:
    """Add the bytes to the sidecar's history, unless the newest version has the same; thin out the older ones.

    ``at`` is UTC, ``2026-11-22T06:21:20Z``; ``began``: the first save of a session replaces them. Raises SaveError
    where the older versions cannot be listed or the new one cannot be written.
    """
    known = _found(sidecar)
    if known and _holds(known[0], data):
        return
    place = history_place(sidecar)
    put(place / new_name(at, known, began=began), data)
    thin_out(place, at, known, began=began)


def thin_out(place: HiddenPlace, at: str, known: Iterable[Version], *, began: bool) -> None:
    """Remove the versions of those known that may go after one was added ``at`` that time in the folder."""
    for version in superfluous([Version(place, at, began), *known]):
        remove(version.place)


def versions(sidecar: Path) -> list[Version]:
    """Return the versions in the history, newest first. Raises FileError where the folder cannot be listed."""
    try:
        return _listed(sidecar)
    except FileNotFoundError:
        return []
    except OSError as failure:
        raise FileError.at(history_place(sidecar).path, reading_failed(failure)) from failure


def superfluous(known: Iterable[Version]) -> list[Version]:
    """Return the versions that may go, of all those known, newest first; never the newest.

    Kept are all of the last ten minutes before the newest, then the first of each hour, after a day the first of each
    day, and for a month each that began a session; of what is kept at most ``MOST``, those that began a session and
    those nearest in time to the newest first: versions from the future, which a wrong clock has left, go like old ones.
    """
    ordered = list(known)
    times = [version.time for version in ordered]
    if len(ordered) <= MOST and all(_is_young(one, times[0] - time) for one, time in zip(ordered, times, strict=True)):
        return []  # nearly always, in a third of the time
    kept = set(_kept(ordered, times))
    ranked = [at for at in range(1, len(ordered)) if at in kept]
    ranked.sort(key=lambda at: (not ordered[at].began, abs(times[0] - times[at])))
    kept = {0, *ranked[: MOST - 1]}
    return [version for at, version in enumerate(ordered) if at not in kept]


def _kept(ordered: list[Version], times: list[datetime]) -> Iterator[int]:
    seen = set[tuple[str, object]]()
    for at in reversed(range(len(ordered))):  # the oldest of an hour or a day is what was there before its changes
        age, time = times[0] - times[at], times[at]
        bucket = ("hour", (time.date(), time.hour)) if age < DAY else ("day", time.date())
        if _is_young(ordered[at], age) or bucket not in seen:
            yield at
        seen.add(bucket)


def _is_young(version: Version, age: timedelta) -> bool:
    """Tell whether a version that old stays, whatever others there are."""
    return age < MINUTES or (version.began and age < MONTH)


@contextmanager
def moved_versions(old: Path, new: Path) -> Iterator[None]:
    """Let the history of a sidecar be that of its new name as well while the block renames it, and of that alone then.

    Raises SaveError where it cannot be; then, and where the block fails, it is as it was.
    """
    here, there, copied = history_place(old), history_place(new), list[HiddenPlace]()
    try:
        names = _copied(here, there, copied)
        yield
    except BaseException:
        for place in copied:
            remove(place)
        remove_empty_folders(there)
        raise
    for name in names:
        remove(here / name)
    remove_empty_folders(here)


def _copied(here: HiddenPlace, there: HiddenPlace, copied: list[HiddenPlace]) -> list[str]:
    """Copy the versions, each noted before it is written, and return their names. Raises SaveError."""
    try:
        names, taken = sorted(_names_in(here)), set(_names_in(there))
    except OSError as failure:
        raise SaveError.at(there.path, saving_failed(failure)) from failure
    for name in names:
        data, free = read(here / name, MAX_SIDECAR_BYTES, SaveError), _free_name(name, taken)
        copied.append(there / free)
        put(there / free, data)
        taken.add(free)
    return names


def _names_in(place: HiddenPlace) -> list[str]:
    try:
        return files_in(place)
    except FileNotFoundError:
        return []


def _free_name(name: str, taken: Collection[str]) -> str:
    """Return a name that is free, by which a version is still known as one."""
    match, number, free = NAME.fullmatch(name), 0, name
    while free in taken:
        number += 1
        free = f"{name[:16]}-{number}{match[8]}.yaml" if match else f"{name}{number}"
    return free


def _found(sidecar: Path) -> list[Version]:
    try:
        return _listed(sidecar)
    except FileNotFoundError:
        return []
    except OSError as failure:  # which names are taken is not known: one of them might be written over
        raise SaveError.at(history_place(sidecar).path, saving_failed(failure)) from failure


def _listed(sidecar: Path) -> list[Version]:
    folder = history_place(sidecar)
    return versions_named(folder, files_in(folder))


def versions_named(folder: HiddenPlace, names: Iterable[str]) -> list[Version]:
    """Return the versions that the files of these names are, newest first."""
    found = [(at, match) for name in names if (match := NAME.fullmatch(name)) and (at := _time_of(match))]
    found.sort(key=lambda one: (one[0], int(one[1][7] or 0)), reverse=True)
    return [Version(folder / match[0], at, bool(match[8])) for at, match in found]


def _time_of(match: re.Match[str]) -> str:
    """Return the time in the file's name; empty where there is no such time."""
    at = "{}-{}-{}T{}:{}:{}Z".format(*match.groups())
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return ""
    return at


def new_name(at: str, known: Iterable[Version], *, began: bool) -> str:
    """Return the name of a version ``at`` that time, in UTC, which none of those known has.

    Raises ValueError where that is no time in UTC.
    """
    stem = name = _stem(at)
    taken = {version.name.removesuffix(".yaml").removesuffix("s") for version in known}
    number = 0
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return f"{name}{'s' if began else ''}.yaml"


@lru_cache(1)
def _stem(at: str) -> str:
    """Return the beginning of the names of versions of that time. Raises ValueError where it is no time in UTC."""
    time = TIME.fullmatch(at)
    if time is None:
        raise ValueError(f"not a time in UTC: {at!r}")
    return "{}{}{}T{}{}{}Z".format(*time.groups())


def _holds(version: Version, data: bytes) -> bool:
    try:
        return version.data() == data
    except SidecarError:
        return False
