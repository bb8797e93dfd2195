"""Signs of the states of a check, which stand beside their words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.annotation import CHECK_STATES

STATE_SIGNS: Mapping[str, str] = MappingProxyType(
    dict(zip(CHECK_STATES, ("○", "…", "✓", "→", "?", "“", "∅"), strict=True))
)
"""To check, asked, confirmed, change, query, opinion, cannot verify."""


def state_sign(state: str) -> str:
    """Return the sign of the state; empty for any other word."""
    return STATE_SIGNS.get(state, "")
