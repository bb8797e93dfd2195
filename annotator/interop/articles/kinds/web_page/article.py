"""Selection of the passages that form the article: trafilatura decides, and marks in the text identify its choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from annotator.interop.articles.kinds.web_page.quiet_trafilatura import FAULTS, trafilatura
from annotator.interop.articles.markup.visible_text import Passage, Visible

FAR_MARKS = range(0xF0000, 0xFFFFE)
MARK = re.compile("[\U000f0000-\U000fffff]")
"""Private-use characters, which a page has no visible use for except icon fonts."""

NEAR_MARKS = range(0xE000, 0xF900)
NEAR_MARK = re.compile("[\ue000-\uf8ff]")
"""Those of which Python needs half the memory, so that trafilatura is faster; icon fonts use them more often."""

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
    marks, pattern = (NEAR_MARKS, NEAR_MARK) if _has_near_marks_free(page) else (FAR_MARKS, MARK)
    _mark(page.passages, marks)
    library = trafilatura()
    try:
        document = library.bare_extraction(root, output_format="xml", include_comments=False)
    except FAULTS:
        return frozenset()
    if document is None:
        return frozenset()
    return frozenset(ord(mark) - marks.start for text in document.body.itertext() for mark in pattern.findall(text))


def _has_near_marks_free(page: Visible) -> bool:
    """Return whether there are enough of them, and none is on the page: marks of notes are not in its passages."""
    is_free = all(passage.text.isprintable() or not NEAR_MARK.search(passage.text) for passage in page.passages)
    return is_free and not page.footnotes and len(page.passages) <= len(NEAR_MARKS)


def _is_too_large(root: Any, page: Visible) -> bool:
    """Return whether trafilatura would take too long; such a page is hardly one with an article."""
    return (
        len(page.passages) > MOST_PASSAGES
        or root.xpath("count(//*)") > MOST_ELEMENTS
        or sum(len(passage.text) for passage in page.passages) > MOST_CHARACTERS
    )


def _mark(passages: Sequence[Passage], marks: Sequence[int]) -> None:
    for code, passage in zip(marks, passages, strict=False):
        mark = chr(code)
        for element, is_after in passage.nodes:
            if is_after:
                element.tail = mark + _unmarked(element.tail)
            else:
                element.text = mark + _unmarked(element.text)


def _unmarked(text: str) -> str:
    return text if text.isprintable() else NOT_KEPT.sub("", text)
