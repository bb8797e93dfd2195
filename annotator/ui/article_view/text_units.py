"""Words, sentences and paragraphs as a reader takes them, found with Qt's text-boundary finder.

All offsets are code points. Qt's finder follows Unicode's rules (UAX 29); what a reader reads as one beyond these is
joined: “U.S.”, “3.2 %”, “al-Assad” are words, “Gen. Smith” does not end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from unicodedata import category

from PySide6.QtCore import QTextBoundaryFinder

from annotator.model.offsets import Utf16Map
from annotator.model.span import Span, trimmed

Kind = QTextBoundaryFinder.BoundaryType

REACH = 4000
"""How far to either side a unit is looked for, so that a text without newlines costs no more than any other."""

WORD_REACH = 160
"""The same for the word at a place, which is found at every key that tags."""

PARAGRAPH_END = re.compile("[\n\u2029\ufdd0\ufdd1]")
JOINER = "\u200d"
JOINT = re.compile(r"[-\u2010\u2011\u2013\u2212]|(?<=\d)[:/]")
UNBROKEN = re.compile(r"(?:[^\u202f]|(?<=\d)\u202f(?=\d))+")
"""What Unicode's rules take for one word, less the narrow blanks that do not stand between digits."""
INITIALISM = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}|(?<!\w)(?:[^\W\d_]\.)+[^\W\d_](?!\w)")
PREFIX, SIGN_AFTER = "$€£¥₹#@+\u2212", re.compile(r"[ \u00a0\u202f\u2009]?(?:[%‰€£$]|°(?:[CF]\b)?)")
TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Pres|Rev|Hon|St|No|Nos|vs|cf|approx|Jan|Feb|Mar|Apr|"
    r"Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Art|Fig|Vol|pp|ca)\.\s*$"
)
INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+\s*$")
STARTERS = re.compile(
    "(?:The|An?|He|She|It|They|We|I|You|In|On|At|But|And|Or|So|If|As|By|For|From|After|Before|When|While|This|That|These|"
    r"Those|There|His|Her|Their|Its|Our|My|However|Meanwhile)\b"
)
"""Words that begin a sentence after “U.S.” rather than go on with a name."""


def word_at(text: str, position: int) -> Span | None:
    """The word on which the caret at ``position`` stands, or which it touches; None between words."""
    words = list(takewhile(lambda word: word.start <= position, words_near(text, position, WORD_REACH)))
    on = (word for word in words if word.contains(position))
    return next(on, None) or next((word for word in words if word.end == position), None)


def next_word_edge(text: str, position: int, *, end: bool, forward: bool) -> int | None:
    """The nearest end (or start) of a word beyond ``position``, over the paragraph's end too; None at the text's."""
    inclusive = False
    while 0 <= position <= len(text):
        edges = [word.end if end else word.start for word in words_near(text, position)]
        beyond = [edge for edge in edges if (edge > position if forward else edge < position)]
        if beyond or (inclusive and position in edges):
            return position if inclusive and position in edges else (min(beyond) if forward else max(beyond))
        start, stop = _paragraph(text, position)
        position, inclusive = (stop + 1 if forward else start - 1), True
    return None


def sentence_at(text: str, position: int) -> Span | None:
    """The sentence around the caret at ``position``; None in an empty paragraph."""
    start, stop = _window(text, position)
    sentences = _sentences(text[start:stop])
    spans = [span for a, b in sentences if (span := trimmed(text, start + a, start + b))]
    return next((span for span in spans if position <= span.end), spans[-1] if spans else None)


def paragraph_at(text: str, position: int) -> Span | None:
    """The paragraph around the caret at ``position``; None for an empty one."""
    return trimmed(text, *_paragraph(text, position))


def grown(text: str, span: Span | None, position: int) -> Span | None:
    """The smallest unit larger than ``span`` that covers it: word, sentence, paragraph, all."""
    for unit in _units(text, span.start if span else position):
        if unit and (span is None or (unit.covers(span) and len(unit) > len(span))):
            return unit
    return None


def shrunk(text: str, span: Span, position: int) -> Span | None:
    """The largest unit smaller than ``span`` around the caret at ``position``."""
    inside = [unit for unit in _units(text, min(max(position, span.start), span.end - 1)) if unit]
    return next((unit for unit in reversed(inside) if span.covers(unit) and unit != span), None)


def whole_graphemes(text: str, span: Span) -> Span:
    """The span widened so that it splits no letter from its combining marks and no joined emoji."""
    if text[max(0, span.start - 1) : span.start + 1].isascii() and text[span.end - 1 : span.end + 1].isascii():
        return span
    start, stop = _window(text, span.start)[0], _window(text, span.end)[1]
    edges = [start + edge for edge in _boundaries(text[start:stop], Kind.Grapheme)]
    return Span(max(edge for edge in edges if edge <= span.start), min(edge for edge in edges if edge >= span.end))


def words_near(text: str, position: int, reach: int = REACH) -> Iterator[Span]:
    """The words of the paragraph at ``position``, or of the part of a longer one around it."""
    start, stop = _window(text, position, reach)
    part = text[start:stop]
    initialisms = {offset: match.span() for match in INITIALISM.finditer(part) for offset in range(*match.span())}
    word: tuple[int, int] | None = None
    for item in _items(part):
        a, b = _with_signs(part, *initialisms.get(item[0], item))
        if word and (a < word[1] or JOINT.fullmatch(part, word[1], a) or (a < item[0] and a == word[1])):
            word = word[0], b
            continue
        if word:
            yield Span(start + word[0], start + word[1])
        word = a, b
    if word:
        yield Span(start + word[0], start + word[1])


def _units(text: str, position: int) -> Iterator[Span | None]:
    yield word_at(text, position)
    yield sentence_at(text, position)
    yield paragraph_at(text, position)
    yield trimmed(text, 0, len(text))


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    if text[end - 1].isdigit() and (sign := SIGN_AFTER.match(text, end)):
        end = sign.end()
    if start and text[start - 1] in PREFIX:
        start -= 1
    while end < len(text) and (category(text[end])[0] == "M" or text[end] == JOINER):
        end += 1
    return start, end


def _sentences(text: str) -> list[tuple[int, int]]:
    edges = _boundaries(text, Kind.Sentence)
    kept = [edge for edge in edges[:-1] if not edge or not _goes_on(text, edge)] + edges[-1:]
    return list(pairwise(kept))


def _goes_on(text: str, edge: int) -> bool:
    before = text[max(0, edge - 24) : edge]
    if TITLE.search(before):
        return True
    return INITIALS.search(before) is not None and STARTERS.match(text, edge) is None


def _items(text: str) -> Iterator[tuple[int, int]]:
    edges = _boundaries(text, Kind.Word)
    parts = (part for a, b in pairwise(edges) for part in UNBROKEN.finditer(text, a, b))
    return (part.span() for part in parts if any(character.isalnum() for character in part[0]))


def _boundaries(text: str, kind: QTextBoundaryFinder.BoundaryType) -> list[int]:
    text = text.replace(
        "\ufeff", "\u2060"
    )  # Qt drops the former from the beginning; it breaks text where the latter does
    finder, offsets = QTextBoundaryFinder(kind, text), Utf16Map(text)
    edges = [0]
    while (edge := finder.toNextBoundary()) != -1:
        edges.append(offsets.to_code_points(edge))
    return edges


def _paragraph(text: str, position: int) -> tuple[int, int]:
    end = PARAGRAPH_END.search(text, position)
    newline = text.rfind("\n", 0, position) + 1
    start = max(newline, *(text.rfind(mark, newline, position) + 1 for mark in "\u2029\ufdd0\ufdd1"))
    return start, end.start() if end else len(text)


def _window(text: str, position: int, reach: int = REACH) -> tuple[int, int]:
    start, stop = _paragraph(text, position)
    if position - start > reach:
        start = text.rfind(" ", position - reach, position - reach // 2) + 1 or position - reach
    if stop - position > reach:
        blank = text.find(" ", position + reach // 2, position + reach)
        stop = blank if blank > 0 else position + reach
    return start, stop
