"""List of formats, and whether the optional library of each is installed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from annotator.interop.foreign.optional_libraries import is_installed
from annotator.interop.format import Format
from annotator.interop.registry import formats
from annotator.session.background.jobs import Jobs


@dataclass(frozen=True, slots=True)
class ListedFormat:
    """Format; ``installed`` is False if it needs an optional library that is missing."""

    format: Format
    installed: bool = True


class FormatList(QObject):
    """List made in the background, since many modules have to be imported. ``listed``: ``formats`` is complete.

    ``find`` returns all formats.
    """

    listed = Signal()

    def __init__(
        self, jobs: Jobs, parent: QObject | None = None, *, find: Callable[[], list[Format]] = formats
    ) -> None:
        super().__init__(parent)
        self._jobs, self._find = jobs, find
        self.formats: list[ListedFormat] = []

    def read(self) -> None:
        """List the formats again, since a library may have been installed."""
        self._jobs.run(lambda: [*map(_listed, self._find())], self._take)

    def _take(self, done: Future[list[ListedFormat]]) -> None:
        self.formats = done.result()
        self.listed.emit()


def _listed(format: Format) -> ListedFormat:
    return ListedFormat(format, not format.needs or is_installed(format.needs))
