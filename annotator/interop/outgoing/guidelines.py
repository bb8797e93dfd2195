"""Guidelines beside the data of an export that is a folder: the folder's own, or what the schemes say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.model.scheme import Scheme
from annotator.storage.articles.article_reading import GUIDELINES_NAME
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.schemes.guidelines_file import GuidelinesError, guidelines_of
from annotator.storage.schemes.scheme_guide import scheme_guide


class UsedSchemes:
    """Schemes of the entries that pass, each once."""

    def __init__(self) -> None:
        self._by_id: dict[int, Scheme] = {}

    @property
    def schemes(self) -> list[Scheme]:
        """The schemes, those that say the same once."""
        return [*dict.fromkeys(self._by_id.values())]

    def of(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the entries, and take note of their schemes."""
        for entry in entries:
            self._by_id.setdefault(id(entry.scheme), entry.scheme)  # kept, so that its id is not reused
            yield entry


def write_guidelines(sources: Sequence[Path], schemes: Iterable[Scheme], output: Output, report: Report) -> None:
    """Write ``guidelines.md`` into the export; a file of the folder that cannot be read is a problem of the report."""
    texts = [*_own(sources, report)] or [scheme_guide(scheme, 1) for scheme in schemes]
    if texts and not output.place(GUIDELINES_NAME).exists():
        with output.text(GUIDELINES_NAME) as file:
            file.write("\n".join(texts))


def _own(sources: Sequence[Path], report: Report) -> Iterator[str]:
    """Yield the guidelines of the folders that are exported."""
    for folder in dict.fromkeys(path if is_folder(path) else path.parent for path in sources):
        try:
            if text := guidelines_of(folder):
                yield text
        except GuidelinesError as error:
            report.problems.append(error.problem)
