"""One article by several annotators: its columns, and the places behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span
from annotator.review.agreement.characters import add_characters
from annotator.review.agreement.columns import Columns
from annotator.review.agreement.pairs import Side, add_pair
from annotator.review.agreement.places import Places
from annotator.review.agreement.results import Place
from annotator.review.agreement.unitizing import disagreement
from annotator.review.own_work import is_own_work

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """Choice of what is measured: annotators and labels, all if empty; ``threshold`` of overlap, from 0 to 1.

    ``with_places``: the places behind the numbers are wanted too. ``with_reviews``: so are reviews and final versions,
    though nobody is named.
    """

    annotators: tuple[str, ...] = ()
    labels: frozenset[str] = frozenset()
    threshold: float = HALF
    with_places: bool = False
    with_reviews: bool = False

    def takes(self, document: Document, annotator: str) -> bool:
        """Return whether the document of that annotator is measured."""
        if self.annotators:
            return annotator in self.annotators
        return self.with_reviews or is_own_work(document)


@dataclass(frozen=True, slots=True)
class MeasuredArticle:
    """Columns of an article, who has annotated it, the places of each pair, and whose documents are only reviews.

    ``relations`` are the places of relations that only one of a pair has.
    """

    path: str
    annotators: tuple[str, ...]
    columns: Columns
    places: tuple[Place, ...] = field(default=(), repr=False)
    relations: tuple[Place, ...] = field(default=(), repr=False)
    displaced: int = 0
    reviewers: frozenset[str] = frozenset()


def measured(path: str, documents: Mapping[str, Document], scheme: Scheme, wanted: Wanted) -> MeasuredArticle:
    """Measure an article by its documents, given by annotator; all are of the same text.

    Displaced annotations are left out and counted. An article by one annotator has columns of use only.
    """
    names = sorted(name for name, document in documents.items() if wanted.takes(document, name))
    reviewers = frozenset(name for name in names if not is_own_work(documents[name]))
    columns: Columns = Counter()
    sides = [side_of(name, documents[name], wanted) for name in names]
    _add_uses(columns, sides)
    displaced = sum(len(documents[name].annotations) for name in names) - sum(len(side.annotations) for side in sides)
    if len(sides) < 2:
        return MeasuredArticle(path, tuple(names), columns)
    text = documents[names[0]].article.text
    _add_texts(columns, sides, len(text))
    places: list[Place] = []
    relations: list[Place] = []
    for one, other in combinations(sides, 2):
        matches = add_pair(columns, one, other, text, scheme, wanted.threshold)
        if wanted.with_places:
            between = Places(path, (one, other), text, scheme)
            places += between.matched(matches, wanted.threshold)
            relations += between.lone_relations(matches)
    displaced = displaced if not wanted.labels else 0
    return MeasuredArticle(path, tuple(names), columns, tuple(places), tuple(relations), displaced, reviewers)


def side_of(name: str, document: Document, wanted: Wanted) -> Side:
    """Return what is measured of an annotator's document: annotations that are placed, and relations of these."""
    placed = [
        item
        for item in document.in_text_order()
        if not item.displaced and (not wanted.labels or item.label in wanted.labels)
    ]
    ids = {item.id for item in placed}
    relations = [one for one in document.relations.values() if one.source in ids and one.target in ids]
    return Side.of(name, placed, relations, document.article.text)


def _add_uses(columns: Columns, sides: list[Side]) -> None:
    """Count by annotator what the rows of the table are about, and that it is in this article."""
    for side in sides:
        uses = Counter(("label", item.label, "") for item in side.annotations)
        uses.update(("relation", relation.type, "") for relation in side.relations)
        uses.update(("attribute", name, item.label) for item in side.annotations for name in item.attributes)
        uses["all", "", ""] = len(side.annotations)
        for row, count in uses.items():
            columns["by", *row, side.annotator] = count
            columns["in", *row] = 1


def _add_texts(columns: Columns, sides: list[Side], length: int) -> None:
    labelled = {
        side.annotator: [*zip([item.label for item in side.annotations], side.spans, strict=True)] for side in sides
    }
    add_characters(columns, labelled, length)
    of_label: defaultdict[str, list[list[Span]]] = defaultdict(lambda: [[] for _side in sides])
    for number, items in enumerate(labelled.values()):
        for label, span in items:
            of_label[label][number].append(span)
    for label, units in of_label.items():
        observed, expected = disagreement(units, length)
        columns["observed", label] += observed
        columns["expected", label] += expected
