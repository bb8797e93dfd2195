"""Lines that follow from the figures of a card. They are shown and never stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.language.values.numbers import number_text
from annotator.model.annotation import Annotation
from annotator.session.editing.card.card_rows import VALUE, CardRow
from annotator.session.editing.values.attribute_words import separators
from annotator.session.open_article import OpenArticle
from annotator.translation.messages import _

PART_OF = "part_of"


def derived_lines(article: OpenArticle, rows: Sequence[CardRow]) -> list[str]:
    """Return for each figure of the slot that is part of another: “40,000 is part of 50,000: 80 %”."""
    return [line for row in rows for line in _shares(article, row.annotation)]


def _shares(article: OpenArticle, part: Annotation) -> Iterator[str]:
    for relation in article.relations.of(part.id):
        whole = article.document.annotations.get(relation.target)
        if relation.type != PART_OF or relation.source != part.id or whole is None:
            continue
        some, all = _number(part), _number(whole)
        if some is not None and all:
            share = number_text(round(100 * some / all, 1).normalize(), separators())
            words = _("{part} is part of {whole}: {share} %")
            yield words.format(part=number_text(some, separators()), whole=number_text(all, separators()), share=share)


def _number(annotation: Annotation) -> Decimal | None:
    value = annotation.attributes.get(VALUE)
    known = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if known else None
