"""Plan of a change of the scheme below a folder: what becomes of each scheme, and which folders it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from annotator.corpus.scheme_sweeps.interrupted import INTERRUPTED
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changed_scheme import ChangedScheme
from annotator.model.scheme_changes.changes import RefusedChangeError, SchemeChange, title_of
from annotator.model.scheme_changes.scheme_edits import changed_scheme
from annotator.storage.articles.folder_walk import folders_below
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, Problem, SaveError, SchemeError, shown
from annotator.storage.saving.scheme_journal import BEGUN, Journal, KeptScheme, last_change
from annotator.storage.schemes.scheme_lookup import (
    MAX_SCHEME_BYTES,
    SCHEME_NAME,
    is_scheme_name,
    own_scheme,
    parsed_scheme,
)
from annotator.storage.schemes.scheme_writing import built_in_bytes, written_scheme
from annotator.translation.messages import N_, _

LEFT_ALONE = N_("{scheme} is another scheme, and its folder is left alone. {reason}")

GOING_ON = N_("“{title}” is being carried out here just now. Wait until it has ended.")


@dataclass(frozen=True, slots=True)
class Plan:
    """A change of the scheme of ``folder`` and of the folders below it.

    ``schemes`` and ``left``, the folders that are left alone, go by paths relative to ``folder``, whose own is empty.
    ``notes`` say what else changes, ``problems`` which schemes cannot be read.
    """

    folder: Path
    change: SchemeChange
    schemes: dict[str, KeptScheme]
    left: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        return title_of(self.change)

    def scheme_for(self, folder: str) -> KeptScheme | None:
        """Return the scheme that holds in a folder, the nearest one above; None if the folder is left alone."""
        for place in (folder, *(str(above) for above in PurePosixPath(folder).parents)):
            name = "" if place == "." else place
            if name in self.left:
                return None
            if name in self.schemes:
                return self.schemes[name]
        return None

    def copy_for(self, folder: str) -> KeptScheme | None:
        """Return the changed copy of the built-in scheme that a folder below gets; None where it needs none."""
        top = self.schemes[""]
        if not folder or top.before is not None or self.scheme_for(folder) is not top:
            return None
        return KeptScheme(f"{folder}/{SCHEME_NAME}", None, top.after)


def plan_of(folder: Path, change: SchemeChange) -> Plan:
    """Plan the change.

    Raises RefusedChangeError, SchemeError if the folder's scheme cannot be read, and SaveError while another change of
    it is being made, or is interrupted and has to go on or be taken back first.
    """
    refuse_unfinished(folder)
    own = own_scheme(folder)
    planning = _Planning(folder, change)
    top, notes = planning.of(own or folder / SCHEME_NAME, is_there=own is not None)
    return _with_folders_below(Plan(folder, change, {"": top}, notes=notes), planning)


def refuse_unfinished(folder: Path) -> None:
    """Raise SaveError if a change of the folder's scheme was interrupted or is being made just now."""
    last = last_change(folder)
    if last:
        refuse_going_on(last)
        if last.state == BEGUN:
            raise SaveError.at(folder, _(INTERRUPTED).format(title=last.title))


def refuse_going_on(journal: Journal) -> None:
    """Raise SaveError if the change is being made just now, perhaps by another process."""
    if journal.is_going_on:
        raise SaveError.at(journal.folder, _(GOING_ON).format(title=journal.title))


def plan_again(journal: Journal) -> Plan:
    """Return, from its journal, the plan of a change that was interrupted. Raises SchemeError."""
    schemes = {_folder_of(scheme): scheme for scheme in journal.schemes}
    unread: list[Problem] = []
    copy = schemes[""].after.encode() if schemes[""].before is None else b""
    left = [
        name
        for name, own in _own_schemes(journal.folder, unread)
        if name not in schemes and bytes_of(own, MAX_SCHEME_BYTES, SchemeError) != copy
    ]
    return Plan(journal.folder, journal.change, schemes, frozenset(left), problems=tuple(unread))


def scheme_before(kept: KeptScheme, path: Path) -> Scheme:
    """Return the scheme as it was before the change. Raises SchemeError."""
    data = built_in_bytes() if kept.before is None else kept.before.encode()
    return parsed_scheme(path, data)


def _folder_of(scheme: KeptScheme) -> str:
    return scheme.file.rpartition("/")[0]


class _Planning:
    """Planning for one scheme after another; equal schemes, such as copies in several folders, are worked out once."""

    def __init__(self, folder: Path, change: SchemeChange) -> None:
        self._folder, self._change = folder, change
        self._known: dict[bytes | None, tuple[str, tuple[str, ...]]] = {}

    def of(self, path: Path, *, is_there: bool) -> tuple[KeptScheme, tuple[str, ...]]:
        """Return the scheme before and after, and notes on it. Raises SchemeError, RefusedChangeError."""
        data = bytes_of(path, MAX_SCHEME_BYTES, SchemeError) if is_there else None
        if data not in self._known:
            self._known[data] = self._after(path, data)
        after, notes = self._known[data]
        file = path.relative_to(self._folder).as_posix()
        return KeptScheme(file, None if data is None else data.decode(), after), notes

    def _after(self, path: Path, data: bytes | None) -> tuple[str, tuple[str, ...]]:
        before = parsed_scheme(path, built_in_bytes() if data is None else data)
        changed: ChangedScheme = changed_scheme(before, self._change)
        written = written_scheme(data, changed.scheme, path)
        return written.data.decode(), (*changed.notes, *written.not_kept)


def _with_folders_below(plan: Plan, planning: _Planning) -> Plan:
    schemes, left, notes, problems = dict(plan.schemes), set[str](), list(plan.notes), list[Problem]()
    for name, path in _own_schemes(plan.folder, problems):
        try:
            schemes[name], more = planning.of(path, is_there=True)
            notes += (f"{shown(schemes[name].file)}: {note}" for note in more)
        except RefusedChangeError as refused:
            left.add(name)
            scheme = shown(path.relative_to(plan.folder).as_posix())
            notes.append(_(LEFT_ALONE).format(scheme=scheme, reason=refused.sentence))
        except FileError as error:
            left.add(name)
            problems.append(error.problem)
    return Plan(plan.folder, plan.change, schemes, frozenset(left), tuple(notes), tuple(problems))


def _own_schemes(folder: Path, unread: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Yield the folders below that have their own scheme, relative to the folder, each with the file of its scheme."""
    for below, names in folders_below(folder, unread):
        if below != folder and any(map(is_scheme_name, names)) and (own := own_scheme(below)):
            yield below.relative_to(folder).as_posix(), own
