"""Lines of the card on whether the figures of two claims that say the same agree. They are shown and never stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.facts.figures.amount_words import MODIFIED, amount_words
from annotator.facts.figures.bounds import bounds_of, is_exact
from annotator.facts.figures.by_sentence import are_comparable, are_of_one_sort
from annotator.facts.figures.counted import key_of
from annotator.facts.figures.rows import FigureRow, figure_labels, language_of, row_of
from annotator.model.annotation import Annotation
from annotator.session.editing.card.card_rows import CardRow
from annotator.session.editing.card.derived_lines import PART_OF
from annotator.session.editing.values.attribute_words import separators
from annotator.session.open_article import OpenArticle
from annotator.translation.messages import _

NEWER = "updates"
"""Relation of claims whose figures may differ, since time has passed between them."""


def fitting_lines(article: OpenArticle, here: Annotation, again: Sequence[CardRow]) -> list[str]:
    """Return a line for each claim that says ``here`` again: “Both fit: at least 20,000 there, about 50,000 here”.

    There is no line if it is not certain which of their figures count the same.
    """
    claims = [row for row in again if row.relation and row.article is None]
    figures = _figures(article, here.id) if claims else []
    if not figures:
        return []
    return [line for row in claims for line in _lines(figures, _figures(article, row.annotation.id), row.target.type)]


def _figures(article: OpenArticle, claim: str) -> list[FigureRow]:
    """Return the figures that are joined to the claim, without those that are part of another."""
    document, labels = article.document, figure_labels(article.scheme)
    ends = {end for it in article.relations.of(claim) for end in (it.source, it.target)} - {claim}
    joined = (document.annotations[end] for end in sorted(ends) if end in document.annotations)
    figures = [it for it in joined if it.label in labels and not it.displaced and not _is_part(article, it.id)]
    language = language_of(document) if figures else ""
    return [row_of(document, it, language) for it in sorted(figures, key=lambda it: it.position)]


def _is_part(article: OpenArticle, figure: str) -> bool:
    return any(it.type == PART_OF and it.source == figure for it in article.relations.of(figure))


def _lines(here: Sequence[FigureRow], there: Sequence[FigureRow], type: str) -> Iterator[str]:
    for one in here:
        same = [other for other in there if are_comparable(one, other) and _are_of_one_thing(one, other)]
        back = [it for it in here if same and are_comparable(it, same[0]) and _are_of_one_thing(it, same[0])]
        first, second = (bounds_of(one), bounds_of(same[0])) if len(same) == len(back) == 1 else (None, None)
        if not first or not second:
            continue
        told = {"there": _told(same[0]), "here": _told(one)}
        if not first.excludes(second):
            yield _("Both fit: {there} there, {here} here").format(**told)
        elif type != NEWER:
            yield _("They do not fit: {there} there, {here} here").format(**told)


def _are_of_one_thing(one: FigureRow, other: FigureRow) -> bool:
    """Return whether both may count the same thing; that the claims say the same is known from a person."""
    if key_of(one) == key_of(other):
        return True
    return are_of_one_sort(one, other) or are_of_one_sort(other, one)


def _told(row: FigureRow) -> str:
    """Return what the figure says as numbers."""
    words = amount_words(row.amount, separators())
    if row.value is None or is_exact(row):
        return words
    return _(MODIFIED.get(row.modifier, MODIFIED["about"])).format(value=words)
