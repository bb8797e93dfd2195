"""Entries of articles as their files say, read outside the GUI thread."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.corpus.summary import Summary, summarise
from annotator.session.opening.article_walk import NamesBeside, folder_in
from annotator.session.opening.entries import Entries
from annotator.session.opening.entry import Entry
from annotator.session.opening.listing import Stamps, stamps_of
from annotator.storage.sidecars.sidecar_files import stem_of


def read_entries(entries: Entries, rows: Sequence[int], annotator: str) -> list[Entry]:
    """Return what the files of the articles in these rows say."""
    found: list[Entry] = []
    for row in rows:
        folder, path = entries.folders[row], entries.path(row)
        found.append(entry_of(path, folder, summarise(path, annotator, NamesBeside(entries.rows, folder))))
    return found


def entry_of(path: Path, folder: str, summary: Summary) -> Entry:
    """Return the entry of an article that was read."""
    return Entry(path, summary.title, summary.status, summary.annotations, summary.problem, summary.facts, folder)


def rewritten(
    top: Path, folders: Iterable[str], annotator: str, entries: Entries, before: Stamps
) -> tuple[Stamps, Sequence[int], list[Entry]]:
    """Return the stamps of all sidecars now, and the rows whose sidecars have another stamp, read again."""
    now = stamps_of(top, folders)
    changed = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
    rows = _rows_beside(changed, entries) if changed else []
    return now, rows, read_entries(entries, rows, annotator)


def _rows_beside(sidecars: Iterable[str], entries: Entries) -> list[int]:
    """Return the rows of the articles that are called as the sidecars are, whatever suffix they have."""
    called = {os.path.join(folder_in(name), stem_of(Path(name))) for name in sidecars}  # noqa: PTH118  # texts
    return [row for row, name in enumerate(entries.names) if name in called or name.rpartition(".")[0] in called]
