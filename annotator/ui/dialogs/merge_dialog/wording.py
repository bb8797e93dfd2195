"""Which words of a fact are not what they were, as runs of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language.tokens import TOKEN
from annotator.ui.widgets.words.runs_text import Kind, Run

PIECE = re.compile(rf"(?:{TOKEN.pattern})\s*|\s+")
MOST_COMPARED = 400
"""Texts of more words than these are altered as a whole: comparing costs the square."""


def runs(was: str, now: str, *, gone_too: bool = False) -> list[Run]:
    """The text ``now``, its new words standing out; with ``gone_too`` the words that went are there as well."""
    if was == now:
        return [Run(now)]
    before, after = PIECE.findall(was), PIECE.findall(now)
    if not before or max(len(before), len(after)) > MOST_COMPARED:
        return [Run(now, Kind.ALTERED)]
    found = list(_compared(before, after, gone_too=gone_too))
    if not any(run.kind is Kind.PLAIN and run.text.strip() for run in found):
        return [Run(now, Kind.ALTERED)]
    return found


def _compared(before: list[str], after: list[str], *, gone_too: bool) -> Iterator[Run]:
    from difflib import SequenceMatcher  # here: not before it is wanted

    old, new = ([piece.strip() for piece in pieces] for pieces in (before, after))
    for how, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        went, came = "".join(before[start:end]), "".join(after[new_start:new_end])
        if how == "equal":
            yield Run(max(came, went, key=len) if gone_too else came)
            continue
        yield from _apart(went if gone_too else "", Kind.MISSING)
        yield from _apart(came, Kind.ALTERED)


def _apart(text: str, kind: Kind) -> Iterator[Run]:
    """The words with their kind, the blank after them without."""
    words = text.rstrip()
    yield Run(words, kind)
    yield Run(text[len(words) :])
