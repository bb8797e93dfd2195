"""Places behind the numbers: what two annotators made of the same words, and relations that only one of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.model.annotation import Annotation, Relation
from annotator.model.scheme import Scheme
from annotator.model.span import Span, without_blanks
from annotator.review.agreement.pairs import Side, category, nominal, overlap, relation_keys
from annotator.review.agreement.results import Place
from annotator.review.matching import Match

MOST, BEFORE, AFTER = 200, 48, 120
"""Most code points of the words of a place, and of its paragraph before and after them."""


class Places:
    """Places of an article by two annotators, whose annotations match as ``matches`` says."""

    def __init__(self, path: str, sides: tuple[Side, Side], text: str, scheme: Scheme) -> None:
        self._path, self._sides, self._text, self._scheme = path, sides, text, scheme
        self._annotators = sides[0].annotator, sides[1].annotator

    def matched(self, matches: Sequence[Match], threshold: float) -> list[Place]:
        """Return a place for each match, in their order; ``threshold`` is that of an overlap, from 0 to 1."""
        return [self._match(match, threshold) for match in matches]

    def lone_relations(self, matches: Sequence[Match]) -> list[Place]:
        """Return a place for each relation that only one annotator has, in the order of where it begins."""
        one, other = self._sides
        keys = relation_keys(one, other, matches, self._scheme)
        lone = [
            self._relation(number, relation)
            for number, side in enumerate(self._sides)
            for relation in _lone(side.relations, keys[number], keys[1 - number])
        ]
        return sorted(lone, key=lambda place: (place.start, place.end))

    def _match(self, match: Match, threshold: float) -> Place:
        one, other = match
        spans = [without_blanks(self._text, item.span) for item in match if item]
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        return Place(
            self._path,
            self._annotators,
            one.label if one else "",
            other.label if other else "",
            one.id if one else "",
            other.id if other else "",
            whole.start,
            whole.end,
            same_place=len(spans) == 2 and spans[0] == spans[1],
            words=self._words(whole),
            overlap=len(spans) == 2 and overlap(spans[0], spans[1], threshold),
            values=tuple(self._other_values(one, other)) if one and other else (),
            before=self._before(whole.start),
            after=self._after(whole.end),
        )

    def _other_values(self, one: Annotation, other: Annotation) -> Iterator[tuple[str, str, str]]:
        """Yield the attributes, with both values, in which annotations with the same label differ."""
        label = self._scheme.label(one.label) if one.label == other.label else None
        for name in nominal(label) if label else ():
            values = category(one.attributes.get(name)), category(other.attributes.get(name))
            if values[0] != values[1]:
                yield name, *values

    def _relation(self, number: int, relation: Relation) -> Place:
        known = {item.id: item for item in self._sides[number].annotations}
        source, target = known[relation.source], known[relation.target]
        span = without_blanks(self._text, source.span)
        is_first = number == 0
        return Place(
            self._path,
            self._annotators,
            source.label if is_first else "",
            "" if is_first else source.label,
            source.id if is_first else "",
            "" if is_first else source.id,
            span.start,
            span.end,
            same_place=False,
            words=self._words(span),
            relation=relation.type,
            target=self._words(without_blanks(self._text, target.span)),
            before=self._before(span.start),
            after=self._after(span.end),
        )

    def _words(self, span: Span) -> str:
        return self._text[span.start : min(span.end, span.start + MOST)]

    def _before(self, start: int) -> str:
        """Return the end of the paragraph's words before the place, whole ones."""
        first = self._text.rfind("\n", 0, start) + 1
        if start - first <= BEFORE:
            return self._text[first:start]
        blank = self._text.find(" ", start - BEFORE, start)
        return f"…{self._text[blank + 1 : start]}" if blank >= 0 else "…"

    def _after(self, end: int) -> str:
        """Return the beginning of the paragraph's words after the place, whole ones."""
        last = self._text.find("\n", end)
        last = last if last >= 0 else len(self._text)
        if last - end <= AFTER:
            return self._text[end:last]
        blank = self._text.rfind(" ", end, end + AFTER)
        return f"{self._text[end : blank if blank >= 0 else end + AFTER]}…"


def _lone(
    relations: Sequence[Relation], own: Sequence[tuple[str, str, str]], others: Sequence[tuple[str, str, str]]
) -> Iterator[Relation]:
    """Yield the relations of which the other side has none, or fewer; ``own`` and ``others`` are their keys."""
    left = Counter(others)
    for relation, key in zip(relations, own, strict=True):
        left[key] -= 1
        if left[key] < 0:
            yield relation
