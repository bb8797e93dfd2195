"""Counts of what would be handed over by given choices, without making the hand-over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.facts.desk.which_facts import facts_of
from annotator.interop.handover.choices import TO_CHECK, Choices
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.queries import Query
from annotator.model.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Countable:
    """Parts of a document that are counted: its facts, the annotations by label, its evidence and its queries.

    ``pieces`` have the ids of the facts that each serves, and whether it is confidential; ``asked`` what each query is
    about, empty for the article.
    """

    facts: tuple[Annotation, ...]
    labels: Mapping[str, int]
    pieces: tuple[tuple[frozenset[str], bool], ...]
    asked: tuple[str, ...]

    @property
    def states(self) -> Counter[str]:
        """Number of facts by state."""
        return Counter(fact.state or TO_CHECK for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Counts:
    """Number of documents, of facts, of pieces of evidence, of confidential ones that stay, and of queries."""

    documents: int = 0
    facts: int = 0
    evidence: int = 0
    confidential: int = 0
    queries: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.documents + other.documents,
            self.facts + other.facts,
            self.evidence + other.evidence,
            self.confidential + other.confidential,
            self.queries + other.queries,
        )


def countable(document: Document, scheme: Scheme) -> Countable:
    """Return the parts of the document that are counted."""
    facts = tuple(facts_of(document, scheme))
    known = frozenset(fact.id for fact in facts)
    pieces = document.of(Evidence).values()
    about = (query.about for query in document.of(Query).values())
    return Countable(
        facts,
        Counter(one.label for one in document.annotations.values()),
        tuple((known.intersection(piece.claims), piece.confidential) for piece in pieces),
        tuple(id if id in known else "" for id in about),
    )


def counted(documents: Iterable[Countable], choices: Choices) -> Counts:
    """Return how much of the documents would be handed over by these choices."""
    found = [_counts(one, choices) for one in documents]
    return Counts(
        len(found),
        sum(one.facts for one in found),
        sum(one.evidence for one in found),
        sum(one.confidential for one in found),
        sum(one.queries for one in found),
    )


def _counts(one: Countable, choices: Choices) -> Counts:
    handed = frozenset(fact.id for fact in one.facts if choices.takes_fact(fact))
    pieces = [confidential for serves, confidential in one.pieces if not serves or not handed.isdisjoint(serves)]
    queries = sum(not about or about in handed for about in one.asked) if choices.queries else 0
    return Counts(1, len(handed), len(pieces) - sum(pieces), sum(pieces), queries)
