"""Words and glyphs of the outcomes of a review, and of the reasons of a decision."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor

from annotator.language.plain_line import plain_line
from annotator.review.reviewing import Outcome
from annotator.translation.messages import N_, _
from annotator.ui.theme.tokens import Theme

WORDS: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.UNDECIDED: N_("not yet decided"),
        Outcome.CHANGED: N_("changed since"),
        Outcome.ACCEPTED: N_("accepted"),
        Outcome.CORRECTED: N_("corrected"),
        Outcome.REJECTED: N_("rejected"),
        Outcome.ADDED: N_("added by you"),
    }
)
ICONS: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.CHANGED: "unequal",
        Outcome.ACCEPTED: "check",
        Outcome.CORRECTED: "swap",
        Outcome.REJECTED: "close",
        Outcome.ADDED: "plus",
    }
)
REASON_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "edges": N_("wrong edges"),
        "label": N_("wrong label"),
        "values": N_("wrong values"),
        "relations": N_("wrong relations"),
        "missed": N_("missed"),
        "superfluous": N_("superfluous"),
        "guideline": N_("against the guideline"),
        "slip": N_("slip"),
    }
)


def outcome_words(outcome: Outcome) -> str:
    """Return the word for the outcome."""
    return _(WORDS[outcome])


def outcome_colour(outcome: Outcome, theme: Theme) -> QColor:
    """Return the colour of the outcome's glyph."""
    colours = {
        Outcome.CHANGED: theme.warning,
        Outcome.ACCEPTED: theme.success,
        Outcome.CORRECTED: theme.accent,
        Outcome.REJECTED: theme.error,
    }
    return colours.get(outcome, theme.muted)


def reason_words(why: str) -> str:
    """Return the reason in words; any other text as it is, on one line."""
    known = REASON_WORDS.get(why)
    return _(known) if known else plain_line(why)
