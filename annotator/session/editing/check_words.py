"""States of the check of a fact and proposed wordings, in words."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.facts.desk.words import state_words
from annotator.model.annotation import Value
from annotator.model.visible import visible

__all__ = ["state_words", "wording_words"]


def wording_words(wording: Mapping[str, Value]) -> str:
    """Return the proposed wording on one line: “old → new”; empty where nothing is proposed."""
    if not wording:
        return ""
    return visible(f"{wording.get('old', '')} → {wording.get('new', '')}")
