"""Sentences of a text in any script: one rule for the caret, links, statistics and changed articles.

A sentence ends with its paragraph, or with a mark such as “.” or “？”, with the quotation marks and brackets that close
behind it, unless ``sentence_ends`` finds that it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language.paragraphs import window
from annotator.language.sentence_ends import MARKS, PARAGRAPH_ENDS, WIDE_MARKS, End, goes_on
from annotator.language.sentence_words import sentence_words
from annotator.language.words import word_at
from annotator.model.span import Span, trimmed

CLOSING = (
    "(?:[\"'“”‘’»«›‹)\\]」』）】》*_]"
    r"|[ \u00a0\u2009\u202f][»›](?!\w)"  # « Oui. »
    r"|\[[0-9]{1,3}\]|[¹²³⁰⁴-⁹])*"  # marks of footnotes
)
FULL_STOPS = ".۔।。｡．"
EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff"
END = re.compile(
    f"[{MARKS}{WIDE_MARKS}{PARAGRAPH_ENDS}]"  # one class first, so that the search passes quickly over all else
    rf"(?:(?<=[{MARKS}])[{MARKS}]*{CLOSING}(?:(?=\s|\Z)|(?<=[!?])(?=[{EAST_ASIAN}]))"
    rf"|(?<=[{WIDE_MARKS}])[{WIDE_MARKS}]*{CLOSING}"
    f"|(?<=[{PARAGRAPH_ENDS}])[{PARAGRAPH_ENDS}]*)"
)


def sentences(text: str, start: int = 0, end: int | None = None, language: str = "") -> Iterator[Span]:
    """Yield the sentences between two offsets in their order, without the blanks between them.

    ``language`` is the code of the text's language where it is known; else what is known of every language counts.
    """
    stop, known = len(text) if end is None else end, sentence_words(language)
    for match in END.finditer(text, start, stop):
        mark, after = match.span()
        if not goes_on(End(text, start, mark, after), known):
            if found := trimmed(text, start, after):
                yield found
            start = after
    if start < stop and (found := trimmed(text, start, stop)):
        yield found


def sentence_at(text: str, position: int, language: str = "") -> Span | None:
    """Return the sentence around the caret at ``position``; None in an empty paragraph."""
    found = None
    for found in sentences(text, *window(text, position), language):
        if position <= found.end:
            break
    return found


def without_full_stop(text: str, span: Span, language: str = "") -> Span:
    """Return the span without a full stop at its end that closes a sentence; one of “U.S.” or “Dr.” belongs to it."""
    last = span.end - 1
    if last <= span.start or text[last] not in FULL_STOPS or text[last - 1] in MARKS + WIDE_MARKS:
        return span
    sentence, word = sentence_at(text, last, language), word_at(text, last)
    if sentence is None or END.fullmatch(text, last, sentence.end) is None or (word and word.contains(last)):
        return span
    return Span(span.start, last)
