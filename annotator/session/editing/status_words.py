"""How far an article has come, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND, REVIEWED
from annotator.model.visible import visible

PROBLEM = "problem"
"""Stands where a status would, for an article that cannot be used as it should."""


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
    """The status in words; any other word that a file gave is shown as it is."""
    return STATUS_WORDS.get(status or NEW, visible(status))
