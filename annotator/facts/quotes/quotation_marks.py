"""Words between quotation marks, in the pairs of marks that languages use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language.quoted_words import PAIRS
from annotator.model.span import Span, trimmed

LONGEST = 2000
"""Code points between two marks at most, so that a mark that is never closed takes in nothing."""

QUOTED = re.compile(
    "|".join(rf"{p[0]}(?P<q{at}>[^{p}\n]{{1,{LONGEST}}}){p[1]}" for at, p in enumerate(PAIRS))
    + rf"|(?<!\w)\"(?P<straight>[^\"\n]{{1,{LONGEST}}})\"(?!\w)"
    + rf"|(?<!\w)‘(?P<single>(?:[^‘’\n]|(?<=\w)’(?=\w)){{1,{LONGEST}}})’(?!\w)"
)


def quoted_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the spans between quotation marks, without the marks, that lie between two offsets.

    “He said “no” twice” has one, “don’t” and “40" gun” have none.
    """
    for match in QUOTED.finditer(text, start, len(text) if end is None else end):
        if match.lastgroup and (inside := trimmed(text, *match.span(match.lastgroup))):
            yield inside
