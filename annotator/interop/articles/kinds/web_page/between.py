"""Passages between an article's paragraphs that are its text too, in whatever elements, and captions that repeat."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Sequence

from annotator.interop.articles.extracted import CAPTION
from annotator.interop.articles.kinds.web_page.parts import squeezed
from annotator.interop.articles.kinds.web_page.surroundings import Surroundings
from annotator.interop.articles.markup.visible_text import Passage

SENTENCE_END = re.compile(r"[.!?…。！？؟۔:][”’\"'»)\]]*$")
LEAST_WORDS, MANY_WORDS = 5, 20
"""Words of a text that ends as a sentence does, and of one that need not."""

WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
WIDE_AS_WORDS = 3
"""Number of characters that count as a word in scripts without blanks between words."""

MOST_LINKED = 0.5


def texts_between(
    passages: Sequence[Passage], article: Collection[int], around: Surroundings, first: int | None
) -> frozenset[int]:
    """Return the passages between those of the article that read as its text; ``first`` is its headline, if known."""
    if not article:
        return frozenset()
    known, places = {squeezed(passages[i].text) for i in article}, sorted(article)
    begin = places[0] if first is None or first > places[0] else first
    found = set()
    for i in range(begin + 1, places[-1]):
        if i in article or not is_prose(passages[i]) or squeezed(passages[i].text) in known:
            continue
        at = bisect(places, i)
        if not around.is_furniture(i, places[max(at - 1, 0)], places[at]):
            found.add(i)
    return frozenset(found)


def is_prose(passage: Passage) -> bool:
    """Return whether the passage reads as a paragraph of a text and not as a link, heading, caption or cell."""
    if passage.is_aside or passage.role or passage.level or passage.is_table:
        return False
    words = words_in(passage.text)
    is_sentence = words >= LEAST_WORDS and SENTENCE_END.search(passage.text) is not None
    return passage.linked < MOST_LINKED and (is_sentence or words >= MANY_WORDS)


def words_in(text: str) -> int:
    """Return the number of words, also in scripts that put no blanks between them."""
    return max(len(text.split()), len(WIDE.findall(text)) // WIDE_AS_WORDS)


def repeated(passages: Sequence[Passage], kept: Collection[int], around: Surroundings) -> frozenset[int]:
    """Return the kept passages about pictures that say what an earlier kept passage says."""
    found, seen = set(), set()
    for i in sorted(kept):
        text = squeezed(passages[i].text)
        if text and text in seen and (passages[i].role == CAPTION or around.is_picture(i)):
            found.add(i)
        seen.add(text)
    return frozenset(found)
