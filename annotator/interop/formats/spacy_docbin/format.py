"""spaCy DocBin: a folder with train.spacy, dev.spacy and test.spacy, or one file where there are no splits.

spaCy reads a whole file into memory. Beyond ``MOST_TOKENS``, a split becomes a folder of that name with several files,
which ``spacy train`` accepts in place of a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from annotator.interop.foreign.optional_libraries import require
from annotator.interop.format import EVERYTHING, Format
from annotator.interop.formats.spacy_docbin.docs import SpacyDocs
from annotator.interop.options import Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.program.installation import EXPORT

SUFFIX = ".spacy"
WITHOUT_SPLIT = "annotations"
MOST_TOKENS = 500_000
KEPT = ("ENT_IOB", "ENT_TYPE")


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write the documents of each split, in order."""
    spacy = require("spacy", "spaCy", EXPORT)
    files: dict[str, _Files] = {}
    for entry in entries:
        name = entry.split or WITHOUT_SPLIT
        if name not in files:
            files[name] = _Files(spacy, output, name)
        files[name].add(entry, report)
    for split in files.values():
        split.close()


class _Files:
    """File or files of one split."""

    def __init__(self, spacy: Any, output: Output, name: str) -> None:
        self._spacy, self._output, self._name = spacy, output, name
        self._written = 0
        self._begin()

    def add(self, entry: Entry, report: Report) -> None:
        if self._tokens >= MOST_TOKENS:
            self._written += 1
            self._write(f"{self._name}/{self._written:04}{SUFFIX}")
            self._begin()
        doc = self._docs.doc(entry, report)
        self._bin.add(doc)
        self._tokens += len(doc)

    def close(self) -> None:
        """Write the remaining documents."""
        number = f"/{self._written + 1:04}" if self._written else ""
        self._write(f"{self._name}{number}{SUFFIX}")

    def _begin(self) -> None:
        self._docs = SpacyDocs(self._spacy)
        self._bin = self._spacy.tokens.DocBin(attrs=KEPT, store_user_data=True)
        self._tokens = 0

    def _write(self, name: str) -> None:
        with self._output.binary(name) as file:
            file.write(self._bin.to_bytes())


FORMAT = Format("spacy", "spaCy DocBin", "", EVERYTHING, write, needs="spacy")
