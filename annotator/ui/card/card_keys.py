"""Keys of the card and of filling a slot, each with what it does."""

from __future__ import annotations

from annotator.translation.messages import pgettext
from annotator.ui.widgets.words.key_names import caption, modifier

Keys = tuple[tuple[str, str], ...]


def card_keys() -> Keys:
    """Return what keys do in the card."""
    return (
        (caption("Tab"), pgettext("what a key does", "next slot")),
        ("↑ ↓", pgettext("what a key does", "within the slot")),
        (caption("Enter"), pgettext("what a key does", "fill, take, confirm")),
        (caption("Del"), pgettext("what a key does", "take out")),
        (f"{modifier('Alt')} ↑ ↓", pgettext("what a key does", "previous, next card")),
        (caption("Esc"), pgettext("what a key does", "back to the text")),
    )


def filling_keys() -> Keys:
    """Return what keys do while words are selected for a slot."""
    return (
        (caption("Enter"), pgettext("what a key does", "fill the slot")),
        (f"{modifier('Shift')} ← →", pgettext("what a key does", "select")),
        (".", pgettext("what a key does", "grow the selection")),
        (caption("Esc"), pgettext("what a key does", "back to the card")),
    )
