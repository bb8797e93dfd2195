"""Changes of a scheme that were interrupted, for a check, which then need not import what makes changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.storage.files.file_error import Problem
from annotator.storage.saving.scheme_journal import unfinished_change
from annotator.translation.messages import N_, _

INTERRUPTED = N_("“{title}” was interrupted here. Let it go on, or take it back, before anything else is changed.")


def interrupted_changes(paths: Iterable[Path]) -> Iterator[Problem]:
    """Yield a problem for each folder in which a change of the scheme was interrupted."""
    for path in paths:
        if unfinished := unfinished_change(path):
            yield Problem(path, None, _(INTERRUPTED).format(title=unfinished.title))
