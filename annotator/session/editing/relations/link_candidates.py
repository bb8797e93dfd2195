"""Candidates for a relation with an annotation, as the scheme allows it in either direction, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from annotator.language.article_language import article_language
from annotator.language.label_names import label_name
from annotator.language.sentences import sentence_at
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import RelationRule, Scheme
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.placed_annotations import Position
from annotator.translation.messages import _, ngettext, number

BREAKS = re.compile(r"\n\s*")
FAR = 100_000
"""Distance in code points from which on the paragraphs between two annotations are not counted."""

Rules = Mapping[str, Sequence[RelationRule]]
"""Types of relation by the label of the annotation at the other end."""


class LinkOption(Struct, frozen=True):
    """A possible relation; ``inwards``: it leads from the candidate to the annotation that is linked."""

    rule: RelationRule
    inwards: bool = False


class Candidate(Struct, frozen=True):
    """A possible other end. ``allowed`` are the relations that the scheme allows, ``free`` those not made yet."""

    annotation: Annotation
    allowed: tuple[LinkOption, ...]
    free: tuple[LinkOption, ...]


class LinkCandidates:
    """Candidates for relations that each of the ``sources`` may have; distances are measured from the first source.

    ``turned`` prefers relations that lead to the sources.
    """

    def __init__(self, article: OpenArticle, sources: Sequence[str], *, turned: bool = False) -> None:
        document, scheme = article.document, article.scheme
        self._document, self._here, self._index = document, document.annotations[sources[0]], article.index
        self._turned = turned
        here, language = self._here.span, article_language(document)
        self._sentence = sentence_at(document.article.text, here.start, language) or here
        self._linked = frozenset(sources)
        labels = dict.fromkeys(document.annotations[id].label for id in sources)
        self._out, self._in = _shared([_rules(scheme, label) for label in labels])
        self._made = set.intersection(*(set(_made(article, source)) for source in sources))

    def all(self) -> list[Annotation]:
        """Return all candidates: those in the same sentence first, then the nearest."""
        labels = self._out.keys() | self._in.keys()
        found = [a for a in self._document.annotations.values() if a.label in labels and a.id not in self._linked]
        return sorted(found, key=self._nearness)

    def candidate(self, annotation: Annotation) -> Candidate:
        """Return the annotation with the relations that are allowed in the preferred direction, else in the other."""
        outwards = tuple(LinkOption(rule) for rule in self._out.get(annotation.label, ()))
        inwards = tuple(LinkOption(rule, inwards=True) for rule in self._in.get(annotation.label, ()))
        allowed = (inwards or outwards) if self._turned else (outwards or inwards)
        free = (o for o in allowed if (o.rule.id, annotation.id, o.inwards) not in self._made)
        return Candidate(annotation, allowed, tuple(free))

    def distance(self, annotation: Annotation) -> str:
        """Return in words how far away the annotation is."""
        if self._shares_sentence(annotation):
            return _("same sentence")
        up = annotation.span.start < self._here.span.start
        before, after = (annotation, self._here) if up else (self._here, annotation)
        start, end = before.span.end, after.span.start
        if end - start > FAR:
            return _("far up") if up else _("far down")
        count = len(BREAKS.findall(self._document.article.text, start, max(start, end)))
        if count == 0:
            return _("same paragraph")
        if up:
            words = ngettext("{count} paragraph up", "{count} paragraphs up", count)
        else:
            words = ngettext("{count} paragraph down", "{count} paragraphs down", count)
        return words.format(count=number(count))

    def _nearness(self, annotation: Annotation) -> tuple[bool, int, int, Position]:
        """Return a key that sorts by sentence, then by paragraphs, then by code points."""
        here, there, paragraph = self._here.span, annotation.span, self._index.paragraph_of
        between = (paragraph(there.start) - paragraph(here.end - 1), paragraph(here.start) - paragraph(there.end - 1))
        apart = _distance(here, there)
        return not self._shares_sentence(annotation), max(0, *between), apart, annotation.position

    def _shares_sentence(self, annotation: Annotation) -> bool:
        return annotation.span.start < self._sentence.end and annotation.span.end > self._sentence.start


def why_nothing_fits(document: Document, scheme: Scheme, sources: Collection[str]) -> str:
    """Return the sentence for annotations to which no other can be linked."""
    labels = {document.annotations[id].label for id in sources}
    if len(labels) > 1:
        return _("Nothing is marked here to which the scheme allows the same relation from or to all of these")
    said = _("Nothing is marked here to which the scheme allows a relation from or to a {label}")
    return said.format(label=label_name(scheme, labels.pop()))


def _rules(scheme: Scheme, label: str) -> tuple[Rules, Rules]:
    """Return the types that lead from an annotation with the label, and those that lead to it."""
    others = {end for rule in scheme.relations for end in (rule.source, rule.target)}
    outwards = {other: scheme.relations_between(label, other) for other in others}
    inwards = {
        other: [rule for rule in scheme.relations_between(other, label) if not rule.symmetric] for other in others
    }
    return _filled(outwards), _filled(inwards)


def _shared(rules: Sequence[tuple[Rules, Rules]]) -> tuple[Rules, Rules]:
    """Return the types, outwards and inwards, that every label allows; ``rules`` has those of each label."""
    first, others = rules[0], rules[1:]
    both = (
        {
            other: [rule for rule in found if all(rule in some[way].get(other, ()) for some in others)]
            for other, found in first[way].items()
        }
        for way in (0, 1)
    )
    outwards, inwards = map(_filled, both)
    return outwards, inwards


def _filled(rules: Rules) -> Rules:
    return {other: found for other, found in rules.items() if found}


def _made(article: OpenArticle, id: str) -> Iterator[tuple[str, str, bool]]:
    """Yield type, other end and whether it leads inwards, of each relation of the annotation."""
    for relation in article.relations.of(id):
        rule = article.scheme.relation(relation.type)
        if rule and rule.symmetric:
            yield relation.type, relation.target if relation.source == id else relation.source, False
        elif relation.source == id:
            yield relation.type, relation.target, False
        else:
            yield relation.type, relation.source, True


def _distance(one: Span, other: Span) -> int:
    """Return the number of code points between two spans; 0 where they touch or overlap."""
    return max(0, other.start - one.end, one.start - other.end)
