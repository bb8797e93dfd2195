"""Taking back a change of the scheme: each file gets the bytes that it held; what was edited since stays."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path, PurePosixPath

from annotator.corpus.scheme_sweeps.plan import Plan, scheme_before
from annotator.corpus.scheme_sweeps.swept_document import swept_document
from annotator.corpus.scheme_sweeps.tally import SIDECARS, Tally
from annotator.facts.desk.signed_again import with_digests_of_new_names
from annotator.model.scheme_changes.changes import RefusedChangeError
from annotator.model.scheme_changes.scheme_edits import changed_scheme
from annotator.model.scheme_changes.taken_back import inverse_of, with_new_ones, without_change
from annotator.storage.files.atomic_write import saving_failed, write_atomically
from annotator.storage.files.file_bytes import bytes_of, is_there
from annotator.storage.files.file_error import FileError, Problem, SaveError, SidecarError
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.saving.leftovers import LeftoversClearing, clear_leftovers
from annotator.storage.saving.replacing import OVERTAKEN, TRIES, Replacement, replace_together
from annotator.storage.saving.scheme_journal import TAKEN_BACK, Journal, KeptScheme, KeptSidecar, digest
from annotator.storage.schemes.scheme_lookup import is_scheme_name, parsed_scheme
from annotator.storage.schemes.scheme_writing import written_scheme
from annotator.storage.sidecars.sidecar_editing import read_alone, with_items
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES
from annotator.translation.messages import N_, _

GONE = N_("It is not there any more; nothing was taken back in it.")
CHANGED = N_("It has been changed since; what it says now stays.")


def take_back(journal: Journal, at: str) -> Tally:
    """Take the change back, finished or not; ``at`` is the time in UTC. Problems name the files that stay as they are.

    The change is open until all is put back: if a file that exists could not be, it stays open and can be taken back
    again. Temporary files of processes that were ended are removed. Raises SaveError if the journal cannot be read or
    written; then, too, it can be tried again.
    """
    with journal.carrying_out():
        journal.left_open()
        return _taken_back(journal, at)


def _taken_back(journal: Journal, at: str) -> Tally:
    tally, back = Tally(), _TakingBack(journal, at)
    clear_leftovers(journal.folder, histories=False)
    for kept in journal.sidecars():
        tally.merge(back.put_back_sidecars(kept))
    for scheme in journal.schemes:
        tally.merge(back.put_back_scheme(scheme))
    tally.problems = list(dict.fromkeys(tally.problems))
    if not tally.is_open:
        journal.ended(TAKEN_BACK)
    return tally


class _LeftError(SaveError):
    """A file stays as it is for good: it is gone, or was edited since in a way that cannot be kept apart."""


class _TakingBack:
    """Taking back of the files that a journal has kept."""

    def __init__(self, journal: Journal, at: str) -> None:
        self._journal, self._at, self._folder = journal, at, journal.folder
        self._leftovers = LeftoversClearing(histories=False)
        self._plan = Plan(journal.folder, journal.change, {s.file.rpartition("/")[0]: s for s in journal.schemes})

    def put_back_sidecars(self, kept: tuple[KeptSidecar, ...]) -> Tally:
        """Put back some sidecars, and remove the copies of schemes that the change made beside them."""
        tally, waiting = Tally(seen=len(kept)), [item for item in kept if _is_below(item.path)]
        following = {self._folder / item.path for item in kept if item.after is not None}
        self._leftovers.of(*((self._folder / item.path).parent for item in waiting))
        for _try in range(TRIES):
            tally.problems.clear()
            tally.is_open = False
            by_folder: defaultdict[Path, list[Replacement]] = defaultdict(list)
            for item in waiting:
                if edit := self._replacement(item, tally):
                    by_folder[edit.path.parent].append(edit)
            overtaken = set[Path]()
            for folder, edits in by_folder.items():
                replaced = replace_together(folder, edits, self._at)
                tally.counts[SIDECARS] += len(set(replaced.done) - following)
                tally.problems += replaced.problems
                tally.is_open |= bool(replaced.problems)
                overtaken.update(replaced.overtaken)
            waiting = [item for item in waiting if self._folder / item.path in overtaken]
            if not waiting:
                break
        tally.problems += (Problem(self._folder / item.path, None, _(OVERTAKEN)) for item in waiting)
        tally.is_open |= bool(waiting)
        return tally

    def _replacement(self, kept: KeptSidecar, tally: Tally) -> Replacement | None:
        """Return what puts the sidecar back; None if nothing does. A copied scheme is removed here and now."""
        path = self._folder / kept.path
        try:
            if not is_there(path):
                if kept.before is None:
                    return None
                raise _LeftError.at(path, _(GONE))
            now = bytes_of(path, MAX_SIDECAR_BYTES, SidecarError)
            if kept.before is None:
                self._remove_copy(path, now, kept)
                return None
            before = kept.before.encode()
            if now == before:
                return None
            after = before if digest(now) == kept.after_sha256 else self._merged(kept, before, now)
            return Replacement(path, now, after) if after != now else None
        except FileError as error:
            _note(error, tally)
            return None

    def _remove_copy(self, path: Path, now: bytes, kept: KeptSidecar) -> None:
        """Remove a copy of the scheme that the change made, unless it was edited since. Raises SaveError."""
        if not is_scheme_name(path.name) or digest(now) != kept.after_sha256:
            raise _LeftError.at(path, _(CHANGED))
        _remove(path)

    def _merged(self, kept: KeptSidecar, before: bytes, now: bytes) -> bytes:
        """Return the bytes ``now`` without the effect of the change. Raises FileError."""
        path = self._folder / kept.path
        there = read_alone(path, now)
        old = read_alone(path, before).document
        if kept.after is not None:
            then = read_alone(path, kept.after.encode()).document
            return with_items(path, there, without_change(then, old, there.document))
        folder = kept.path.rpartition("/")[0]
        scheme = self._plan.scheme_for(folder)
        if scheme is None:
            raise SidecarError.at(path, _(CHANGED))
        changed = swept_document(old, self._journal.change, scheme_before(scheme, self._folder / scheme.file))
        back = without_change(changed, old, there.document)
        named = with_new_ones(back, old, self._journal.change)
        is_rename = inverse_of(self._journal.change) is not None
        return with_items(path, there, with_digests_of_new_names(there.document, named) if is_rename else named)

    def put_back_scheme(self, kept: KeptScheme) -> Tally:
        """Put the scheme back; in one that was edited since, only a renaming is undone."""
        tally, path = Tally(), self._folder / kept.file
        if not _is_below(kept.file):
            return tally
        try:
            with folder_lock(path.parent):
                self._put_scheme_back(path, kept)
        except FileError as error:
            _note(error, tally)
        except RefusedChangeError:
            tally.problems.append(Problem(path, None, _(CHANGED)))
        return tally

    def _put_scheme_back(self, path: Path, kept: KeptScheme) -> None:
        now = bytes_of(path, MAX_SIDECAR_BYTES, SaveError) if is_there(path) else None
        before = None if kept.before is None else kept.before.encode()
        if now == before:
            return
        if now is None:
            raise _LeftError.at(path, _(GONE))
        if now != kept.after.encode():
            inverse = inverse_of(self._journal.change)
            if inverse is None:
                raise _LeftError.at(path, _(CHANGED))
            write_atomically(path, written_scheme(now, changed_scheme(parsed_scheme(path, now), inverse).scheme).data)
        elif before is None:
            _remove(path)
        else:
            write_atomically(path, before)


def _note(error: FileError, tally: Tally) -> None:
    tally.problems.append(error.problem)
    tally.is_open |= not isinstance(error, _LeftError)


def _remove(path: Path) -> None:
    """Remove a scheme from a folder that had none. Raises SaveError."""
    try:
        with FolderHandle.open(path.parent) as folder:
            folder.remove(path.name)
    except OSError as failure:
        raise SaveError.at(path, saving_failed(failure)) from failure


def _is_below(name: str) -> bool:
    """Tell whether the name is that of a YAML file below the folder; anybody may have written the journal."""
    path = PurePosixPath(name)
    is_plain = not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
    hidden = any(part.startswith(".") for part in path.parts)
    return is_plain and not hidden and path.suffix in (".yaml", ".yml", ".YAML", ".YML")
