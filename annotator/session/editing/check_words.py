"""States of the check of a fact and proposed wordings, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.annotation import CHECK_STATES, Value
from annotator.model.visible import visible
from annotator.translation.messages import N_, _

STATE_NAME = N_("State of check")
STATE_WORDS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            CHECK_STATES,
            (
                N_("to check"),
                N_("asked"),
                N_("confirmed"),
                N_("change"),
                N_("query"),
                N_("opinion"),
                N_("cannot verify"),
            ),
            strict=True,
        )
    )
)


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


def state_words(state: str) -> str:
    """Return the name of the state of check; one that the program does not know as the file has it."""
    known = STATE_WORDS.get(state)
    return _(known) if known else visible(state)


def wording_words(wording: Mapping[str, Value]) -> str:
    """Return the proposed wording on one line: “old → new”; empty where nothing is proposed."""
    if not wording:
        return ""
    return visible(f"{wording.get('old', '')} → {wording.get('new', '')}")
