"""Signs of the states of a check, which stand beside their words."""

from __future__ import annotations

from annotator.session.editing.check_words import STATE_SIGNS, state_sign

__all__ = ["STATE_SIGNS", "state_sign"]
