"""Words before a figure, which tell what the figure is and how sure it is."""

from __future__ import annotations

import re

from annotator.language.figures.lexing import Item, items_of
from annotator.language.figures.vocabulary import Role, Vocabulary

LAST_WORD = re.compile(r"([^\W\d_]+)['’]?[ \u00a0]*$")
LONGEST = 40
ENDS = re.compile(r"[ \u00a0\u202f'’]$")
NUMBERS = (Role.NUMBER, Role.LITERAL, Role.SMALL, Role.PER_CENT, Role.UNIT)


def last_word(before: str) -> str:
    """Return the last word of the text before a figure, in small letters; empty where there is none."""
    match = LAST_WORD.search(before[-LONGEST:])
    return match[1].casefold() if match else ""


def hedge_before(before: str, words: Vocabulary) -> str:
    """Return the modifier that the words directly before a figure say; empty where they say none for sure.

    Those are phrases of several words, as “more than”, and words that mean nothing else. Behind a number they compare
    another one with the figure: “3 more than 40”.
    """
    line = before.rpartition("\n")[2]
    items = items_of(line, words) if ENDS.search(line) else []
    while items and Role.FILLER in items[-1].roles:
        items.pop()
    if not items or not _is_sure(items[-1], words) or (len(items) > 1 and _is_number(items[-2])):
        return ""
    return str(items[-1].roles.get(Role.HEDGE, ""))


def _is_sure(item: Item, words: Vocabulary) -> bool:
    return " " in item.text or item.text.casefold() in words.alone


def _is_number(item: Item) -> bool:
    return not item.roles.keys().isdisjoint(NUMBERS)
