"""Entries of the sidecars whose article is not there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.corpus.orphans import Orphan
from annotator.session.opening.article_walk import folder_in, name_below
from annotator.session.opening.entry import Entry
from annotator.storage.files.file_error import told
from annotator.translation.messages import _


def missing_entries(orphans: Iterable[Orphan], top: Path | None) -> list[Entry]:
    """Return an entry for each that lies below ``top``."""
    return [_entry(orphan, name) for orphan in orphans if (name := name_below(top, orphan.sidecar))]


def _entry(orphan: Orphan, name: str) -> Entry:
    problem = _("Article missing: {file}").format(file=told(orphan.named.file))
    return Entry(orphan.sidecar, problem=problem, folder=folder_in(name))
