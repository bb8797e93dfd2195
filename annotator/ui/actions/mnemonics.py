"""Mnemonics of menu items: the letter that chooses an item while its menu is open, none twice in a menu."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from PySide6.QtWidgets import QMenu

from annotator.language.case_folding import folded

UNTYPED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
"""Beginnings of the names of characters that no single key types."""


def mnemonics(texts: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Return a letter of each text that no other has and that is not ``taken``, empty where none is left.

    Initials of words are given first, then other letters; a text in a script that is not typed letter by letter is
    given a Latin letter where none of its own is left. A text gives its letter to another one that has no other, where
    it has more itself (augmenting paths, as in Kuhn's algorithm for bipartite matching). Letters through which no path
    leads to a free one never lead to one later, so they are not tried again.
    """
    return list(_assigned(tuple(texts), frozenset(letter.casefold() for letter in taken)))


@lru_cache(maxsize=256)
def _assigned(texts: tuple[str, ...], used: frozenset[str]) -> tuple[str, ...]:
    wanted = [[one for one in _candidates(text) if one not in used] for text in texts]
    owners: dict[str, int] = {}
    closed: set[str] = set()
    for at in range(len(texts)):
        tried = set(closed)
        if not _give(at, wanted, owners, tried):
            closed = tried
    letters = {owner: letter for letter, owner in owners.items()}
    return tuple(letters.get(at, "") for at in range(len(texts)))


def _give(at: int, wanted: Sequence[Sequence[str]], owners: dict[str, int], tried: set[str]) -> bool:
    """Give the text at this place a letter, if need be that of a text that can have another one."""
    free = next((letter for letter in wanted[at] if letter not in owners), "")
    for letter in [free] if free else [one for one in wanted[at] if one not in tried]:
        tried.add(letter)
        if letter not in owners or _give(owners[letter], wanted, owners, tried):
            owners[letter] = at
            return True
    return False


@lru_cache(maxsize=2048)
def with_mnemonic(text: str, letter: str) -> str:
    """Return the text of a menu item with ``letter`` as the mnemonic, at the start of a word where one has it.

    A letter that the text does not have is put behind it. Return the text unchanged without a letter.
    """
    within = folded(text)
    if not letter:
        return text
    if letter not in within:
        return f"{text} (&{letter.upper()})"
    start = re.search(rf"\b{re.escape(letter)}", within)
    at = start.start() if start else within.index(letter)
    return f"{text[:at]}&{text[at:]}"


def give_mnemonics(menu: QMenu) -> None:
    """Give every item of a menu a mnemonic; their texts must have none yet."""
    actions = [action for action in menu.actions() if action.text()]
    texts = [action.text() for action in actions]
    for action, text, letter in zip(actions, texts, mnemonics(texts), strict=True):
        action.setText(with_mnemonic(text, letter))


@lru_cache(maxsize=2048)
def is_untyped(text: str) -> bool:
    """Return True if the text has letters that no single key types."""
    return any(letter.isalpha() and not _is_typed(letter) for letter in text)


@lru_cache(maxsize=2048)
def _candidates(text: str) -> tuple[str, ...]:
    within = folded(text)
    initials = [word[0] for word in within.split() if word[0].isalnum() and _is_typed(word[0])]
    letters = [letter for letter in within if letter.isalpha()]
    typed = [letter for letter in letters if _is_typed(letter)]
    others = string.ascii_lowercase if len(typed) < len(letters) else ""
    return tuple(dict.fromkeys((*initials, *typed, *others)))


@cache
def _is_typed(letter: str) -> bool:
    return not unicodedata.name(letter, "").startswith(UNTYPED)
