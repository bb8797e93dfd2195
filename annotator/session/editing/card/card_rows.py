"""Rows of a card's slots: the annotations in them, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from annotator.language.plain_line import plain_line, shortened
from annotator.model.annotation import Annotation, Relation
from annotator.model.scheme import AttributeRule, Label
from annotator.session.editing.card.card_parts import AGAIN, SAID_BY, Slot, Target
from annotator.session.editing.relations.relation_words import direction_words, type_words
from annotator.session.editing.values.amount_of_figure import amount_of_figure
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.open_article import OpenArticle
from annotator.session.text_index import TextIndex
from annotator.translation.messages import _

VALUE = "value"
BESIDE = ("modifier", "unit", "counted")
MOST_REMARKS, LONGEST = 3, 40


class CardRow(Struct, frozen=True):
    """An annotation in a slot. ``relation`` is the id of the relation that joins it to the card's annotation.

    Without an id it lies within the words of that annotation. ``value`` is the number that was read from it,
    ``remarks`` what else is known. ``by_rule``: nobody has confirmed all of that. ``article`` is the path of the other
    article in which it stands.
    """

    annotation: Annotation
    target: Target
    words: str
    relation: str = ""
    value: str = ""
    remarks: tuple[str, ...] = ()
    by_rule: bool = False
    article: Path | None = None

    @property
    def spoken(self) -> str:
        """Row in one line, for screen readers."""
        rule = (_("read by rule"),) if self.by_rule else ()
        return ", ".join(filter(None, (self.words, self.value, *self.remarks, *rule)))


Proposals: TypeAlias = Mapping[str, list[CardRow]]
"""Proposed rows by the id of their slot. A row without the id of an annotation makes one when it is taken."""


def rows_of(article: OpenArticle, here: Annotation, slot: Slot) -> list[CardRow]:
    """Return the rows of the slot: in the order of its targets, each of these in text order."""
    found = [row for target in slot.targets for row in _rows(article, here, slot, target)]
    order = {target: place for place, target in enumerate(slot.targets)}
    return sorted(found, key=lambda row: (order[row.target], row.annotation.position))


def inside(index: TextIndex, here: Annotation) -> list[Annotation]:
    """Return the annotations that lie within the words of another one, in text order."""
    if here.is_elsewhere:
        return []
    near = {it.id: it for place in index.paragraphs_of(here) for it in index.in_paragraph(place)}
    return sorted((it for it in near.values() if _lies_in(it, here)), key=lambda it: it.position)


def row_of(article: OpenArticle, annotation: Annotation, slot: Slot, target: Target, relation: str = "") -> CardRow:
    """Return the row of an annotation that fills the slot, or could."""
    label = article.scheme.label(annotation.label)
    remarks = [*_remarks(annotation, label)]
    if slot.place == AGAIN:
        remarks = [direction_words(target.type, inwards=target.inwards)]
    elif target.inwards and len(slot.targets) > 1:
        remarks.insert(0, "←")
    if slot.place == SAID_BY:
        remarks = [*_passed_on(article, annotation), *remarks]
    words = plain_line(article.document.words(annotation))
    value = _value(annotation, label)
    return CardRow(annotation, target, words, relation, value, tuple(remarks[:MOST_REMARKS]), bool(annotation.by_rule))


def _rows(article: OpenArticle, here: Annotation, slot: Slot, target: Target) -> Iterator[CardRow]:
    if not target.type:
        found = (it for it in inside(article.index, here) if it.label == target.label)
        yield from (row_of(article, it, slot, target) for it in found)
        return
    for relation in _relations(article, here, target):
        there = relation.source if relation.target == here.id else relation.target
        if annotation := article.document.annotations.get(there):
            yield row_of(article, annotation, slot, target, relation.id)


def _relations(article: OpenArticle, here: Annotation, target: Target) -> Iterable[Relation]:
    rule = article.scheme.relation(target.type)
    symmetric = rule is not None and rule.symmetric
    for it in article.relations.of(here.id):
        inwards = it.target == here.id and it.source != here.id
        if it.type == target.type and (symmetric or inwards == target.inwards):
            yield it


def _value(annotation: Annotation, label: Label | None) -> str:
    """Return the number that was read from a figure, or its bounds; empty where there is none."""
    is_figure = label is not None and any(rule.id == VALUE for rule in label.attributes)
    return amount_of_figure(annotation, label) if is_figure else ""


def _remarks(annotation: Annotation, label: Label | None) -> Iterator[str]:
    rules = label.attributes if label else ()
    is_figure = any(rule.id == VALUE for rule in rules)
    for rule in rules:
        wanted = rule.id in BESIDE if is_figure else rule.type == "choice"
        if wanted and rule.id in annotation.attributes:
            yield _said(annotation, rule)


def _said(annotation: Annotation, rule: AttributeRule) -> str:
    return shortened(value_words(annotation.attributes[rule.id], rule), LONGEST)


def _passed_on(article: OpenArticle, source: Annotation) -> list[str]:
    """Return for each annotation of its own label that this one leads to: “via the agency”."""
    found = []
    for relation in article.relations.of(source.id):
        other = article.document.annotations.get(relation.target)
        if other and relation.source == source.id and other.label == source.label:
            words = shortened(article.document.words(other), LONGEST)
            found.append(_("{relation} {words}").format(relation=type_words(relation.type), words=words))
    return found


def _lies_in(one: Annotation, other: Annotation) -> bool:
    inner, outer = one.span, other.span
    return one.id != other.id and not one.is_elsewhere and outer.start <= inner.start and inner.end <= outer.end
