"""Words before a figure, which tell what the figure is and how sure it is."""

from __future__ import annotations

import re
from functools import cache

from annotator.language.figures.lexing import Item, items_of, plain_signs
from annotator.language.figures.vocabulary import Role, Vocabulary

LETTERS = re.compile(r"[^\W\d_]*")
LONGEST = 40
BLANKS = " \u00a0"
APOSTROPHES = ("'", "’")
ENDS = (" ", "\u00a0", "\u202f", *APOSTROPHES)
NUMBERS = (Role.NUMBER, Role.LITERAL, Role.SMALL, Role.PER_CENT, Role.UNIT)


def last_word(before: str) -> str:
    """Return the last word of the text before a figure, in small letters; empty where there is none."""
    end = before[-LONGEST:].rstrip(BLANKS)
    backwards = end[::-1][end.endswith(APOSTROPHES) :]
    letters = LETTERS.match(backwards)
    return letters[0][::-1].casefold() if letters else ""


def hedge_before(before: str, words: Vocabulary) -> str:
    """Return the modifier that the words directly before a figure say; empty where they say none for sure.

    Those are phrases of several words, as “more than”, and words that mean nothing else. Behind a number they compare
    another one with the figure: “3 more than 40”.
    """
    line = before.rpartition("\n")[2]
    items = items_of(line, words) if line.endswith(ENDS) and _may_end_with_a_hedge(line, words) else []
    while items and Role.FILLER in items[-1].roles:
        items.pop()
    if not items or not _is_sure(items[-1], words) or (len(items) > 1 and _is_number(items[-2])):
        return ""
    return str(items[-1].roles.get(Role.HEDGE, ""))


def _may_end_with_a_hedge(line: str, words: Vocabulary) -> bool:
    """Return whether the end of the line looks like that of a modifier; most do not, and need not be taken apart."""
    end = plain_signs(line).rstrip().rstrip(".'").casefold()
    return not end[-1:].isalpha() or end.endswith(_last_words(words))


@cache
def _last_words(words: Vocabulary) -> tuple[str, ...]:
    """Return the words with which modifiers end, and those that may stand between these and a number."""
    entries = (*words.table.get(Role.HEDGE, ()), *words.table.get(Role.FILLER, ()))
    return tuple({last for entry in entries if (last := entry.rpartition(" ")[2].rstrip(".'"))})


def _is_sure(item: Item, words: Vocabulary) -> bool:
    return " " in item.text or item.form in words.alone


def _is_number(item: Item) -> bool:
    return not item.roles.keys().isdisjoint(NUMBERS)
