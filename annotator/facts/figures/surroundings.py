"""Surroundings of the figures of a document, by which rules tell what belongs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.facts.figures.rows import FigureRow, language_of
from annotator.language.article_language import article_language
from annotator.language.folding import folded
from annotator.language.sentences import sentences
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.document import Document
from annotator.model.span import Span

PART_OF = "part_of"
COMPARED = ("contradicts", "updates")
PUBLISHED = "published"
REACH = 500
"""Code points to either side of a figure that are looked at, of a sentence without an end."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Text around figures, in code points, with its ``sentences``.

    ``language`` is the code of the language, told or likely; empty where neither is known.
    ``wholes`` gives the ids of the figures that a figure is part of by a relation. ``compared`` are the pairs of ids of
    claims of which a person has said that one contradicts or updates the other. ``published`` is the day on which the
    article appeared, as its attribute has it, or empty. ``separators`` are those of numbers in the language in which
    findings are told.
    """

    text: str
    language: str = ""
    sentences: tuple[Span, ...] = ()
    wholes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    compared: frozenset[frozenset[str]] = frozenset()
    published: str = ""
    separators: Separators = ENGLISH

    def sentence_of(self, row: FigureRow) -> Span | None:
        """Return the sentence in which the figure stands; None for one that is displaced."""
        return self.sentences[row.sentence - 1] if 0 < row.sentence <= len(self.sentences) else None

    def words_of(self, row: FigureRow) -> str:
        """Return the figure's sentence, folded; empty for one that is displaced."""
        return folded(self.written(row))

    def written(self, row: FigureRow) -> str:
        """Return the figure's sentence as it is written, cut off far from the figure."""
        sentence = self.sentence_of(row)
        if not sentence:
            return ""
        start, end = max(sentence.start, row.span.start - REACH), min(sentence.end, row.span.end + REACH)
        return self.text[start:end]

    def before(self, row: FigureRow, most: int = REACH) -> str:
        """Return the words of the sentence before the figure, folded; of the last ``most`` code points."""
        sentence = self.sentence_of(row)
        return folded(self.text[max(sentence.start, row.span.start - most) : row.span.start]) if sentence else ""

    def after(self, row: FigureRow) -> str:
        """Return the words of the sentence behind the figure, folded."""
        sentence = self.sentence_of(row)
        return folded(self.text[row.span.end : min(sentence.end, row.span.end + REACH)]) if sentence else ""

    def between(self, one: FigureRow, other: FigureRow) -> str:
        """Return the words from the end of one figure to the beginning of the other, folded."""
        return folded(self.text[one.span.end : min(other.span.start, one.span.end + REACH)])


def surroundings_of(document: Document, separators: Separators = ENGLISH) -> Surroundings:
    """Return the surroundings of the document's figures."""
    text = document.article.text
    wholes, compared = dict[str, tuple[str, ...]](), set[frozenset[str]]()
    for relation in sorted(document.relations.values(), key=lambda one: one.id):
        if relation.type == PART_OF:
            wholes[relation.source] = (*wholes.get(relation.source, ()), relation.target)
        elif relation.type in COMPARED:
            compared.add(frozenset((relation.source, relation.target)))
    found = tuple(sentences(text, language=article_language(document)))
    published = str(document.article_attributes.get(PUBLISHED, ""))
    return Surroundings(text, language_of(document), found, wholes, frozenset(compared), published, separators)
