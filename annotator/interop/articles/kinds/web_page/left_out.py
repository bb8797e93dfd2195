"""Passages of a page that are left out although they stand between those of the article, and which of them are kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from annotator.interop.articles.extracted import Kept
from annotator.interop.articles.kinds.web_page.between import LEAST_WORDS, words_in
from annotator.interop.articles.markup.visible_text import Passage


def left_out_within(passages: Sequence[Passage], kept: Collection[int]) -> list[int]:
    """Return the passages with words of their own between the first and the last kept one that are not kept."""
    texts = {" ".join(passages[i].text.split()) for i in kept}
    return [
        i
        for i in range(min(kept, default=0), max(kept, default=0))
        if i not in kept
        and not passages[i].is_linked
        and words_in(passages[i].text) >= LEAST_WORDS
        and " ".join(passages[i].text.split()) not in texts
    ]


def wished(passages: Sequence[Passage], left: Collection[int], keep: Sequence[Kept], file: str) -> frozenset[int]:
    """Return the passages to keep: all that are left out between others, or those on the page with given words."""
    if not keep:
        return frozenset()
    of_file = [one.words for one in keep if one.file in ("", file)]
    words = [wanted for wanted in map(_plain, of_file) if wanted]
    found = {i for i, passage in enumerate(passages) if any(wanted in _plain(passage.text) for wanted in words)}
    return frozenset(found | {*left} if "" in of_file else found)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
