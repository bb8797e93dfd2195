"""Names of the article statuses."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND, REVIEWED
from annotator.model.visible import visible

PROBLEM = "problem"
"""Shown in place of a status for an article that cannot be read, or not as it should be."""

LONGEST = 40
"""Characters of an unknown status that are shown: the button with it is as wide as its words."""

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        NEW: "Not started",
        IN_WORK: "In work",
        DONE: "Done",
        NOTHING_FOUND: "Done, nothing found",
        REVIEWED: "Reviewed",
        PROBLEM: "Problem",
    }
)


def status_words(status: str) -> str:
    """Return the name of the status; one that no version of the program knows is shown as the file has it, cut off."""
    cut = status if len(status) <= LONGEST else f"{status[: LONGEST - 1]}…"
    return STATUS_WORDS.get(status or NEW, visible(cut))
