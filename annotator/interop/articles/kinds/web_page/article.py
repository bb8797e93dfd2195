"""Selection of the passages that form the article: trafilatura decides, and marks in the text identify its choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from annotator.interop.articles.kinds.web_page.quiet_trafilatura import FAULTS, trafilatura
from annotator.interop.articles.markup.visible_text import Passage, Visible

FIRST_MARK = 0xF0000
MARKS = 65_000
MARK = re.compile("[\U000f0000-\U000fffff]")
"""Private-use characters, which a page has no visible use for except icon fonts."""

NOT_KEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\U000f0000-\U000fffff]")
"""Characters that no XML has, and those that would be taken for marks."""

MOST_PASSAGES = 10_000
MOST_ELEMENTS = 50_000
MOST_CHARACTERS = 2_000_000


def article_of(root: Any, page: Visible) -> frozenset[int]:
    """Return the indexes of the article's passages; empty where it is not found. The tree is consumed."""
    if _is_too_large(root, page):
        return frozenset()
    for element in page.hidden:
        element.clear(keep_tail=True)
    _mark(page.passages)
    library = trafilatura()
    try:
        document = library.bare_extraction(root, output_format="xml", include_comments=False)
    except FAULTS:
        return frozenset()
    if document is None:
        return frozenset()
    return frozenset(ord(mark) - FIRST_MARK for text in document.body.itertext() for mark in MARK.findall(text))


def _is_too_large(root: Any, page: Visible) -> bool:
    """Return whether trafilatura would take too long; such a page is hardly one with an article."""
    return (
        len(page.passages) > MOST_PASSAGES
        or root.xpath("count(//*)") > MOST_ELEMENTS
        or sum(len(passage.text) for passage in page.passages) > MOST_CHARACTERS
    )


def _mark(passages: Sequence[Passage]) -> None:
    for number, passage in enumerate(passages):
        mark = chr(FIRST_MARK + number)
        for element, is_after in passage.nodes:
            if is_after:
                element.tail = mark + _unmarked(element.tail)
            else:
                element.text = mark + _unmarked(element.text)


def _unmarked(text: str) -> str:
    return NOT_KEPT.sub("", text)
