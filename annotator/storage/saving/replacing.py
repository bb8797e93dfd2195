"""Replacement of many sidecars of a folder, each whole or not at all, which waits for the disk only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from annotator.storage.files.atomic_write import saving_failed, status_of
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.files.prepared_file import Prepared
from annotator.storage.files.real_place import is_link, real_place
from annotator.storage.files.synced_together import synced
from annotator.storage.saving.history import keep
from annotator.storage.saving.linked_history import LinkedHistory
from annotator.translation.messages import N_

TRIES = 3
"""How often a sidecar is read and edited again that somebody else has changed meanwhile."""
OVERTAKEN = N_("It is being changed by somebody else all the time; it is left as it is.")


class Replacement(NamedTuple):
    """A sidecar, its bytes as they must still be, and its new bytes."""

    path: Path
    before: bytes
    after: bytes


class Replaced(NamedTuple):
    """Sidecars that were replaced, sidecars that somebody else has changed meanwhile, and problems with the others."""

    done: list[Path]
    overtaken: list[Path]
    problems: list[Problem]


def replace_together(folder: Path, files: Sequence[Replacement], at: str) -> Replaced:
    """Replace sidecars of the folder and keep their versions; ``at`` is the time in UTC.

    All new files are written and flushed before the first one takes its place.
    """
    result = Replaced([], [], [])
    with ExitStack() as stack:
        try:
            opened = stack.enter_context(FolderHandle.open(folder))
        except OSError as failure:
            result.problems.extend(Problem(file.path, None, saving_failed(failure)) for file in files)
            return result
        ready = _all_synced([one for file in files for one in _prepared(stack, opened, file, result)], result)
        with folder_lock(folder), LinkedHistory(opened) as history:
            for one in ready:
                _put(one, history if one.folder is opened else None, at, result)
        _flush(ready, result)  # after the lock, so that others need not wait for the disk
    return result


class _Ready(NamedTuple):
    """A sidecar whose new content is written to a temporary file beside it."""

    file: Replacement
    folder: FolderHandle
    name: str
    new: Prepared


def _prepared(stack: ExitStack, opened: FolderHandle, file: Replacement, result: Replaced) -> Iterator[_Ready]:
    """Write the new content beside the sidecar in the open folder or, if that is a link, beside the linked file."""
    try:
        folder, name = opened, file.path.name
        old = status_of(folder, name)
        if old is None and is_link(folder, name):
            folder, name = stack.enter_context(real_place(file.path))
            old = status_of(folder, name)
        yield _Ready(file, folder, name, stack.enter_context(Prepared(folder, name, old, file.after)))
    except OSError as failure:
        result.problems.append(Problem(file.path, None, saving_failed(failure)))


def _all_synced(prepared: Sequence[_Ready], result: Replaced) -> list[_Ready]:
    """Flush the new files; return those that are flushed."""
    ready = list[_Ready]()
    for one, failure in zip(prepared, synced([one.new for one in prepared]), strict=True):
        if failure is None:
            ready.append(one)
        else:
            result.problems.append(Problem(one.file.path, None, saving_failed(failure)))
    return ready


def _put(ready: _Ready, history: LinkedHistory | None, at: str, result: Replaced) -> None:
    """Put a new file in its place; without a ``history`` the sidecar is a link, whose version is written as a copy."""
    path, before = ready.file.path, ready.file.before
    try:
        if not _still_holds(ready.folder, ready.name, before):
            result.overtaken.append(path)
            return
        if history:
            history.keep(ready.name, before, at)
        else:
            keep(path, before, at, began=True)
        ready.new.put()
        result.done.append(path)
    except OSError as failure:
        result.problems.append(Problem(path, None, saving_failed(failure)))
    except FileError as error:
        result.problems.append(error.problem)


def _still_holds(folder: FolderHandle, name: str, before: bytes) -> bool:
    with suppress(OSError):  # missing or unreadable: reading it again will say so
        return folder.holds(name, before)
    return False


def _flush(ready: Sequence[_Ready], result: Replaced) -> None:
    """Flush the folders; if that fails the files are in place, but might be lost in a power cut."""
    for folder, file in {one.folder.path: (one.folder, one.file) for one in ready}.values():
        try:
            folder.sync()
        except OSError as failure:
            result.problems.append(Problem(file.path, None, saving_failed(failure)))
