"""Entries of articles as their files say, read outside the GUI thread."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.corpus.quick_summary import quick_summary
from annotator.corpus.summary import Summary, summarise
from annotator.session.opening.article_walk import NamesBeside, folder_in
from annotator.session.opening.entries import Entries
from annotator.session.opening.stamps import Stamps, stamps_of
from annotator.storage.sidecars.sidecar_files import stem_of


class Read(NamedTuple):
    """Summary of an article that was read, and the text in which a filter looks for words."""

    summary: Summary
    text: str


def read_entries(entries: Entries, rows: Sequence[int], annotator: str, sidecars: Container[str]) -> list[Read]:
    """Return what the files of the articles in these rows say.

    ``sidecars`` are the names of all YAML files in the folders, of whom a change later on is noticed otherwise.
    """
    found = []
    for row in rows:
        summary = _quick(entries, row, annotator, sidecars) or _summary(entries, row, annotator)
        found.append(Read(summary, entries.text_of(row, summary.title)))
    return found


def _quick(entries: Entries, row: int, annotator: str, sidecars: Container[str]) -> Summary | None:
    """Return the summary of an article whose sidecar can have one name only, if all is as usual."""
    name = entries.names[row]
    end = f".annotations{'.' + annotator if annotator else ''}.yaml"
    if name in entries.twins or f"{name}{end}" in sidecars:
        return None
    sidecar = f"{name.rpartition('.')[0]}{end}"
    return quick_summary(entries.text_path(name), entries.text_path(sidecar) if sidecar in sidecars else None)


def _summary(entries: Entries, row: int, annotator: str) -> Summary:
    return summarise(entries.path(row), annotator, NamesBeside(entries.rows, entries.folders[row]))


def rewritten(
    top: Path, folders: Iterable[str], annotator: str, entries: Entries, before: Stamps
) -> tuple[Stamps, Sequence[int], list[Read]]:
    """Return the stamps of all sidecars now, and the rows whose sidecars have another stamp, read again."""
    now = stamps_of(top, folders)
    changed = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
    rows = _rows_beside(changed, entries) if changed else []
    return now, rows, read_entries(entries, rows, annotator, now)


def _rows_beside(sidecars: Iterable[str], entries: Entries) -> list[int]:
    """Return the rows of the articles that are called as the sidecars are, whatever suffix they have."""
    called = {os.path.join(folder_in(name), stem_of(Path(name))) for name in sidecars}  # noqa: PTH118  # texts
    return [row for row, name in enumerate(entries.names) if name in called or name.rpartition(".")[0] in called]
