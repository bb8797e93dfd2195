"""Differences behind the numbers: as many as each number lacks to 1."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from annotator.model.annotation import Relation
from annotator.review.agreement.article import Wanted, measured
from annotator.review.agreement.behind import differences_behind
from annotator.review.agreement.folder import ALL, Agreement
from annotator.review.agreement.measures import ATTRIBUTES, EXACT, KAPPA, OVERLAP, PLACE, RELATIONS, UNITIZING
from annotator.review.agreement.results import Place, RowKey
from tests.review.agreement.cases import CASES, LABELS, SCHEME, case
from tests.review.agreement.test_folder import TEXT, agreement, document

ROWS = [ALL, *(RowKey("label", label) for label in LABELS)]


def of_case(number: int) -> Agreement:
    documents = case(number)
    made = measured("made.txt", documents, SCHEME, Wanted(with_places=True))
    attributes = [(label, "kind") for label in LABELS]
    return Agreement([made], sorted(documents), LABELS, attributes=attributes, resamples=0, least=1)


def lacking(places: Sequence[Place], label: str) -> int:
    """How many annotations with the label the places have; with any, for an empty one."""
    own = [one for place in places for one in (place.label_a, place.label_b)]
    return sum(bool(one) if not label else one == label for one in own)


def test_what_each_f1_lacks_stands_in_its_places() -> None:
    for number in range(CASES):
        found = of_case(number)
        for key in ROWS:
            used = sum(size for name, size in found.sums.items() if name[:2] == ("used", key.name))
            for measure in (EXACT, PLACE) if key == ALL else (EXACT,):
                result = found.row(key).cells[measure].result
                lack = lacking(differences_behind(found, key, measure), key.name)
                assert not isinstance(result, float) or result == pytest.approx(1 - lack / used), (number, key, measure)
            overlapping = found.row(key).cells[OVERLAP].result
            lack = lacking(differences_behind(found, key, OVERLAP), key.name)
            assert not isinstance(overlapping, float) or overlapping >= 1 - lack / used - 1e-9, (number, key)


def test_units_and_characters_lead_to_all_that_is_not_the_same() -> None:
    for number in range(0, CASES, 9):
        found = of_case(number)
        for key in ROWS:
            exact = differences_behind(found, key, EXACT)
            assert differences_behind(found, key, UNITIZING) == differences_behind(found, key, KAPPA) == exact


def test_values_that_differ_are_those_that_are_not_alike() -> None:
    for number in range(CASES):
        found = of_case(number)
        for label in LABELS:
            pairs = [name for name in found.sums if name[:3] == ("alike", label, "kind")]
            alike = sum(found.sums[name] for name in pairs)
            values = sum(size for name, size in found.sums.items() if name[:3] == ("value", label, "kind")) // 2
            places = differences_behind(found, RowKey("attribute", "kind", label), ATTRIBUTES)
            assert len(places) == values - alike, (number, label)
            assert differences_behind(found, RowKey("label", label), ATTRIBUTES) == places
            assert all(one != other for place in places for _name, one, other in place.values)


def test_a_relation_of_one_alone_stands_where_it_begins() -> None:
    rows = [("claim", 0, 26), ("source", 28, 36), ("claim", 60, 76)]
    found = agreement(
        document("ana", rows, [("via", 0, 1), ("repeats", 0, 2)]),
        document("ben", rows, [("via", 2, 1), ("repeats", 2, 0)]),
    )
    assert differences_behind(found, RowKey("relation", "repeats"), RELATIONS) == []
    first, second = differences_behind(found, RowKey("relation", "via"), RELATIONS)
    assert (first.words, first.target, first.a, first.b) == ("The quay was built in 1904", "The port", "ana0", "")
    assert (second.words, second.a, second.b) == ("and nobody paid", "", "ben2")
    assert second.before.endswith("The port says it will be mended, ")


def test_of_two_relations_alike_the_other_one_is_alone() -> None:
    rows = [("claim", 0, 26), ("source", 28, 36)]
    one = document("ana", rows, [("via", 0, 1)])
    twice = one.with_items(Relation, {**one.relations, "r9": Relation("r9", "via", "ana0", "ana1")})
    found = agreement(twice, document("ben", rows, [("via", 0, 1)]))
    assert [place.a for place in differences_behind(found, RowKey("relation", "via"), RELATIONS)] == ["ana0"]


def test_other_edges_are_behind_exact_f1_alone() -> None:
    found = agreement(document("ana", [("claim", 0, 26)]), document("ben", [("claim", 0, 22)]))
    key = RowKey("label", "claim")
    assert [len(differences_behind(found, key, name)) for name in (EXACT, PLACE, OVERLAP, ATTRIBUTES)] == [1, 1, 0, 0]
    far = agreement(document("ana", [("claim", 0, 26)]), document("ben", [("claim", 0, 12)]))
    assert len(differences_behind(far, key, OVERLAP)) == 1


def test_words_around_a_place_are_whole() -> None:
    made = document("ana", [("claim", 0, 26), ("claim", 140, 155)]), document("ben", [])
    first, second = differences_behind(agreement(*made), ALL, EXACT)
    assert first.before == ""
    assert first.after.startswith(". The port says it will be mended")
    assert first.after.removesuffix("…").rsplit(" ", 1)[-1] in TEXT.split()
    assert second.before.startswith("…")
    assert second.before[1:].split(" ", 1)[0] in TEXT.split()
    assert len(first.after) <= 121
