"""Proposals for the slots of a card: what lies inside its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.model.annotation import Annotation
from annotator.session.editing.card.card_parts import Slot, Target, slots_of
from annotator.session.editing.card.card_rows import CardRow, inside, row_of
from annotator.session.open_article import OpenArticle

Proposals = Mapping[str, list[CardRow]]
"""Proposed rows by the id of their slot."""


def proposals_of(article: OpenArticle, here: Annotation) -> Proposals:
    """Return what is proposed for the slots of the annotation's card, without what fills them already."""
    within = inside(article.index, here)
    joined = {end for it in article.relations.of(here.id) for end in (it.source, it.target)}
    slots = slots_of(article.scheme, here.label)
    return {slot.id: [*_inside(article, slot, within, joined)] for slot in slots}


def _inside(article: OpenArticle, slot: Slot, within: list[Annotation], joined: set[str]) -> Iterator[CardRow]:
    """Yield the annotations inside the words whose relation leads to them, as a figure's does."""
    for target in slot.targets:
        if _is_inner(target):
            found = (it for it in within if it.label == target.label and it.id not in joined)
            yield from (row_of(article, it, slot, target) for it in found)


def _is_inner(target: Target) -> bool:
    return bool(target.type) and target.inwards
