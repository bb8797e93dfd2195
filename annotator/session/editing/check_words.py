"""States of the check of a fact and proposed wordings, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.facts.desk.words import STATE_WORDS, state_words
from annotator.model.annotation import CHECK_STATES, Value
from annotator.model.visible import visible
from annotator.translation.messages import N_, _, pgettext

__all__ = [
    "ANSWER_WORDS",
    "STATE_NAME",
    "STATE_SIGNS",
    "STATE_WORDS",
    "answer_words",
    "signed_state",
    "state_sign",
    "state_words",
    "wording_words",
]

ANSWER_WORDS: Mapping[str, str] = MappingProxyType({"taken": N_("taken"), "refused": N_("refused")})
"""The author's answers to a proposed wording that have words of their own; a file may give any other."""
STATE_NAME = N_("State of check")
STATE_SIGNS: Mapping[str, str] = MappingProxyType(
    dict(zip(CHECK_STATES, ("○", "…", "✓", "→", "?", "“", "∅"), strict=True))
)
"""To check, asked, confirmed, change, query, opinion, cannot verify."""


def state_sign(state: str) -> str:
    """Return the sign of the state, which stands beside its words; empty for any other word."""
    return STATE_SIGNS.get(state, "")


def signed_state(state: str) -> str:
    """Return the sign of the state and its words: “✓ confirmed”; empty without a state."""
    return f"{state_sign(state)} {state_words(state)}".strip() if state else ""


def wording_words(wording: Mapping[str, Value]) -> str:
    """Return the proposed wording on one line: “old → new”; empty where nothing is proposed."""
    if not wording:
        return ""
    return visible(f"{wording.get('old', '')} → {wording.get('new', '')}")


def answer_words(answer: str) -> str:
    """Return the author's answer to a proposed wording; “open” for none, and any other as the file has it."""
    known = ANSWER_WORDS.get(answer)
    return _(known) if known else visible(answer) or pgettext("answer", "open")
