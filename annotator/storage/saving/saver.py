"""Save a document to its sidecar without overwriting changes by others."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import MIB, bytes_of, is_there, readers_of
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.files.real_place import LEADS_OUT, leads_out
from annotator.storage.saving.history import keep
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.sidecars.canonical_layout import MOST_BLOCKS
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from annotator.translation.messages import _, number


class OvertakenError(SaveError):
    """The sidecar differs from what was last read or written here: somebody else has changed it."""


class UndecidedError(SaveError):
    """Somebody else has changed the sidecar in a way that does not merge; the user has to decide."""


class Saver:
    """Saver of one document; its first save adds the previous content of the sidecar to the history.

    ``unkept`` is the error of the last save in which the history or the kept text could not be written, else None; the
    document is saved nevertheless, and both are tried again with the next save. ``strict`` is for a single save, which
    saves the document only if both can be written and raises SaveError otherwise.
    """

    def __init__(self, sidecar: Path, *, follow: bool = False, strict: bool = False) -> None:
        self._sidecar, self._follow, self._strict = sidecar, follow, strict
        self._unsure: bytes | None = None
        self._writer = SidecarWriter()
        self._began = False
        self._before: tuple[bytes, str] | None = None
        self._text: Article | None = None
        self.unkept: SaveError | None = None

    def save(self, document: Document, expected: bytes | None, at: str) -> bytes:
        """Write the document if the sidecar still holds ``expected``, or does not exist for None; return its bytes.

        ``at`` is the time in UTC. Unchanged bytes are not written. Raises SaveError, and its subclass OvertakenError if
        somebody else has changed the sidecar.
        """
        data = self._writer.data(document)
        if sentence := _unfit(document, data):
            raise SaveError.at(self._sidecar, sentence)
        with folder_lock(Path(os.path.realpath(self._sidecar)).parent):
            return self._put(document, data, expected, at)

    def let_go(self) -> None:
        """Drop the texts that only make the next save faster; no save may be running."""
        self._writer, self._text = SidecarWriter(), None

    def _put(self, document: Document, data: bytes, expected: bytes | None, at: str) -> bytes:
        there = held_by(self._sidecar, follow=self._follow)
        own = there is not None and there == self._unsure
        if there == data and not own:
            return data
        if there != expected and not own:
            raise OvertakenError.at(self._sidecar, _("Somebody else has changed it since it was read here."))
        self.unkept = None
        self._keep_version(there, at)
        if self._strict:
            self._keep_text(document.article)
        self._write(document, data)
        self._keep_text(document.article)
        return data

    def _write(self, document: Document, data: bytes) -> None:
        """Write the sidecar; after an error it may have the new bytes, which may not have reached the disk."""
        self._unsure = data
        write_atomically(self._sidecar, data, follow=self._follow, mode=self._readers(document))
        self._unsure = None

    def _keep_version(self, there: bytes | None, at: str) -> None:
        """Add what the sidecar held before this session to the history; after an error the next save tries again."""
        if not self._began:
            self._began = True
            self._before = None if there is None else (there, at)
        if self._before is not None:
            data, time = self._before
            if self._attempt(lambda: keep(self._sidecar, data, time, began=True)):
                self._before = None

    def _keep_text(self, article: Article) -> None:
        """Store the text that the offsets count in, for re-anchoring when the article changes."""
        if self._text is not article and self._attempt(lambda: keep_text(self._sidecar.parent, article)):
            self._text = article

    def _readers(self, document: Document) -> int:
        """Return the mode of a new sidecar, which quotes the article: nobody reads it who may not read the article."""
        return readers_of(self._sidecar.with_name(document.article.name))

    def _attempt(self, keeping: Callable[[], None]) -> bool:
        try:
            keeping()
        except SaveError as error:
            if self._strict:
                raise
            self.unkept = error
            return False
        return True


def held_by(sidecar: Path, *, follow: bool = False) -> bytes | None:
    """Return the present bytes of the sidecar; None if it does not exist. Raises SaveError."""
    if not follow and leads_out(sidecar):
        raise SaveError.at(sidecar, _(LEADS_OUT))
    return bytes_of(sidecar, MAX_SIDECAR_BYTES, SaveError, follow=follow) if is_there(sidecar) else None


def _unfit(document: Document, data: bytes) -> str:
    """Return a sentence on why the document is too large to be read again; empty if it is not too large."""
    items = len(document.annotations) + len(document.relations) + len(document.read)
    if len(data) <= MAX_SIDECAR_BYTES and items <= MOST_BLOCKS:
        return ""
    sentence = _(
        "It could not be saved: with {count} annotations and relations, {size} MiB, it could not be read again. "
        "Undo the last step, or divide the article."
    )
    return sentence.format(count=number(items), size=number(len(data) // MIB))
