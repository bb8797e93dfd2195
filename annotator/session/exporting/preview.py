"""Preview of an export: the beginning of its output for one document."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.entries import entries_below
from annotator.corpus.kept_back import KeptBack
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.options import TRAIN
from annotator.interop.outgoing.exporting import export
from annotator.model.entry import Entry
from annotator.model.visible import visible
from annotator.session.background.jobs import Jobs
from annotator.session.exporting.export_runs import Order
from annotator.session.exporting.survey import Group
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.translation.messages import ngettext, number

MOST_LINES, LONGEST, MOST_BYTES = 40, 2000, 64 * 1024


class ExportPreview(QObject):
    """Preview made in the background. ``shown``: its text. ``failed``: the reason why there is none.

    Signals are emitted for the latest request only.
    """

    shown = Signal(str)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pass = 0  # results of jobs from earlier passes are ignored

    def ask(self, order: Order, root: Path, group: Group) -> None:
        """Preview the group's first document, whose path is relative to ``root``."""
        self.stop()
        work = partial(beginning, order, root, group.first, group.annotator)
        self._jobs.run(work, partial(self._tell, self._pass))

    def stop(self) -> None:
        """Emit nothing for earlier requests."""
        self._pass += 1

    def _tell(self, this: int, done: Future[str]) -> None:
        if this != self._pass:
            return
        try:
            self.shown.emit(done.result())
        except FileError as error:
            self.failed.emit(error.problem.sentence)
        except ForeignError as error:
            self.failed.emit(error.sentence)


def beginning(order: Order, root: Path, path: str, annotator: str) -> str:
    """Return the first lines of the export of one document. Raises FileError and ForeignError."""
    sidecars = [sidecar_of(root / path, annotator)]
    found = entries_below(sidecars, KeptBack(sidecars))
    entries = [replace(entry, path=path) if isinstance(entry, Entry) else entry for entry in found]
    options = replace(order.options, splits={path: TRAIN}) if order.shares else order.options
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"export{order.format.suffix}"
        export(order.format, entries, target, options, _unheard)
        return "\n".join(islice(_lines(target), MOST_LINES))


def _lines(target: Path) -> Iterator[str]:
    if target.is_file():
        yield from _lines_of(target)
        return
    for file in sorted(path for path in target.rglob("*") if path.is_file()):
        yield f"— {visible(file.relative_to(target).as_posix())} —"
        yield from _lines_of(file)
        yield ""


def _lines_of(file: Path) -> Iterator[str]:
    """Yield the lines of a file, shortened to LONGEST characters; for a binary file a line with its size."""
    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES)
    try:
        text = data.decode() if len(data) < MOST_BYTES else data.decode("utf-8", "ignore")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        size = file.stat().st_size
        said = ngettext(
            "A binary file, {count} byte for this document.", "A binary file, {count} bytes for this document.", size
        )
        yield said.format(count=number(size))
        return
    for line in text.splitlines():
        yield visible(line if len(line) <= LONGEST else f"{line[:LONGEST]} …")


def _unheard(path: str) -> None:
    """Ignore the progress of the export, which is a single document."""
