"""Mnemonics of menu items: the letter that chooses an item while its menu is open, none twice in a menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QMenu


def mnemonics(texts: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Return a letter of each text that no other has and that is not ``taken``, empty where none is left.

    Initials of words are given first, then other letters.
    """
    used = {letter.casefold() for letter in taken}
    found = []
    for text in texts:
        letter = next((one for one in _candidates(text) if one not in used), "")
        used.add(letter)
        found.append(letter)
    return found


def with_mnemonic(text: str, letter: str) -> str:
    """Return the text of a menu item with ``letter`` as the mnemonic, at the start of a word where one has it.

    Return the text unchanged without a letter.
    """
    folded = text.casefold()
    if not letter or len(folded) != len(text) or letter not in folded:
        return text
    start = re.search(rf"\b{re.escape(letter)}", folded)
    at = start.start() if start else folded.index(letter)
    return f"{text[:at]}&{text[at:]}"


def give_mnemonics(menu: QMenu) -> None:
    """Give every item of a menu a mnemonic; their texts must have none yet."""
    actions = [action for action in menu.actions() if action.text()]
    texts = [action.text() for action in actions]
    for action, text, letter in zip(actions, texts, mnemonics(texts), strict=True):
        action.setText(with_mnemonic(text, letter))


def _candidates(text: str) -> list[str]:
    folded = text.casefold()
    if len(folded) != len(text):
        return []
    initials = [word[0] for word in folded.split() if word[0].isalnum()]
    return [*initials, *(letter for letter in folded if letter.isalpha())]
