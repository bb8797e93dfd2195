"""Entry of the list of a folder's articles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from annotator.corpus.summary import Summary
from annotator.language.folding import folded
from annotator.model.annotation import NOTHING, Value
from annotator.model.document import FINISHED, NEW
from annotator.storage.sidecars.sidecar_files import is_sidecar, stem_of

PROBLEM = "problem"
"""Shown in place of a status for an article that cannot be read, or not as it should be."""


class Entry(Struct, frozen=True):
    """Article of the folder; ``status`` is empty until the sidecar has been read.

    ``facts`` are the article's own attributes, such as its verdict.

    ``folder`` is where the article lies in the open folder, empty for that itself.
    """

    path: Path
    title: str = ""
    status: str = ""
    annotations: int = 0
    problem: str = ""
    facts: Mapping[str, Value] = NOTHING
    folder: str = ""

    @property
    def folded(self) -> str:
        """Text in which a filter looks for words: file name, title and folder, folded."""
        return searched(self.path.name, self.folder, self.title)

    @property
    def summary(self) -> Summary:
        """Facts that were read of the article."""
        return Summary(self.title, self.status, self.annotations, self.problem, self.facts)

    @property
    def name(self) -> str:
        """File name of the article without the suffix, also where the entry is that of a sidecar."""
        return stem_of(self.path) if is_sidecar(self.path) else self.path.stem

    @property
    def finished(self) -> bool:
        return self.status in FINISHED


def is_new(entry: Entry | Summary) -> bool:
    """Return whether the article is not started, as far as known, and has no problem."""
    return entry.status in ("", NEW) and not entry.problem


def shown_status(entry: Entry | Summary) -> str:
    """Return the status that a row shows; a problem takes precedence."""
    return PROBLEM if entry.problem else entry.status or NEW


def searched(name: str, folder: str = "", title: str = "") -> str:
    """Return what a filter looks for words in, of an article with this file name, in this folder."""
    return "\0".join((folded(name), folded(title), folded(folder) if folder else ""))
