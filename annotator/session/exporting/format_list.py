"""Which formats there are, and which of them want something to be installed."""

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
    """A format, and whether it can be used here."""

    format: Format
    installed: bool = True


class FormatList(QObject):
    """Finds them in the background, since their modules are many. ``listed``: ``formats`` has them now.

    ``find`` gives all that there are.
    """

    listed = Signal()

    def __init__(
        self, jobs: Jobs, parent: QObject | None = None, *, find: Callable[[], list[Format]] = formats
    ) -> None:
        super().__init__(parent)
        self._jobs, self._find = jobs, find
        self.formats: list[ListedFormat] = []

    def read(self) -> None:
        """List them anew: something may have been installed."""
        self._jobs.run(lambda: [*map(_listed, self._find())], self._take)

    def _take(self, done: Future[list[ListedFormat]]) -> None:
        self.formats = done.result()
        self.listed.emit()


def _listed(format: Format) -> ListedFormat:
    return ListedFormat(format, not format.needs or is_installed(format.needs))
