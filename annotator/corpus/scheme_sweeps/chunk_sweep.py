"""Change of a chunk of sidecars, or a preview of it; several processes may work on chunks at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, TypeAlias

from annotator.corpus.chunks import Chunk
from annotator.corpus.scheme_sweeps.following import may_follow
from annotator.corpus.scheme_sweeps.plan import Plan, scheme_before
from annotator.corpus.scheme_sweeps.swept_document import swept_document
from annotator.corpus.scheme_sweeps.tally import (
    ANNOTATIONS,
    SIDECARS,
    Effect,
    Example,
    Tally,
    effect_of,
    effect_of_keeping,
)
from annotator.corpus.summary import NEWER
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Remove, Rename, SchemeChange, is_followed, is_local, names_in
from annotator.model.scheme_changes.parts import LABEL
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import bytes_of, is_there
from annotator.storage.files.file_error import FileError, Problem, SaveError, SidecarError
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.files.plain_files import kept_folder
from annotator.storage.files.quick_bytes import quick_bytes_in
from annotator.storage.saving.replacing import OVERTAKEN, TRIES, Replacement, replace_together
from annotator.storage.saving.scheme_journal import Journal, KeptScheme, KeptSidecar, digest
from annotator.storage.schemes.scheme_lookup import MAX_SCHEME_BYTES, is_scheme_name, own_scheme
from annotator.storage.sidecars.canonical_labels import Relabelled, relabelled
from annotator.storage.sidecars.sidecar_editing import read_alone, with_items
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES
from annotator.storage.yaml.yaml_writing import FURTHER_ESCAPE, quoted
from annotator.translation.messages import _

PARENT = attrgetter("parent")
SIGNED = b"\nsigned:"
"""Beginning of the sign-offs in a sidecar in the program's own layout; a sidecar in another layout is read whole."""


class _Edit(NamedTuple):
    """A sidecar that the change alters: its new content and the effect."""

    replacement: Replacement
    effect: Effect


_Edits: TypeAlias = dict[Path, list[_Edit]]


class ChunkSweep:
    """Change of chunks of sidecars, one chunk for each call; without a ``journal`` it only counts."""

    def __init__(self, plan: Plan, journal: Journal | None = None, at: str = "") -> None:
        self._plan, self._journal, self._at = plan, journal, at
        self._words = [_pieces_of(name) for name in names_in(plan.change)]
        self._wanted = _wanted_in(plan.change)
        self._labels = _labels_in(plan.change)
        self._is_followed = journal is not None and is_followed(plan.change)
        self._schemes: dict[str | None, Scheme] = {}
        self._of_folders: dict[Path, KeptScheme | None] = {}

    def __call__(self, chunk: Chunk) -> Tally:
        tally, waiting = Tally(), [found.file for found in chunk if not is_scheme_name(found.file.name)]
        tally.seen = len(waiting)
        for _try in range(TRIES):
            edits = self._edits(waiting, tally)
            if not edits:
                return tally
            waiting = self._write(edits, tally)
        tally.problems += (Problem(path, None, _(OVERTAKEN)) for path in waiting)
        return tally

    def _edits(self, paths: Iterable[Path], tally: Tally) -> _Edits:
        """Return the edits of those sidecars that the change alters, by their folders."""
        found: _Edits = {}
        for folder, some in groupby(paths, PARENT):
            if kept := self._scheme_for(folder):
                opened = kept_folder(folder)
                edits = [edit for path in some for edit in self._edited(path, opened, kept, tally)]
                if edits:
                    found[folder] = [*found.get(folder, ()), *edits]
        return found

    def _edited(self, path: Path, folder: FolderHandle | None, kept: KeptScheme, tally: Tally) -> Iterator[_Edit]:
        """Yield the edit of the sidecar, if the change alters it."""
        try:
            data = quick_bytes_in(folder, path.name, MAX_SIDECAR_BYTES) if folder else None
            if data is None:
                data = bytes_of(path, MAX_SIDECAR_BYTES, SidecarError)
            if self._is_followed and may_follow(data):
                tally.following.append(path)
            if self._mentions(data):
                yield from self._edit(path, data, kept)
        except FileError as error:
            tally.problems.append(error.problem)

    def _edit(self, path: Path, data: bytes, kept: KeptScheme) -> Iterator[_Edit]:
        is_signed = SIGNED in data  # the digests of facts follow, which takes a document
        if self._labels and not is_signed and (found := relabelled(data, *self._labels)):
            if found.annotations:
                yield _Edit(Replacement(path, data, found.data), _effect_on_labels(path, found, *self._labels))
            return
        read = read_alone(path, data, () if is_signed or FURTHER_ESCAPE.search(data) else self._wanted)
        after = self._changed(read.document, kept)
        if after is read.document or after == read.document:
            return
        if read.newer:
            raise SidecarError.at(path, _(NEWER), 1)
        edited = data if self._only_counts else with_items(path, read, after)
        told = effect_of_keeping if self._keeps else effect_of
        yield _Edit(Replacement(path, data, edited), told(path, read.document, after))

    @property
    def _only_counts(self) -> bool:
        return isinstance(self._plan.change, Remove) and self._plan.change.keep is not False

    @property
    def _keeps(self) -> bool:
        return isinstance(self._plan.change, Remove) and self._plan.change.keep is True

    def _changed(self, document: Document, kept: KeptScheme) -> Document:
        change = self._plan.change
        if isinstance(change, Remove):
            change = altered(change, keep=False)  # what is kept is counted too
        if kept.before not in self._schemes:  # folders' copies are equal
            self._schemes[kept.before] = scheme_before(kept, self._plan.folder / kept.file)
        return swept_document(document, change, self._schemes[kept.before])

    def _mentions(self, data: bytes) -> bool:
        """Tell whether the change may alter the sidecar: it contains every name, or escapes that may stand for one."""
        for forms in self._words:
            if not any(all(map(data.__contains__, form)) for form in forms):
                return FURTHER_ESCAPE.search(data) is not None
        return True

    def _scheme_for(self, folder: Path) -> KeptScheme | None:
        if folder not in self._of_folders:
            self._of_folders[folder] = self._plan.scheme_for(self._folder(folder))
        return self._of_folders[folder]

    def _folder(self, folder: Path) -> str:
        name = folder.relative_to(self._plan.folder).as_posix()
        return "" if name == "." else name

    def _write(self, edits: _Edits, tally: Tally) -> list[Path]:
        """Put what the sidecars hold into the journal, then replace them; return those that others changed meanwhile.

        Raises SaveError.
        """
        if self._journal is None or self._only_counts:
            for edit in chain(*edits.values()):
                tally.add(edit.effect)
            return []
        self._journal.add([*self._copied_schemes(edits), *self._kept(edits)])
        overtaken = list[Path]()
        for folder, some in edits.items():
            self._copy_scheme(folder)
            written = replace_together(folder, [edit.replacement for edit in some], self._at)
            done = set(written.done)
            for edit in some:
                if edit.replacement.path in done:
                    tally.add(edit.effect)
            tally.folders.add(folder)
            tally.problems += written.problems
            overtaken += written.overtaken
        return overtaken

    def _kept(self, edits: _Edits) -> Iterator[KeptSidecar]:
        for folder, some in edits.items():
            name = self._folder(folder)
            for (path, before, after), _effect in some:
                kept = f"{name}/{path.name}" if name else path.name
                yield KeptSidecar(kept, before.decode(), digest(after))

    def _copied_schemes(self, folders: Iterable[Path]) -> Iterator[KeptSidecar]:
        for folder in sorted(folders):
            kept = self._plan.copy_for(self._folder(folder))
            if kept and not own_scheme(folder):
                yield KeptSidecar(kept.file, None, digest(kept.after.encode()))

    def _copy_scheme(self, folder: Path) -> None:
        kept = self._plan.copy_for(self._folder(folder))
        if kept and not own_scheme(folder):
            write_atomically(self._plan.folder / kept.file, kept.after.encode())


def not_swept(problem: Problem) -> Tally:
    """Return the tally of a file that could not be read."""
    return Tally(problems=[problem])


def refuse_changed(folder: Path, kept: KeptScheme) -> None:
    """Raise SaveError where the file of the scheme no longer holds what it held."""
    path = folder / kept.file
    if _held_in(path) != (None if kept.before is None else kept.before.encode()):
        raise SaveError.at(path, _("It has been changed meanwhile; nothing was done."))


def write_scheme(folder: Path, kept: KeptScheme) -> None:
    """Write the scheme, if its file still holds what it held. Raises SaveError."""
    path, new = folder / kept.file, kept.after.encode()
    with folder_lock(path.parent):
        if _held_in(path) != new:
            refuse_changed(folder, kept)
            write_atomically(path, new)


def _held_in(path: Path) -> bytes | None:
    return bytes_of(path, MAX_SCHEME_BYTES, SaveError) if is_there(path) else None


def _wanted_in(change: SchemeChange) -> tuple[str, ...]:
    """Return texts that each item contains that the change alters, if the file has no escapes for letters.

    There are none if a name can be written in several ways, or if the change of an item depends on other items.
    """
    names = names_in(change)
    return names if is_local(change) and all(len(set(_forms_of(name))) == 1 for name in names) else ()


def _labels_in(change: SchemeChange) -> tuple[str, str] | None:
    """Return the old and the new name of a label if nothing else changes; None for any other change."""
    return (change.part.id, change.name) if isinstance(change, Rename) and change.part.kind == LABEL else None


def _effect_on_labels(path: Path, found: Relabelled, old: str, new: str) -> Effect:
    counts = {SIDECARS: 1, ANNOTATIONS: found.annotations}
    return Effect(found.annotator, counts, Example(path, found.words, old, new))


def _pieces_of(name: str) -> list[list[bytes]]:
    """Return the forms of the name in a file, each as the words in it, between which the file may break the line."""
    return [[piece.encode() for piece in form.split()] for form in dict.fromkeys(_forms_of(name))]


def _forms_of(name: str) -> tuple[str, ...]:
    return name, quoted(name)[1:-1], name.replace("'", "''")
