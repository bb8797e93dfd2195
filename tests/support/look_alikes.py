"""Articles in which a sentence or a word went, and something that looks like it stands elsewhere."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from annotator.anchoring.units import units
from annotator.model.span import Span

FAR = 200
"""A look-alike is put in at least so many letters away."""
LEAST = 20
WORD = re.compile(r"(?<![\w-])\w{4,}(?![\w’\'-])")


def replaced_elsewhere(old: str, most: int) -> Iterator[tuple[Span, str]]:
    """Yield sentences and the text without each, where one that differs in a single word stands far away."""
    source = random.Random(len(old))
    for unit in _some(old, most, source):
        words = _words(unit.of(old))
        words[source.randrange(len(words) - 1)] = "Beta"
        yield from _put_elsewhere(old, unit, f"{_blank(unit.of(old)).join(words)}", source)


def moved_elsewhere(old: str, most: int) -> Iterator[tuple[Span, str]]:
    """Yield sentences and the text in which each stands far away, word for word."""
    source = random.Random(len(old))
    for unit in _some(old, most, source):
        yield from _put_elsewhere(old, unit, unit.of(old), source)


def replaced_beside_its_neighbour(old: str, most: int) -> Iterator[tuple[Span, str]]:
    """Yield sentences and the text without each, where one that differs in its last word stands far away.

    After that one stands, once more, the sentence that followed the old one; what is before it tells the two apart.
    """
    source = random.Random(len(old))
    following = dict(pairwise(units(old)[1:]))
    for unit in _some(old, most, source):
        if unit in following:
            words = [*_words(unit.of(old))[:-1], "Beta.", following[unit].of(old)]
            yield from _put_elsewhere(old, unit, _blank(unit.of(old)).join(words), source)


def first_words(old: str, sentence: Span) -> Span:
    """Return the first two words of the sentence."""
    words, blank = _words(sentence.of(old)), _blank(sentence.of(old))
    return Span(sentence.start, sentence.start + len(blank.join(words[: 2 if blank else 4])))


def one_of_two_words(old: str, most: int) -> Iterator[tuple[str, Span]]:
    """Yield the text with a word twice, and either of the two; in ``old`` there is one of them, nobody knows which."""
    found = [*WORD.finditer(old)]
    for match in random.Random(len(old)).sample(found, min(most, len(found))):
        word, at = match[0], match.start()
        for start in (at, at + len(word) + 2):
            yield f"{old[:at]}{word}, {old[at:]}", Span(start, start + len(word))


def _some(old: str, most: int, source: random.Random) -> list[Span]:
    found = [unit for unit in units(old) if len(unit) >= LEAST]
    return source.sample(found, min(most, len(found)))


def _blank(sentence: str) -> str:
    return " " if " " in sentence else ""


def _words(sentence: str) -> list[str]:
    return sentence.split(" ") if _blank(sentence) else [*sentence]


def _put_elsewhere(old: str, unit: Span, like: str, source: random.Random) -> Iterator[tuple[Span, str]]:
    """Yield the text without the unit and with ``like``, once before it and once behind it, where there is room."""
    like += _blank(unit.of(old))
    others = [other for other in units(old) if len(other) >= LEAST]
    before = [other.start for other in others if other.end < unit.start - FAR]
    after = [other.start for other in others if other.start > unit.end + FAR]
    for at in ([before[-1]] if before else []) + ([source.choice(after)] if after else []):
        if at < unit.start:
            yield unit, f"{old[:at]}{like}{old[at : unit.start]}{old[unit.end :]}"
        else:
            yield unit, f"{old[: unit.start]}{old[unit.end : at]}{like}{old[at:]}"
