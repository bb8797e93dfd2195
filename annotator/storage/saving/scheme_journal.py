"""Journal of a change of a scheme in the hidden folder, from which the change can be taken back or go on.

Each change has a folder: ``change.json`` has the change and its state, and each file beside it the content that some
sidecars had. A file is on the disk before the first of its sidecars is replaced.
"""

from __future__ import annotations

import json
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.json import encode as json_in_utf_8

from annotator.model.items import altered
from annotator.model.scheme_changes.changes import SchemeChange, as_values, from_values
from annotator.storage.files.file_bytes import MIB
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.folder_lock import held, is_held
from annotator.storage.files.hidden_folder import (
    HiddenPlace,
    files_in,
    opened,
    put,
    read,
    remove,
    remove_empty_folders,
)

BEGUN, DONE, TAKEN_BACK = "begun", "done", "taken back"
NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z(-[0-9]+)?")
HEAD, PIECE = "change.json", re.compile(r"[0-9]{20}-[0-9a-f]{8}\.z")
MOST_BYTES = 512 * MIB
KEPT = 10
"""Number of changes that are remembered; the journals of earlier ones are removed."""


class KeptScheme(Struct, frozen=True):
    """A scheme that is changed: its file, and its text before and after; ``before`` is None if there was no file."""

    file: str
    before: str | None
    after: str


class KeptSidecar(Struct, frozen=True):
    """A sidecar that is changed: its path below the folder, its text before, and the hash of its text after.

    ``after`` is the text after, if it cannot be worked out from the change, as the sidecar follows others.
    """

    path: str
    before: str | None
    after_sha256: str
    after: str | None = None


class Journal(Struct, frozen=True):
    """A change of the scheme of ``folder`` and its state: BEGUN, DONE or TAKEN_BACK."""

    folder: Path
    name: str
    title: str
    at: str
    change: SchemeChange
    state: str = BEGUN
    schemes: tuple[KeptScheme, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def place(self) -> HiddenPlace:
        return _all(self.folder) / self.name

    @property
    def is_going_on(self) -> bool:
        """True while a process on this machine is making the change."""
        return self.state == BEGUN and is_held(self.place.path)

    def carrying_out(self) -> AbstractContextManager[None]:
        """Return a context in which this process makes the change; the end of the process also ends it."""
        return held(self.place.path)

    def write(self) -> None:
        """Write ``change.json``. Raises SaveError."""
        schemes = [[scheme.file, scheme.before, scheme.after] for scheme in self.schemes]
        about = {"title": self.title, "at": self.at, "state": self.state, "change": as_values(self.change)}
        values = {"version": 1, **about, "schemes": schemes, "counts": self.counts}
        put(self.place / HEAD, json.dumps(values, indent=1, ensure_ascii=False).encode())

    def ended(self, state: str, counts: dict[str, int] | None = None) -> Journal:
        """Write the final ``state``, and return the journal with it. Raises SaveError."""
        journal = altered(self, state=state, counts=self.counts if counts is None else counts)
        journal.write()
        if state == TAKEN_BACK:
            journal._forget_pieces()
        return journal

    def left_open(self) -> None:
        """Write that the change is neither made nor taken back. Raises SaveError."""
        altered(self, state=BEGUN).write()

    def add(self, sidecars: Sequence[KeptSidecar]) -> None:
        """Keep the content of the sidecars; it is on the disk when this returns. Raises SaveError."""
        values = [[item.path, item.before, item.after_sha256, item.after] for item in sidecars]
        data = zlib.compress(_written(values), 1)
        name = f"{time.time_ns():020}-{sha256(data).hexdigest()[:8]}.z"
        put(self.place / name, data)

    def sidecars(self) -> Iterator[tuple[KeptSidecar, ...]]:
        """Yield the kept sidecars, a file of the journal at a time, the last one first. Raises SaveError."""
        for name in sorted(self._pieces(), reverse=True):
            data = read(self.place / name, MOST_BYTES, SaveError)
            try:
                yield tuple(_kept(*item) for item in json.loads(_unpacked(data)))
            except (ValueError, TypeError, RecursionError, zlib.error) as error:
                raise SaveError.at((self.place / name).path, "It is damaged.") from error

    def forget(self) -> None:
        """Remove the journal with everything in it."""
        self._forget_pieces()
        remove(self.place / HEAD)
        remove_empty_folders(self.place)

    def _pieces(self) -> list[str]:
        with suppress(OSError):
            return [name for name in files_in(self.place) if PIECE.fullmatch(name)]
        return []

    def _forget_pieces(self) -> None:
        for name in self._pieces():
            remove(self.place / name)


def begun_journal(folder: Path, title: str, change: SchemeChange, at: str, schemes: Sequence[KeptScheme]) -> Journal:
    """Begin a journal and remove the oldest ones; it is on the disk when this returns. Raises SaveError."""
    known = journals(folder)
    journal = Journal(folder, _name_after(known, at), title, at, change, schemes=tuple(schemes))
    journal.write()
    for old in known[KEPT - 1 :]:
        old.forget()
    return journal


def _name_after(known: Sequence[Journal], at: str) -> str:
    """Return a name that sorts after all known journals, also if the clock was set back since."""
    name = at.replace("-", "").replace(":", "")
    last, number = _order(known[0].name) if known else ("", 0)
    return name if name > last else f"{last}-{number + 1}"


def journals(folder: Path) -> list[Journal]:
    """Return the journals of the folder, newest first, without those that cannot be read."""
    try:
        with opened(_all(folder)) as place:
            names = [name for name in place.names() if NAME.fullmatch(name)]
    except OSError:
        return []
    ordered = sorted(names, key=_order, reverse=True)
    return [journal for name in ordered if (journal := _read(folder, name))]


def last_change(folder: Path) -> Journal | None:
    """Return the last change that has not been taken back; None if there is none."""
    return next((journal for journal in journals(folder) if journal.state != TAKEN_BACK), None)


def unfinished_change(folder: Path) -> Journal | None:
    """Return the change that was interrupted and neither finished nor taken back; None if there is none.

    A change that a process is making just now was not interrupted.
    """
    last = last_change(folder)
    return last if last and last.state == BEGUN and not last.is_going_on else None


def digest(data: bytes) -> str:
    """Return the hash by which the content of a file is recognised."""
    return sha256(data).hexdigest()


def _written(values: object) -> bytes:
    """Return the values as JSON; names that are not Unicode, from another system, are written with escapes."""
    try:
        return json_in_utf_8(values)  # in a sixth of the time
    except UnicodeEncodeError:
        return json.dumps(values).encode()


def _unpacked(data: bytes) -> bytes:
    """Return what was packed; not even a piece of the largest sidecars has more. Raises ValueError, zlib.error."""
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(data, MOST_BYTES)
    if not unpacking.eof:
        raise ValueError("not whole")
    return found


def _kept(path: Any, before: Any, after_sha256: Any, after: Any = None) -> KeptSidecar:
    return KeptSidecar(_name(path), _text(before), _name(after_sha256), _text(after))


def _order(name: str) -> tuple[str, int]:
    stem, _dash, number = name.partition("-")
    return stem, int(number or 0)


def _all(folder: Path) -> HiddenPlace:
    return HiddenPlace(folder, ("scheme-changes",))


def _read(folder: Path, name: str) -> Journal | None:
    try:
        values: Any = json.loads(read(_all(folder) / name / HEAD, MOST_BYTES, SaveError))
        schemes = tuple(_kept_scheme(*item) for item in values["schemes"])
        change, title, at = from_values(values["change"]), str(values["title"]), str(values["at"])
        counts = {str(key): int(count) for key, count in values["counts"].items()}
        return Journal(folder, name, title, at, change, str(values["state"]), schemes, counts)
    except (SaveError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _kept_scheme(file: Any, before: Any, after: Any) -> KeptScheme:
    if after is None:
        raise ValueError("no scheme")
    return KeptScheme(_name(file), _text(before), _text(after))


def _text(value: Any) -> Any:
    """Return what a file held, or None for no file. Raises ValueError where no file can hold it."""
    return value if value is None else _name(value).encode().decode()


def _name(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("no text")
