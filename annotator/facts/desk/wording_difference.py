"""The words in which a proposed wording differs from the one that the article has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|\w+(?:[’'.,]\w+)*|[^\w\s]")
MOST_WORDS = 400
"""Words of each side that are compared; longer wordings differ as a whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a wording; ``differs`` where the other wording has not the same."""

    words: str
    differs: bool = False


def wording_difference(old: str, new: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return both wordings in parts that differ and parts that do not; joined, the parts are the wording."""
    before, after = WORD.findall(old), WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return _parts([(old, True)]), _parts([(new, True)])
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return (
        _parts([("".join(before[start:end]), kind != "equal") for kind, start, end, _, _ in blocks]),
        _parts([("".join(after[start:end]), kind != "equal") for kind, _, _, start, end in blocks]),
    )


def from_difference(old: str, new: str, before: int) -> tuple[str, str]:
    """Return both wordings from a word that stands ``before`` code points before their first difference, or less.

    What is left out is marked by “…”; short beginnings stay.
    """
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    start = old.find(" ", max(same - before, 0), same) + 1 if same > before else 0
    return (f"…{old[start:]}", f"…{new[start:]}") if start else (old, new)


def _parts(parts: list[tuple[str, bool]]) -> tuple[Part, ...]:
    return tuple(Part(words, differs) for words, differs in parts if words)
