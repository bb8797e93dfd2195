"""Language in which an article is likely to be written, among those whose figures are read in words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from annotator.language.article_language import article_language
from annotator.language.figures.vocabulary import Role
from annotator.language.figures.word_files import languages_with_words, vocabulary_of
from annotator.model.document import Document

LOOKED_AT = 3000
"""Code points from the start of the text."""
LEAST_WORDS, LEAST_LEAD = 8, 1.5
LEAST_SHARE = {"ar": 0.12}
"""Share of function words, where it is another one than usual: in Arabic many are parts of other words."""
USUAL_SHARE = 0.3
WORD = re.compile(r"[^\W\d_]+")


def language_of_figures(document: Document) -> str:
    """Return the code of the language that the article names, or else of the one that it is likely to be written in."""
    return article_language(document) or likely_language(document.article.text)


def likely_language(text: str) -> str:
    """Return the code of the language of most function words; empty where these do not tell."""
    return _likely(text[:LOOKED_AT])


@lru_cache(16)
def _likely(text: str) -> str:
    words = [word.casefold() for word in WORD.findall(text)]
    counts = {code: sum(word in known for word in words) for code, known in _function_words().items()}
    (first, most), (_second, next_most) = sorted(counts.items(), key=lambda item: -item[1])[:2]
    sure = (
        len(words) >= LEAST_WORDS
        and most >= LEAST_SHARE.get(first, USUAL_SHARE) * len(words)
        and most >= LEAST_LEAD * next_most
    )
    return first if sure else ""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(vocabulary_of(code).table[Role.STOP]) for code in languages_with_words()}
