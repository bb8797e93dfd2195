"""Sentences about the numbers, by rules with thresholds, each with its counts; never about a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.measures import EXACT, OVERLAP
from annotator.review.agreement.results import Place, Row
from annotator.review.agreement.wording import number_words
from annotator.translation.messages import _, ngettext, number

SETTLED = 0.8
"""Lower end of the interval from which a label is called settled; the dashed line of the window."""

EDGES = 0.1
"""Difference of overlap and exact F1 from which edges are named."""

WIDE = 0.2
"""Width of an interval from which it is too wide to tell."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Title and sentence; ``good`` if nothing is left to do. ``cell`` are the labels of the places behind it."""

    title: str
    sentence: str
    good: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Gain:
    """Differences of one kind: their number in words, and the places. ``kind``: only, edges or labels."""

    words: str
    places: tuple[Place, ...]


def sayings(agreement: Agreement, name: Callable[[str], str]) -> list[Saying]:
    """Return what the rows of labels say, nothing without articles; ``name`` gives the shown name of a label's id."""
    rows = [row for row in agreement.rows if row.key.kind == "label" and row.cells[EXACT].number is not None]
    if not rows:
        return [Saying("", _("Too few annotations to tell."))] if agreement.articles else []
    found = [saying for row in rows for saying in _about(row, agreement.places, name)]
    return found or [Saying("", _("Nothing stands out."), good=True)]


def _about(row: Row, places: Sequence[Place], name: Callable[[str], str]) -> list[Saying]:
    label, cell, shown = row.key.name, row.cells[EXACT], name(row.key.name)
    exact, overlap = cell.number or 0.0, row.cells[OVERLAP].number or 0.0
    interval = cell.interval if isinstance(cell.interval, tuple) else None
    if interval and interval[0] >= SETTLED:
        return [_settled(shown, label, exact, places)]
    found = []
    if overlap - exact >= EDGES:
        found.append(_edges(shown, label, exact, overlap, places))
    if interval and interval[1] - interval[0] > WIDE:
        found.append(_wide(shown, label, interval, row))
    return found


def _settled(shown: str, label: str, exact: float, places: Sequence[Place]) -> Saying:
    alone = sum(label in (one.label_a, one.label_b) and not (one.a and one.b) for one in places)
    # Translators: {label} is the name of a label, as “figure”.
    title = _("{label}: settled.").format(label=shown)
    sentence = ngettext(
        "{exact} on the same span; {count} is marked by one only.",
        "{exact} on the same span; {count} are marked by one only.",
        alone,
    ).format(exact=number_words(exact), count=number(alone))
    return Saying(title, sentence, good=True, label=label)


def _edges(shown: str, label: str, exact: float, overlap: float, places: Sequence[Place]) -> Saying:
    count = sum(one.label_a == one.label_b == label and not one.same_place for one in places)
    title = ngettext(
        "{label}: {count} agrees on the place, not on the edges.",
        "{label}: {count} agree on the place, not on the edges.",
        count,
    ).format(label=shown, count=number(count))
    sentence = _("{overlap} overlap, {exact} exact.").format(overlap=number_words(overlap), exact=number_words(exact))
    return Saying(title, sentence, label=label)


def _wide(shown: str, label: str, interval: tuple[float, float], row: Row) -> Saying:
    title = _("{label}: too wide to tell.").format(label=shown)
    marks = sum(row.used.values())
    sentence = ngettext("{low} to {high} from {count} mark.", "{low} to {high} from {count} marks.", marks).format(
        low=number_words(interval[0]), high=number_words(interval[1]), count=number(marks)
    )
    return Saying(title, sentence, label=label)


def gains(agreement: Agreement, name: Callable[[str], str], most: int = 4) -> list[Gain]:
    """Return the kinds of difference of which there are most, the most frequent first."""
    kinds: dict[tuple[str, ...], list[Place]] = {}
    for place in agreement.places:
        if kind := _kind(place):
            kinds.setdefault(kind, []).append(place)
    counts = Counter({kind: len(places) for kind, places in kinds.items()})
    return [Gain(_gain_words(kind, name), tuple(kinds[kind])) for kind, _count in counts.most_common(most)]


def _kind(place: Place) -> tuple[str, ...]:
    if not place.a or not place.b:
        return "only", place.label_a or place.label_b
    if place.label_a != place.label_b:
        return "labels", *sorted((place.label_a, place.label_b))
    return () if place.same_place else ("edges", place.label_a)


def _gain_words(kind: tuple[str, ...], name: Callable[[str], str]) -> str:
    match kind:
        case ("only", label):
            return _("{label}, marked by one only").format(label=name(label))
        case ("edges", label):
            return _("{label}, edges").format(label=name(label))
        case (_labels, one, other):
            return _("{one} or {other}").format(one=name(one), other=name(other))
        case _:
            return ""
