"""Results in words: a number with two decimals, or a sentence that says why there is none."""

from __future__ import annotations

from annotator.review.agreement.bootstrap import FEWEST_ARTICLES
from annotator.review.agreement.measures import (
    ALPHA,
    ATTRIBUTES,
    EXACT,
    KAPPA,
    LEAST,
    OVERLAP,
    PLACE,
    RELATIONS,
    UNITIZING,
    VALUE_KAPPA,
)
from annotator.review.agreement.results import Cell, Reason, Row
from annotator.translation.messages import N_, _, decimal_number, listed, ngettext, number

HEADS = {
    EXACT: N_("Same span F1"),
    OVERLAP: N_("Overlap F1"),
    PLACE: N_("Position F1"),
    UNITIZING: N_("Unitizing α"),
    KAPPA: N_("Character κ"),
    ALPHA: N_("Character α"),
    ATTRIBUTES: N_("Attributes α"),
    VALUE_KAPPA: N_("Attributes κ"),
    RELATIONS: N_("Relation F1"),
}
"""Measures as the heads of columns."""


def number_words(value: float) -> str:
    """Return the number with two decimals, in the form of the language in use."""
    return decimal_number(value, 2)


def interval_words(cell: Cell) -> str:
    """Return the interval, “0.69–0.79”; empty if there is none."""
    if isinstance(cell.interval, Reason):
        return ""
    low, high = cell.interval
    return f"{number_words(low)}–{number_words(high)}"


def why_no_number(reason: Reason, row: Row, articles: int, least: int = LEAST) -> str:
    """Return why the row has no number; ``articles`` are those of two annotators or more."""
    match reason:
        case Reason.NOBODY:
            return _("undefined: nobody has used it")
        case Reason.ONE_VALUE:
            return _("undefined: all have the same value")
        case Reason.NO_PAIR:
            return _("undefined: no article is by two annotators")
        case Reason.NOT_MEASURED:
            return _("not measured")
        case Reason.FEW_ARTICLES:
            return ngettext(
                "no interval: {count} article, at least {least} are needed",
                "no interval: {count} articles, at least {least} are needed",
                articles,
            ).format(count=number(articles), least=number(FEWEST_ARTICLES))
        case Reason.TOO_FEW:
            return _too_few(row, least)


def _too_few(row: Row, least: int) -> str:
    found = [number(count) for count in row.used.values()]
    # Translators: how often each of two annotators has used a label, as in “too few: 6 and 5 in 2 articles”.
    counts = _("{one} and {other}").format(one=found[0], other=found[1]) if len(found) == 2 else listed(found)
    # Translators: numbers of what the annotators marked: “too few: 6 and 5 in 2 articles, at least 10 are needed”.
    return ngettext(
        "too few: {counts} in {count} article, at least {least} are needed",
        "too few: {counts} in {count} articles, at least {least} are needed",
        row.articles,
    ).format(counts=counts, count=number(row.articles), least=number(least))


def row_reason(row: Row) -> Reason | None:
    """Return the reason if no cell of the row has a number."""
    found = [cell.result for cell in row.cells.values()]
    if not found or any(isinstance(result, float) for result in found):
        return None
    return next(result for result in found if isinstance(result, Reason))


def difference_words(name: str, count: int) -> str:
    """Return how many differences there are of a label, of all, or of a kind."""
    # Translators: {name} is a label, all labels or a kind of difference, as in “claim: 9 differences”.
    return ngettext("{name}: {count} difference", "{name}: {count} differences", count).format(
        name=name, count=number(count)
    )
