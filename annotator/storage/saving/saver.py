"""Save a document to its sidecar without overwriting changes by others."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import MIB, bytes_of, is_there
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.saving.history import keep
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.sidecars.canonical_layout import MOST_BLOCKS
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES
from annotator.storage.sidecars.sidecar_writing import SidecarWriter


class OvertakenError(SaveError):
    """The sidecar differs from what was last read or written here: somebody else has changed it."""


class UndecidedError(SaveError):
    """Somebody else has changed the sidecar in a way that does not merge; the user has to decide."""


class Saver:
    """Saver of one document; its first save adds the previous content of the sidecar to the history.

    ``unkept`` is the error if the history or the kept text could not be written; the document is saved nevertheless.
    """

    def __init__(self, sidecar: Path) -> None:
        self._sidecar = sidecar
        self._writer = SidecarWriter()
        self._kept = False
        self._text: Article | None = None
        self.unkept: SaveError | None = None

    def save(self, document: Document, expected: bytes | None, at: str) -> bytes:
        """Write the document if the sidecar still holds ``expected``, or None if it must not exist. Return its bytes.

        ``at`` is the time in UTC. Unchanged bytes are not written. Raises SaveError, and its subclass OvertakenError
        where somebody else has changed the sidecar.
        """
        data = self._writer.data(document)
        if sentence := _unfit(document, data):
            raise SaveError.at(self._sidecar, sentence)
        with folder_lock(Path(os.path.realpath(self._sidecar)).parent):
            return self._put(document, data, expected, at)

    def _put(self, document: Document, data: bytes, expected: bytes | None, at: str) -> bytes:
        there = held_by(self._sidecar)
        if there == data:
            return data
        if there != expected:
            raise OvertakenError.at(self._sidecar, "Somebody else has changed it since it was read here.")
        self._keep_version(there, at)
        write_atomically(self._sidecar, data)
        self._keep_text(document.article)
        return data

    def _keep_version(self, there: bytes | None, at: str) -> None:
        """Add the content from before this session to the history, once."""
        if not self._kept:
            self._kept = True
            if there is not None:
                self._attempt(lambda: keep(self._sidecar, there, at, began=True))

    def _keep_text(self, article: Article) -> None:
        """Keep the text to which the offsets refer, so that a changed article can be re-anchored."""
        if self._text is not article:
            self._text = article
            self._attempt(lambda: keep_text(self._sidecar.parent, article))

    def _attempt(self, keeping: Callable[[], None]) -> None:
        try:
            keeping()
        except SaveError as error:
            self.unkept = error


def held_by(sidecar: Path) -> bytes | None:
    """Return the present bytes of the sidecar; None if it does not exist. Raises SaveError."""
    return bytes_of(sidecar, MAX_SIDECAR_BYTES, SaveError) if is_there(sidecar) else None


def _unfit(document: Document, data: bytes) -> str:
    """Return a sentence that tells why the document is too large to be read again; empty if it is not."""
    items = len(document.annotations) + len(document.relations) + len(document.read)
    if len(data) <= MAX_SIDECAR_BYTES and items <= MOST_BLOCKS:
        return ""
    return (
        f"It could not be saved: with {items:,} annotations and relations, {len(data) // MIB} MiB, it could not be "
        "read again. Undo the last step, or divide the article."
    )
