"""Word-by-word differences of a text, as runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language.tokens import TOKEN
from annotator.ui.widgets.words.laid_runs import Kind, Run

PIECE = rf"(?:{TOKEN})\s*|\s+"
MOST_COMPARED = 400
"""Number of words above which a text counts as altered as a whole, since comparing takes quadratic time."""


def runs(was: str, now: str, *, show_removed: bool = False) -> list[Run]:
    """Return ``now`` as runs with its new words highlighted; with ``show_removed`` removed words are included."""
    if was == now:
        return [Run(now)]
    before, after = re.findall(PIECE, was), re.findall(PIECE, now)
    if not before or max(len(before), len(after)) > MOST_COMPARED:
        return [Run(now, Kind.ALTERED)]
    found = list(_compared(before, after, show_removed=show_removed))
    if not any(run.kind is Kind.PLAIN and run.text.strip() for run in found):
        return [Run(now, Kind.ALTERED)]
    return found


def _compared(before: list[str], after: list[str], *, show_removed: bool) -> Iterator[Run]:
    from difflib import SequenceMatcher  # here: imported only when needed

    old, new = ([piece.strip() for piece in pieces] for pieces in (before, after))
    for how, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        went, came = "".join(before[start:end]), "".join(after[new_start:new_end])
        if how == "equal":
            yield Run(max(came, went, key=len) if show_removed else came)
            continue
        yield from _apart(went if show_removed else "", Kind.MISSING)
        yield from _apart(came, Kind.ALTERED)


def _apart(text: str, kind: Kind) -> Iterator[Run]:
    """Return the words as a run of that kind, and the blanks after them as a plain run."""
    words = text.rstrip()
    yield Run(words, kind)
    yield Run(text[len(words) :])
