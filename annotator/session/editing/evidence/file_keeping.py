"""Files taken as evidence: kept in the background, with progress and cancel, then added as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.model.visible import visible
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.session.editing.evidence.evidence_words import size_words
from annotator.session.session import Session
from annotator.storage.evidence.keeping import KeptFile, keep_bytes, keep_files, size_to_keep
from annotator.storage.files.file_bytes import MIB, readers_of
from annotator.translation.messages import N_, _

KINDS = {
    "photo": (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic", ".bmp"),
    "data": (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".jsonl"),
    "document": (".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md", ".html", ".htm", ".eml", ".epub"),
}
"""Suffixes by which the kind of a kept file is told."""
KEEPING = N_("Keeping the file")


class _Order(Struct, frozen=True):
    """Files to keep for claims or for the piece ``into``, of the article at the path ``article``."""

    article: Path
    claims: tuple[str, ...]
    names: tuple[str, ...]
    into: str = ""


class FileKeeping(QObject):
    """Keeping of files for the open article, one order at a time. ``progressed``: a Stage in MiB.

    ``busy``: whether an order is being carried out. ``kept``: ids of the pieces that have the files.
    """

    progressed = Signal(object)
    busy = Signal(bool)
    kept = Signal(list)

    def __init__(self, session: Session, edits: EvidenceEdits, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, edits
        self._work = LongWork(jobs, self)
        self._order: _Order | None = None
        self._work.progressed.connect(self.progressed)
        self._work.ended.connect(self._end)
        session.opened.connect(self._follow)

    def keep(self, paths: Sequence[Path], claims: Sequence[str]) -> None:
        """Keep the files and add a piece of evidence for each, for the claims."""
        self._begin(claims, "", [path.name for path in paths], partial(_keep_all, paths))

    def keep_into(self, path: Path, piece: str) -> None:
        """Keep the file as the file of an existing piece."""
        self._begin((), piece, [path.name], partial(_keep_all, [path]))

    def keep_image(self, data: Callable[[], bytes], claims: Sequence[str]) -> None:
        """Keep a pasted image and add a piece with it; ``data`` returns its PNG bytes, called in the background."""
        self._begin(claims, "", [_("Pasted image")], partial(_keep_data, data))

    def cancel(self) -> None:
        """Cancel the present order; nothing of it is left."""
        self._work.cancel()

    def _begin(
        self,
        claims: Sequence[str],
        into: str,
        names: Sequence[str],
        work: Callable[[Path, Passing], list[KeptFile]],
    ) -> None:
        current = self._session.current
        if current is None or current.read_only:
            self._session.say(current.read_only if current else _("No article is open"))
            return
        if self._order:
            self._session.say(_("Another file is being kept; wait until that is done, or cancel it"))
            return
        self._order = _Order(current.path, tuple(claims), tuple(names), into)
        self.busy.emit(True)
        self._work.start(partial(work, current.path))

    def _follow(self) -> None:
        """Give up an order for an article that is no longer open."""
        if self._order and not self._is_open(self._order):
            self.cancel()

    def _is_open(self, order: _Order) -> bool:
        current = self._session.current
        return current is not None and current.path == order.article

    def _end(self, result: Any) -> None:
        order, self._order = self._order, None
        self.busy.emit(False)
        if order is None or result is None:
            self._session.say(_("Cancelled: no file was kept"))
        elif isinstance(result, str):
            self._session.say(result)
        elif not self._is_open(order) or not self._session.writable:
            self._session.say(_("The file is kept, but its article is not open any more"))
        else:
            self._add(order, result)

    def _add(self, order: _Order, files: Sequence[KeptFile]) -> None:
        if order.into:
            piece = self._session.document.of(Evidence).get(order.into)
            pieces = [altered(piece, file=files[0].file)] if piece else []
            for piece in pieces:
                self._edits.put(piece)
        else:
            drafts = self._edits.drafts(self._known(order.claims), len(files))
            parts = zip(drafts, files, order.names, strict=True)
            pieces = [_with_file(draft, kept, name) for draft, kept, name in parts]
            if self._edits.add(pieces) and len(pieces) == 1:
                said = _("Added the evidence “{words}”, {size}")
                self._session.say(said.format(words=pieces[0].title, size=size_words(files[0].size)))
        self.kept.emit([piece.id for piece in pieces])

    def _known(self, claims: Sequence[str]) -> list[str]:
        return [claim for claim in claims if claim in self._session.document.annotations]


def _with_file(piece: Evidence, kept: KeptFile, name: str) -> Evidence:
    suffix = Path(kept.file).suffix
    kind = next((kind for kind, suffixes in KINDS.items() if suffix in suffixes), "")
    return altered(piece, file=kept.file, title=visible(name), kind=kind)


def _keep_all(paths: Sequence[Path], article: Path, passing: Passing) -> list[KeptFile]:
    """Keep the files one after another, all checked before the first is copied. Raises EvidenceError, SaveError."""
    size = sum(size_to_keep(path) for path in paths)
    passing.begin(_(KEEPING), total=size // MIB)
    return keep_files(article.parent, paths, partial(_pass, passing))


def _keep_data(data: Callable[[], bytes], article: Path, passing: Passing) -> list[KeptFile]:
    passing.begin(_(KEEPING))
    return [keep_bytes(article.parent, data(), ".png", mode=readers_of(article))]


def _pass(passing: Passing, path: Path, _bytes: int) -> None:
    passing.passed(visible(path.name))
