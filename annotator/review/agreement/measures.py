"""Measures of labels, of all labels, of relations and of attributes, as functions of sums."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from annotator.review.agreement.coefficients import alpha, f1, kappa, mean
from annotator.review.agreement.columns import Sums
from annotator.review.agreement.results import Reason, Result, RowKey
from annotator.review.agreement.unitizing import alpha_u

EXACT, OVERLAP, PLACE = "exact F1", "overlap F1", "position F1"
UNITIZING, KAPPA, ALPHA, ATTRIBUTES = "unitizing alpha", "character kappa", "character alpha", "attribute alpha"
VALUE_KAPPA, RELATIONS = "attribute kappa", "relation F1"
NAMES = (EXACT, OVERLAP, PLACE, UNITIZING, KAPPA, ALPHA, ATTRIBUTES, VALUE_KAPPA, RELATIONS)
LEAST = 10
"""Fewest uses of a label, by the annotator who has used it most, for which there are numbers."""


class View:
    """Sums of columns of the given annotators, and the rows that they have; ``index`` finds columns by their name."""

    def __init__(self, sums: Sums, annotators: Sequence[str], index: dict[str, list[tuple[object, ...]]]) -> None:
        self.sums, self._index = sums, index
        self.pairs = [*combinations(sorted(annotators), 2)]
        self._values: dict[tuple[str, str], tuple[int, int, list[int]]] = {}

    def of(self, name: str) -> list[tuple[object, ...]]:
        """Return the keys of the columns with that name."""
        return self._index.get(name, [])

    def total(self, *keys: tuple[object, ...]) -> int:
        return sum(self.sums.get(key, 0) for key in keys)

    def values(self, label: str, name: str) -> tuple[int, int, list[int]]:
        """Return of an attribute how many pairs there are, how many of them are alike, and how often each value is."""
        if (label, name) not in self._values:
            alike = self.total(*(("alike", label, name, *pair) for pair in self.pairs))
            totals: dict[object, int] = {}
            for key in self.of(f"value\n{label}\n{name}"):
                totals[key[-1]] = totals.get(key[-1], 0) + self.sums.get(key, 0)
            self._values[label, name] = sum(totals.values()) // 2, alike, [*totals.values()]
        return self._values[label, name]


def indexed(keys: Sequence[tuple[object, ...]]) -> dict[str, list[tuple[object, ...]]]:
    """Return the keys by their first part, and by their first two and three, joined with line breaks."""
    index: dict[str, list[tuple[object, ...]]] = {}
    for key in keys:
        for parts in range(1, min(len(key), 3) + 1):
            index.setdefault("\n".join(map(str, key[:parts])), []).append(key)
    return index


def _f1(view: View, what: str, label: str, used: str = "used") -> Result:
    both = view.total(*((what, label, *pair) if what != PLACE else ("place", *pair) for pair in view.pairs))
    return f1(both, view.total(*((used, label, *pair, side) for pair in view.pairs for side in (0, 1))))


def exact(view: View, label: str) -> Result:
    """Return F1 of annotations with the same label at the same place, of all pairs of annotators together."""
    return _f1(view, "exact", label)


def overlap(view: View, label: str) -> Result:
    """Return F1 of annotations with the same label that share the threshold of what both cover."""
    return _f1(view, "overlap", label)


def place(view: View, _label: str) -> Result:
    """Return F1 of annotations at the same place, whatever their label."""
    return _f1(view, PLACE, "")


def unitizing(view: View, label: str) -> Result:
    """Return Krippendorff's alpha for units; of all labels, by the sums of their disagreements."""
    if label:
        return alpha_u(view.total(("observed", label)), view.total(("expected", label)))
    return alpha_u(view.total(*view.of("observed")), view.total(*view.of("expected")))


def character_kappa(view: View, label: str) -> Result:
    """Return Cohen's kappa of code points with the label or without; without a label, of their sets of labels.

    Of more than two annotators it is the mean over their pairs (Light 1971).
    """
    return mean(_pair_kappa(view, label, pair) for pair in view.pairs if view.sums.get(("length", *pair)))


def _pair_kappa(view: View, label: str, pair: tuple[str, str]) -> Result:
    length = view.sums.get(("length", *pair), 0)
    if not label:
        return kappa(view.total(("same", *pair)), _margin(view, "set", pair, 0), _margin(view, "set", pair, 1))
    both, one, other = (
        view.total(("marked", label, *pair, *has)) for has in ((True, True), (True, False), (False, True))
    )
    if not both + one + other:
        return Reason.NOBODY
    ones, others = both + one, both + other
    sides = {"yes": ones, "no": length - ones}, {"yes": others, "no": length - others}
    return kappa(length - one - other, *sides)


def _margin(view: View, name: str, pair: tuple[str, str], side: int) -> dict[str, int]:
    return {str(key[-1]): view.sums.get(key, 0) for key in view.of("\n".join((name, *pair))) if key[3] == side}


def character_alpha(view: View, label: str) -> Result:
    """Return Krippendorff's alpha of code points with the label or without; without a label, of their sets."""
    if label:
        return _label_alpha(view, label)
    agreeing = sum(view.sums.get(key, 0) / (int(str(key[1])) - 1) for key in view.of("agreeing"))
    totals: dict[object, int] = {}
    for key in view.of("values"):
        totals[key[2]] = totals.get(key[2], 0) + view.sums.get(key, 0)
    return alpha(agreeing, totals.values())


def _label_alpha(view: View, label: str) -> Result:
    found = [(int(str(key[2])), int(str(key[3])), view.sums.get(key, 0)) for key in view.of(f"marked by\n{label}")]
    if not any(size for _of, _number, size in found):
        return Reason.NOBODY
    lengths = {int(str(key[1])): view.sums.get(key, 0) for key in view.of("lengths")}
    bare = dict(lengths)
    agreeing, with_label = 0.0, 0
    for of, number, size in found:
        bare[of] -= size
        with_label += size * number
        agreeing += size * (number * (number - 1) + (of - number) * (of - number - 1)) / (of - 1)
    agreeing += sum(size * of for of, size in bare.items())
    return alpha(agreeing, (with_label, sum(of * size for of, size in lengths.items()) - with_label))


def attributes(view: View, label: str) -> Result:
    """Return alpha of all attributes of the label, or of all labels: 1 - sum of n · Do / sum of n · De."""
    parts = {(str(key[1]), str(key[2])) for key in view.of(f"alike\n{label}" if label else "alike")}
    observed = expected = 0.0
    for own, name in sorted(parts):
        units, alike, totals = view.values(own, name)
        values = 2 * units
        observed += units - alike
        if values > 1:
            expected += units * (1 - sum(count * (count - 1) for count in totals) / (values * (values - 1)))
    if not parts:
        return Reason.NOT_MEASURED
    return 1 - observed / expected if expected else Reason.ONE_VALUE


def value_alpha(view: View, label: str, name: str) -> Result:
    """Return Krippendorff's alpha of an attribute's values on matched annotations, each pair of which is a unit."""
    _units, alike, totals = view.values(label, name)
    return alpha(2 * alike, totals)


def value_kappa(view: View, label: str, name: str) -> Result:
    """Return Cohen's kappa of an attribute's values on matched annotations; the mean over pairs of annotators."""
    found = []
    for pair in view.pairs:
        sides: tuple[dict[str, int], dict[str, int]] = {}, {}
        for key in view.of(f"value\n{label}\n{name}"):
            if key[3:5] == pair:
                sides[int(str(key[5]))][str(key[6])] = view.sums.get(key, 0)
        found.append(kappa(view.total(("alike", label, name, *pair)), *sides))
    return mean(found)


def relations(view: View, type: str) -> Result:
    """Return F1 of relations of a type, or of all types, whose ends are matched."""
    if type:
        return _f1(view, "relation", type, "related")
    both = view.total(*view.of("relation"))
    return f1(both, view.total(*view.of("related")))


def results(view: View, row: RowKey) -> dict[str, Result]:
    """Return the measures of a row by name."""
    match row.kind:
        case "relation":
            return {RELATIONS: relations(view, row.name)}
        case "attribute":
            of = view, row.label, row.name
            return {VALUE_KAPPA: value_kappa(*of), ATTRIBUTES: value_alpha(*of)}
        case _:
            found = {EXACT: exact, OVERLAP: overlap, UNITIZING: unitizing, KAPPA: character_kappa}
            found |= {ALPHA: character_alpha, ATTRIBUTES: attributes}
            measures = {name: measure(view, row.name) for name, measure in found.items()}
            return measures if row.name else {**measures, PLACE: place(view, "")}
