"""Rounds of sign-offs: those who stand for the same text and facts sign in one round; the latest one counts."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff

MOST_DIGITS = 9
"""Digits of the largest round; Python refuses to read thousands of them."""


def round_of(sign_off: SignOff) -> int:
    """Return the number of the round; 0 where the file gives none, or one that nobody can have reached."""
    written = sign_off.round
    return int(written) if len(written) <= MOST_DIGITS and written.isascii() and written.isdigit() else 0


def in_order(sign_offs: Iterable[SignOff]) -> list[SignOff]:
    """Return the sign-offs in the order of rounds and, within one, of times."""
    return sorted(sign_offs, key=lambda item: (round_of(item), item.at, item.id))


def latest_round(document: Document) -> tuple[SignOff, ...]:
    """Return the sign-offs of the latest round, which are those that count, in the order of their times."""
    signed = in_order(document.of(SignOff).values())
    return tuple(item for item in signed if round_of(item) == round_of(signed[-1]))
