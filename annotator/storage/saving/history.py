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
"""Within ten minutes all versions are kept, within a day the first of each hour, then the first of each day."""

MOST = 100
"""Most versions of a sidecar; those that began a session are removed last."""


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

    ``at`` is UTC, ``2026-11-22T06:21:20Z``. ``began``: they are replaced by the first save of a session. Raises
    SaveError if the older versions cannot be listed or the new one cannot be written.
    """
    known = _found(sidecar)
    if known and _holds(known[0], data):
        return
    place = history_place(sidecar)
    put(place / new_name(at, known, began=began), data)
    thin_out(place, at, known, began=began)


def thin_out(place: HiddenPlace, at: str, known: Iterable[Version], *, began: bool) -> None:
    """Remove the ``known`` versions that are no longer needed after one was added at the time ``at``."""
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
    """Return the versions that are no longer needed, of all that are known, newest first; never the newest.

    Of the ten minutes before the newest version all are needed, then the first of each hour, after a day the first of
    each day, and for a month each that began a session. Of these at most ``MOST`` are kept: first those that began a
    session, then those nearest in time to the newest, so that versions from the future, which a wrong clock has left,
    go like old ones.
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
    """Tell whether a version of that age is kept whatever other versions there are."""
    return age < MINUTES or (version.began and age < MONTH)


@contextmanager
def moved_versions(old: Path, new: Path) -> Iterator[None]:
    """Copy the history of a sidecar to its new name, while the block renames the sidecar, and then remove the old one.

    Raises SaveError if it cannot be copied. Then, and if the block fails, the history is as before.
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
    """Copy the versions and return their names; each goes into ``copied`` before it is written. Raises SaveError."""
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
    """Return a name that is not taken and that is still the name of a version, if ``name`` is one."""
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
    """Return the versions in the files of these names, newest first."""
    found = [(at, match) for name in names if (match := NAME.fullmatch(name)) and (at := _time_of(match))]
    found.sort(key=lambda one: (one[0], int(one[1][7] or 0)), reverse=True)
    return [Version(folder / match[0], at, bool(match[8])) for at, match in found]


def _time_of(match: re.Match[str]) -> str:
    """Return the time in a file's name; empty if it is no valid time."""
    at = "{}-{}-{}T{}:{}:{}Z".format(*match.groups())
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return ""
    return at


def new_name(at: str, known: Iterable[Version], *, began: bool) -> str:
    """Return a name for a version of the time ``at``, in UTC, that no known version has.

    Raises ValueError if that is no time in UTC.
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
    """Return the beginning of the names of versions of that time. Raises ValueError if it is no time in UTC."""
    time = TIME.fullmatch(at)
    if time is None:
        raise ValueError(f"not a time in UTC: {at!r}")
    return "{}{}{}T{}{}{}Z".format(*time.groups())


def _holds(version: Version, data: bytes) -> bool:
    try:
        return version.data() == data
    except SidecarError:
        return False
