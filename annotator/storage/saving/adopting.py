"""Renaming of a sidecar after its article, together with its history, kept texts and files of evidence."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from annotator.model.article import Article
from annotator.model.items import altered
from annotator.storage.articles.article_reading import article_name
from annotator.storage.evidence.references import copy_files
from annotator.storage.files.atomic_write import saving_failed, write_atomically
from annotator.storage.files.file_error import EvidenceError, FileError, SaveError, SidecarError, shown
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.files.new_name import rename_to_new
from annotator.storage.plans.plan_renaming import rename_in_plan
from annotator.storage.saving.conflict_copies import conflict_copies
from annotator.storage.saving.history import moved_versions
from annotator.storage.saving.kept_texts import keep_text, kept_text
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.saving.saver import held_by
from annotator.storage.sidecars.belonging import is_plain_name
from annotator.storage.sidecars.named_article import named_article, with_article_named
from annotator.storage.sidecars.sidecar_files import annotator_in, stem_of
from annotator.translation.messages import N_, _

SHA256 = re.compile(rb'sha256: ["\']?([0-9a-f]{64})')
CHANGED = N_("It has been changed meanwhile; nothing was done.")
LINK = N_("It is a link to a file elsewhere; rename it by hand.")


class Adopted(Struct, frozen=True):
    """A sidecar that was renamed from ``old`` to ``new``, and what it held before and after."""

    old: Path
    new: Path
    before: bytes
    after: bytes
    article: Path


def adopt(sidecar: Path, article: Path, expected: bytes) -> Adopted:
    """Rename the sidecar after the article and write the article's name into it, if it still holds ``expected``.

    A plan of the folder that assigns the article by its old name then has the new one. No other sidecar is overwritten.
    Raises SaveError; then everything is as before.
    """
    new = sidecar_of(article, annotator_in(sidecar))
    adopted = Adopted(sidecar, new, expected, _named(sidecar, expected, article_name(article)), article)
    _move(sidecar, new, expected, adopted)
    if old := _named_beside(sidecar, expected):
        rename_in_plan(old, article)
    return adopted


def take_back(adopted: Adopted) -> None:
    """Rename the sidecar back; what was saved in it since stays. Raises SaveError."""
    there = held_by(adopted.new)
    if there is None:
        raise SaveError.at(adopted.new, _("It is not there any more; nothing was taken back."))
    old_name = named_article(adopted.old, adopted.before).file
    before = adopted.before if there == adopted.after else _named(adopted.new, there, old_name)
    _move(adopted.new, adopted.old, there, altered(adopted, after=before))
    if old := _named_beside(adopted.old, adopted.before):
        rename_in_plan(adopted.article, old)


def _named_beside(sidecar: Path, data: bytes) -> Path | None:
    """Return the path of the article that the sidecar names, beside it; None if it names none in its own folder."""
    name = named_article(sidecar, data).file
    return sidecar.with_name(name) if is_plain_name(name) else None


def _named(sidecar: Path, data: bytes, name: str) -> bytes:
    try:
        return with_article_named(sidecar, data, name)
    except SidecarError as error:
        raise SaveError(error.problem) from error


def _move(old: Path, new: Path, expected: bytes, adopted: Adopted) -> None:
    """Rename the sidecar, write its new content, and move or copy what belongs to it. Raises SaveError."""
    if _is_link(old) or _is_link(new):
        raise SaveError.at(old, _(LINK))
    with _turn({old.parent, new.parent}):
        if held_by(old) != expected:
            raise SaveError.at(old, _(CHANGED))
        if old == new:
            _write(new, adopted.after, expected)
            return
        copies = _copies_of(old)
        _copy_texts(old.parent, new.with_name(adopted.article.name), expected)
        _copy_evidence(old.parent, new.with_name(adopted.article.name), expected)
        with moved_versions(old, new):
            _rename(old, new)
            try:
                _write(new, adopted.after, expected)
            except SaveError:
                _rename_back(new, old, expected)
                raise
        name = named_article(new, adopted.after).file
        for copy in copies:
            _move_copy(copy, new.with_name(f"{stem_of(new)}{copy.name.removeprefix(stem_of(old))}"), name)


def _copies_of(sidecar: Path) -> list[Path]:
    try:
        return conflict_copies(sidecar, sure=True)
    except OSError as failure:
        raise SaveError.at(sidecar, saving_failed(failure)) from failure


def _move_copy(copy: Path, new: Path, name: str) -> None:
    """Rename a conflict copy so that it is still known as one; if that fails, it stays where it is."""
    with suppress(OSError, FileError):
        data = held_by(copy) or b""
        rename_to_new(copy, new)
        write_atomically(new, with_article_named(new, data, name))


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # a name that the disk cannot hold
        return False


@contextmanager
def _turn(folders: set[Path]) -> Iterator[None]:
    """Hold the locks of the folders, always in the same order."""
    first, *others = sorted(folders)
    with folder_lock(first):
        if others:
            with folder_lock(others[0]):
                yield
        else:
            yield


def _write(path: Path, data: bytes, there: bytes) -> None:
    if data != there:
        write_atomically(path, data)


def _rename(old: Path, new: Path) -> None:
    try:
        rename_to_new(old, new)
    except FileExistsError as failure:
        sentence = _("{file} is there already; nothing is written over it.")
        raise SaveError.at(old, sentence.format(file=shown(new.name))) from failure
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise SaveError.at(old, saving_failed(failure)) from failure
        raise SaveError.at(old, _("It cannot be moved to another disk; move it by hand.")) from failure


def _rename_back(new: Path, old: Path, held: bytes) -> None:
    """Undo the renaming as far as possible; the file may have its new content even if its folder was not flushed."""
    with suppress(OSError, SaveError):
        rename_to_new(new, old)
        _write(old, held, held_by(old) or b"")


def _copy_texts(old: Path, article: Path, data: bytes) -> None:
    """Copy the texts on which the annotations were made to the folder of the article. Raises SaveError."""
    if old == article.parent:
        return
    for sha256 in {match.decode() for match in SHA256.findall(data)}:
        text = kept_text(old, sha256)
        if text is not None:
            keep_text(article.parent, Article(article.name, text, sha256))


def _copy_evidence(old: Path, article: Path, data: bytes) -> None:
    """Copy the files of evidence to the folder of the article. Raises SaveError."""
    try:
        copy_files(old, article, data)
    except EvidenceError as error:
        raise SaveError(error.problem) from error
