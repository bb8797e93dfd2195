"""Proposals for the slots of a card: what lies inside its words, who says them, and where they are said again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from annotator.facts.proposals.said_by import Around, SaidBy, said_by
from annotator.language.article_language import article_language
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.session.editing.card.card_parts import AGAIN, QUOTES, Slot, Target
from annotator.session.editing.card.card_rows import CardRow, Proposals, inside, row_of
from annotator.session.editing.card.folder_claims import OtherClaim
from annotator.session.open_article import OpenArticle

CUED_BY, REPEATS = "cued_by", "repeats"


def proposals_of(
    article: OpenArticle,
    here: Annotation,
    slots: Sequence[Slot],
    again: Collection[str] = (),
    elsewhere: Sequence[OtherClaim] = (),
) -> Proposals:
    """Return what is proposed for the ``slots`` of the annotation's card, without what is in them already.

    ``again`` are the ids of annotations that say the same, ``elsewhere`` the claims of other articles that do.
    """
    if here.is_elsewhere:
        return {}
    proposing, others = _Proposing(article, here, again), [*map(_row_elsewhere, elsewhere)]
    return {slot.id: [*proposing.rows(slot), *(others if slot.place == AGAIN else ())] for slot in slots}


class _Proposing:
    def __init__(self, article: OpenArticle, here: Annotation, again: Collection[str]) -> None:
        self._article, self._here, self._again = article, here, again
        self._within = inside(article.index, here)
        relations = article.relations.of(here.id)
        self._joined = {end for it in relations for end in (it.source, it.target)}
        self._types = {(it.type, it.target == here.id) for it in relations}
        places = {*article.index.paragraphs_of(here)}
        near = {it.id: it for place in places for it in article.index.in_paragraph(place)}
        self._near = [it for it in near.values() if not it.is_elsewhere]

    def rows(self, slot: Slot) -> Iterator[CardRow]:
        for target in slot.targets:
            if slot.place == QUOTES:
                yield from self._overlapping(slot, target)
            elif target.label == self._here.label:
                yield from self._said_again(slot, target)
            elif target.inwards:
                found = (it for it in self._within if it.label == target.label and it.id not in self._joined)
                yield from (row_of(self._article, it, slot, target) for it in found)
            elif target.type and (target.type, False) not in self._types:
                yield from self._nearest(slot, target)

    def _overlapping(self, slot: Slot, target: Target) -> Iterator[CardRow]:
        """Yield the quotes that have words of the annotation in them, within it or around it."""
        found = (it for it in self._near if it.label == target.label and _overlap(it, self._here))
        for it in sorted(found, key=lambda it: it.position):
            if it.id not in self._joined:
                yield row_of(self._article, it, slot, target)

    def _nearest(self, slot: Slot, target: Target) -> Iterator[CardRow]:
        """Yield what the rules of the sentence propose for a source or a cue."""
        said = self._said_by(target)
        span = said.cue if target.type == CUED_BY else said.source
        if span is not None:
            known = (it for it in self._near if it.label == target.label and it.span == span)
            annotation = next(known, None) or Annotation("", target.label, span)
            yield row_of(self._article, annotation, slot, target)

    def _said_by(self, target: Target) -> SaidBy:
        rule = self._article.scheme.relation(CUED_BY)
        cues = self._spans(rule.target) if rule else []
        sources = self._joined_spans() if target.type == CUED_BY else self._spans(target.label)
        around = Around(sources, cues, self._spans(self._here.label))
        document = self._article.document
        return said_by(document.article.text, self._here.span, around, article_language(document))

    def _joined_spans(self) -> list[Span]:
        return [it.span for it in self._near if it.id in self._joined and it.id != self._here.id]

    def _spans(self, label: str) -> list[Span]:
        return [it.span for it in self._near if it.label == label]

    def _said_again(self, slot: Slot, target: Target) -> Iterator[CardRow]:
        """Yield those that say the same and come before, or after where the relation leads from them."""
        if slot.place != AGAIN or target.type != REPEATS:
            return
        known = self._article.document.annotations
        for id in self._again:
            other = known.get(id)
            if other is None or id in self._joined or _overlap(other, self._here):
                continue
            if (other.position > self._here.position) is target.inwards:
                yield row_of(self._article, other, slot, target)


def _row_elsewhere(claim: OtherClaim) -> CardRow:
    """Return the row of an annotation in another article, to which no relation is possible."""
    annotation = Annotation(f"{claim.path.name}-{claim.id}", claim.label, Span(0, 1))
    words, target = plain_line(claim.words), Target("", claim.label)
    return CardRow(annotation, target, words, remarks=(claim.path.stem,), article=claim.path)


def _overlap(one: Annotation, other: Annotation) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
