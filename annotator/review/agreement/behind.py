"""Differences behind one number of the table: the places by which it is less than 1."""

from __future__ import annotations

from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.measures import ATTRIBUTES, OVERLAP, PLACE
from annotator.review.agreement.results import Place, RowKey


def differences_behind(agreement: Agreement, key: RowKey, measure: str) -> list[Place]:
    """Return the places that the measure of the row counts as different, in the order of the articles.

    Of exact F1, and of measures of characters and units, these are all that have not the same label at the same place.
    """
    match key.kind:
        case "relation":
            return [place for place in agreement.relation_places if place.relation == key.name]
        case "attribute":
            return [
                place
                for place in agreement.places
                if place.label_a == key.label and any(name == key.name for name, _one, _other in place.values)
            ]
        case _:
            found = (place for place in agreement.places if key.name in ("", place.label_a, place.label_b))
            return [place for place in found if _differs(place, measure)]


def is_same(place: Place) -> bool:
    """Return whether both annotators have the same label at the same place."""
    return place.same_place and place.label_a == place.label_b


def _differs(place: Place, measure: str) -> bool:
    """Return whether the measure counts the place as different."""
    if measure == ATTRIBUTES:
        return bool(place.values)
    if measure == PLACE:
        return not place.same_place
    if measure == OVERLAP:
        return not place.overlap or place.label_a != place.label_b
    return not is_same(place)
