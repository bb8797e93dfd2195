"""Ids of annotations and relations."""

from __future__ import annotations

import random
import string
from collections.abc import Container

LETTERS = string.ascii_lowercase
LETTERS_AND_DIGITS = LETTERS + string.digits


def new_id(taken: Container[str], source: random.Random) -> str:
    """Return an id that is not ``taken``: six random lowercase letters and digits, the first a letter."""
    while True:
        candidate = source.choice(LETTERS) + "".join(source.choices(LETTERS_AND_DIGITS, k=5))
        if candidate not in taken:
            return candidate
