"""Keys of the linking mode, each with what it does."""

from __future__ import annotations

from annotator.translation.messages import _, pgettext
from annotator.ui.widgets.words.key_names import caption, modifier

Keys = tuple[tuple[str, str], ...]


def linking_keys() -> Keys:
    """Return what keys do while a target is chosen."""
    return (
        (caption("Tab"), pgettext("what a key does", "next")),
        ("1–9", pgettext("what a key does", "link to that number")),
        (caption("Enter"), pgettext("what a key does", "link")),
        (f"{modifier('Shift')} {caption('Enter')}", pgettext("what a key does", "link more")),
        (f"{modifier('Alt')} T", pgettext("what a key does", "turn round")),
        (caption("Esc"), pgettext("what a key does", "leave")),
    )


def asking_keys(types: int) -> Keys:
    """Return what keys do while one of several types is chosen."""
    return (
        (f"1–{types}", pgettext("what a key does", "choose the relation")),
        (caption("Tab"), pgettext("what a key does", "next")),
        (caption("Enter"), pgettext("what a key does", "link")),
        (caption("Esc"), _("back to the list")),
    )
