"""Names of the statuses inside a sentence or a list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND, REVIEWED
from annotator.session.editing.status_words import PROBLEM, status_words
from annotator.translation.messages import N_, _

INSIDE: Mapping[str, str] = MappingProxyType(
    {
        NEW: N_("not started"),
        IN_WORK: N_("in work"),
        DONE: N_("done"),
        NOTHING_FOUND: N_("done, nothing found"),
        REVIEWED: N_("reviewed"),
        PROBLEM: N_("problem"),
    }
)


def status_inside(status: str) -> str:
    """Return the name of the status as it stands inside a sentence; an unknown one as the file has it."""
    return _(INSIDE[status]) if status in INSIDE else status_words(status).lower()
