"""Fractions in digits: 3/4 of the seats, 1/2 litre."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from math import gcd

from annotator.language.figures.grammar.quantity import FOUR_DECIMALS
from annotator.language.figures.lexing import Item, items_of
from annotator.language.figures.vocabulary import Role, Vocabulary

WRITTEN = re.compile(r"([1-9])/([2-9]|10)")
NEXT = 24
"""Code points behind a figure in which the next word is looked for."""


def with_fractions(items: Sequence[Item], behind: str, words: Vocabulary) -> Sequence[Item]:
    """Return the items with digits such as 3/4 as fractions, where “of” or a unit follows them: else it is a date."""
    if not any(_parts(item) for item in items):
        return items
    following = [*items[1:], *items_of(behind[:NEXT], words, most=2)]
    return [_fraction(item, following[place : place + 2]) or item for place, item in enumerate(items)]


def _fraction(item: Item, after: Sequence[Item]) -> Item | None:
    """Return the item as a fraction: of a unit that follows, also behind “of”, or of whatever follows “of”."""
    parts = _parts(item)
    is_of = bool(after) and Role.OF in after[0].roles
    unit = after[is_of : is_of + 1]
    if parts and unit and Role.UNIT in unit[0].roles:
        value = (Decimal(parts[0]) / parts[1]).quantize(FOUR_DECIMALS).normalize()
        return item._replace(roles={Role.VULGAR: value})
    return item._replace(roles={Role.PARTS: parts}) if parts and is_of else None


def _parts(item: Item) -> tuple[int, int] | None:
    written = WRITTEN.fullmatch(item.text)
    if not written:
        return None
    above, below = int(written[1]), int(written[2])
    return (above, below) if above < below and gcd(above, below) == 1 else None
