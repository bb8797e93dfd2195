"""Sentences of a text in any script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language.paragraphs import window
from annotator.model.span import Span, trimmed

CLOSING = "[\"'’”»›)\\]」』”）】》]*"
MARKS, WIDE_MARKS, PARAGRAPH_ENDS = ".!?…؟۔।", "。！？", "\n\u2029\ufdd0\ufdd1"
END = re.compile(
    f"[{MARKS}{WIDE_MARKS}{PARAGRAPH_ENDS}]"  # one class first, so that the search passes quickly over all else
    rf"(?:(?<=[{MARKS}])[{MARKS}]*{CLOSING}(?=\s)|(?<=[{WIDE_MARKS}])[{WIDE_MARKS}]*{CLOSING}"
    f"|(?<=[{PARAGRAPH_ENDS}])[{PARAGRAPH_ENDS}]*)"
)
LOOK_BEHIND = 24
"""Code points before an end within which an abbreviation is looked for."""

LISTED = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Pres|Rev|Hon|St|No|Nos|vs|cf|approx|Jan|Feb|Mar|Apr|"
    "Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Art|Fig|Vol|pp|ca"
)
ABBREVIATIONS = frozenset(LISTED.split("|"))
ABBREVIATION = re.compile(rf"\b(?:{LISTED})\.$")
INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+$")
STARTERS = re.compile(
    r"\s*(?:The|An?|He|She|It|They|We|I|You|In|On|At|But|And|Or|So|If|As|By|For|From|After|Before|When|While|This|That|"
    r"These|Those|There|His|Her|Their|Its|Our|My|However|Meanwhile)\b"
)
"""Words that begin a sentence after “U.S.” rather than go on with a name."""
AFTERWARDS = re.compile(r"\s*[\"'“‘«(\[]*(.)?")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences between two offsets in their order, without the blanks between them."""
    stop = len(text) if end is None else end
    for match in END.finditer(text, start, stop):
        if not _goes_on(text, match):
            if found := trimmed(text, start, match.end()):
                yield found
            start = match.end()
    if start < stop and (found := trimmed(text, start, stop)):
        yield found


def sentence_at(text: str, position: int) -> Span | None:
    """Return the sentence around the caret at ``position``; None in an empty paragraph."""
    found = None
    for found in sentences(text, *window(text, position)):
        if position <= found.end:
            break
    return found


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Return whether the sentence goes on behind a full stop or another mark that may end one."""
    mark = end[0][0]
    if mark in PARAGRAPH_ENDS:
        return False
    following = AFTERWARDS.match(text, end.end())
    if following and following[1] and following[1].islower():
        return True
    if mark != ".":
        return False
    before = text[max(0, end.end() - LOOK_BEHIND) : end.end()]
    if _ends_in_a_plain_word(before):
        return False
    if ABBREVIATION.search(before):
        return True
    return INITIALS.search(before) is not None and STARTERS.match(text, end.end()) is None


def _ends_in_a_plain_word(before: str) -> bool:
    """Return whether the last word is neither an abbreviation nor initials, as nearly always, without searching."""
    word = before[before.rfind(" ") + 1 : -1]
    return len(word) > 1 and word.isalpha() and word not in ABBREVIATIONS
