"""Keys of the comparison, each with what it does."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.translation.messages import pgettext
from annotator.ui.widgets.words.key_names import caption

Keys = tuple[tuple[str, str], ...]


def compare_keys(annotators: int, *, deciding: bool, agreed: int, decide: str) -> Keys:
    """Return what keys do while differences are looked at, or decided; ``decide`` leads from the one to the other."""
    keys = [(caption("Tab"), pgettext("what a key does", "next difference"))]
    if deciding:
        keys += [
            (f"1–{annotators}", pgettext("what a key does", "take")),
            ("0", pgettext("what a key does", "none")),
            ("M", pgettext("what a key does", "merge")),
            ("E", pgettext("what a key does", "own")),
            ("R", pgettext("what a key does", "reason")),
            *([("A", pgettext("what a key does", "agreed"))] if agreed else []),
            ("G", pgettext("what a key does", "all of a kind")),
        ]
    elif decide:
        keys.append((decide, pgettext("what a key does", "decide")))
    keys += [("W", pgettext("what a key does", "who")), ("H", pgettext("what a key does", "names"))]
    return (*keys, (caption("Esc"), pgettext("what a key does", "leave")))


def merge_keys() -> Keys:
    """Return what keys do while it is asked which edges are taken."""
    return (
        ("U", pgettext("what a key does", "all words of the versions")),
        ("I", pgettext("what a key does", "the words in common")),
        (caption("Esc"), pgettext("what a key does", "back")),
    )


def kind_keys(names: Sequence[str]) -> Keys:
    """Return what keys do while it is asked which of the annotators is followed in all differences of a kind."""
    follow = pgettext("what a key does", "follow {name} in all of them")
    return (
        *((str(place), follow.format(name=name)) for place, name in enumerate(names, 1)),
        ("0", pgettext("what a key does", "none is right in any of them")),
        (caption("Esc"), pgettext("what a key does", "back")),
    )


def text_keys() -> Keys:
    """Return what keys do in the mode while the keyboard is in the text, where they act as ever."""
    return ((caption("Esc"), pgettext("what a key does", "back to the differences")),)
