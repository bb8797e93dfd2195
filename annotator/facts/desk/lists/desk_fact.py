"""A fact as the lists of the desk name it, and the facts of a document by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.facts.desk.fact_numbers import fact_numbers
from annotator.facts.desk.open_facts import Reason, checked_facts
from annotator.facts.figures.figure_attributes import text_in
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span

IN_FULL = "in_full"
"""Attribute with a claim that can be understood without the article."""


@dataclass(frozen=True, slots=True)
class DeskFact:
    """An annotation in a list of the desk.

    ``number`` is that of the fact, 0 for an annotation that is none; ``span`` is in code points; ``words`` are those of
    the article, ``in_full`` is the claim that can be understood alone, empty for none. Without ``reasons`` it is
    settled.
    """

    id: str
    number: int
    label: str
    span: Span
    words: str
    in_full: str = ""
    state: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def said(self) -> str:
        """The claim in full, else its words."""
        return self.in_full or self.words


class DeskFacts:
    """Facts of a document by their ids, in the order of the text."""

    def __init__(self, document: Document, scheme: Scheme) -> None:
        self._document = document
        self._numbers = fact_numbers(document, scheme)
        checked = checked_facts(document, scheme)
        self._reasons: Mapping[str, tuple[Reason, ...]] = {fact.annotation.id: fact.reasons for fact in checked}
        self.facts = [self._made(fact.annotation) for fact in checked]

    def of(self, id: str) -> DeskFact | None:
        """Return the annotation with the id, also where it is no fact; None if there is none."""
        annotation = self._document.annotations.get(id)
        return self._made(annotation) if annotation else None

    def of_all(self, ids: Iterable[str]) -> tuple[DeskFact, ...]:
        """Return the annotations with the ids, as far as there are any."""
        return tuple(fact for id in ids if (fact := self.of(id)))

    def _made(self, annotation: Annotation) -> DeskFact:
        return DeskFact(
            annotation.id,
            self._numbers.get(annotation.id, 0),
            annotation.label,
            annotation.span,
            self._document.words(annotation),
            text_in(annotation.attributes.get(IN_FULL)),
            annotation.state,
            self._reasons.get(annotation.id, ()),
        )
