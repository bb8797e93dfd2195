"""Names of the article statuses."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND, REVIEWED
from annotator.model.visible import visible
from annotator.session.opening.entry import PROBLEM
from annotator.translation.messages import N_, _

LONGEST = 40
"""Characters of an unknown status that are shown: the button with it is as wide as its words."""

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        NEW: N_("Not started"),
        IN_WORK: N_("In work"),
        DONE: N_("Done"),
        NOTHING_FOUND: N_("Done, nothing found"),
        REVIEWED: N_("Reviewed"),
        PROBLEM: N_("Problem"),
    }
)
IN_A_SENTENCE: Mapping[str, str] = MappingProxyType(
    {
        NEW: N_("not started"),
        IN_WORK: N_("in work"),
        DONE: N_("done"),
        NOTHING_FOUND: N_("done, nothing found"),
        REVIEWED: N_("reviewed"),
        PROBLEM: N_("problem"),
    }
)


def status_words(status: str) -> str:
    """Return the name of the status; one that no version of the program knows is shown as the file has it, cut off."""
    known = STATUS_WORDS.get(status or NEW)
    return _(known) if known else _as_written(status)


def status_in_sentence(status: str) -> str:
    """Return the name of the status as it is written within a sentence."""
    known = IN_A_SENTENCE.get(status or NEW)
    return _(known) if known else _as_written(status)


def _as_written(status: str) -> str:
    return visible(status if len(status) <= LONGEST else f"{status[: LONGEST - 1]}…")
