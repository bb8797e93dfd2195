"""Surroundings of the figures of a document, by which rules tell what belongs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.facts.figures.rows import FigureRow
from annotator.language.article_language import article_language
from annotator.language.sentences import sentences
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.document import Document
from annotator.model.span import Span

PART_OF = "part_of"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Text around figures, in code points, with its ``sentences``; ``language`` is its code, or empty.

    ``wholes`` gives the ids of the figures that a figure is part of by a relation. ``separators`` are those of numbers
    in the language in which findings are told.
    """

    text: str
    language: str = ""
    sentences: tuple[Span, ...] = ()
    wholes: Mapping[str, tuple[str, ...]] | None = None
    separators: Separators = ENGLISH

    def sentence_of(self, row: FigureRow) -> Span | None:
        """Return the sentence in which the figure stands; None for one that is displaced."""
        return self.sentences[row.sentence - 1] if 0 < row.sentence <= len(self.sentences) else None


def surroundings_of(document: Document, separators: Separators = ENGLISH) -> Surroundings:
    """Return the surroundings of the document's figures."""
    text, language = document.article.text, article_language(document)
    wholes: dict[str, tuple[str, ...]] = {}
    for relation in sorted(document.relations.values(), key=lambda one: one.id):
        if relation.type == PART_OF:
            wholes[relation.source] = (*wholes.get(relation.source, ()), relation.target)
    return Surroundings(text, language, tuple(sentences(text, language=language)), wholes, separators)
