"""Sentences and words of an entry's text, which take long to find and which several counts need."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.language.article_language import article_language
from annotator.language.sentences import sentences
from annotator.language.words import count_words
from annotator.model.entry import Entry
from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class Units:
    """Sentences in the order of the text, and the number of words."""

    sentences: tuple[Span, ...]
    words: int


def units_of(entry: Entry) -> Units:
    """Return the sentences and the number of words of the entry's text."""
    language = article_language(entry.document)
    return Units(tuple(sentences(entry.text, language=language)), count_words(entry.text))
