"""Items that share what did not change are what a dictionary would be."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import items as items_module
from annotator.model.annotation import Relation
from annotator.model.items import ItemError, Items, altered

IDS = [f"r{number}" for number in range(40)]


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(["put", "take", "alter"])), max_size=400))
def test_they_follow_a_dictionary(steps: list[tuple[str, str]]) -> None:
    plain: dict[str, Relation] = {id: Relation(id, "repeats", "a", "b") for id in IDS[:20]}
    items: Items[Relation] = Items(dict(plain))
    for number, (id, step) in enumerate(steps):
        there = plain.get(id)
        if step == "put" and there is None:
            plain[id] = Relation(id, "updates", "a", str(number))
            items = items.exchanged((), (plain[id],))
        elif step == "take" and there is not None:
            items = items.exchanged((plain.pop(id),), ())
        elif step == "alter" and there is not None:
            plain[id] = altered(there, target=str(number))
            items = items.exchanged((there,), (plain[id],))
    assert items == plain
    assert len(items) == len(plain)
    assert set(items) == plain.keys()
    assert sorted(item.id for item in items.values()) == sorted(plain)
    assert all((id in items) == (id in plain) for id in IDS)


def test_the_one_before_stays_as_it_was() -> None:
    first = Relation("a", "repeats", "x", "y")
    before: Items[Relation] = Items({"a": first})
    after = before.exchanged((first,), (Relation("b", "repeats", "x", "y"),))
    assert list(before) == ["a"]
    assert list(after) == ["b"]


def test_a_thousand_changes_are_put_together() -> None:
    items: Items[Relation] = Items({})
    for number in range(1000):
        items = items.exchanged((), (Relation(f"r{number}", "repeats", "x", "y"),))
    assert len(items) == 1000
    assert items["r999"].id == "r999"


@given(st.sets(st.sampled_from(IDS)), st.sets(st.sampled_from(IDS)), st.sets(st.sampled_from(IDS)))
def test_many_at_once_are_what_one_after_another_are(there: set[str], gone: set[str], other: set[str]) -> None:
    relations = {id: Relation(id, "repeats", "a", "b") for id in IDS}
    items: Items[Relation] = Items({id: relations[id] for id in IDS if id in there})
    removed = tuple(relations[id] for id in IDS if id in there & (gone | other))
    added = tuple(altered(relations[id], target="c") for id in IDS if id in there & other)
    by_ones = items.exchanged(removed, added)
    with patch.object(items_module, "MAX_DIFFERENCES", -1):
        at_once = items.exchanged(removed, added)
    assert list(at_once) == list(by_ones)
    assert list(at_once.values()) == list(by_ones.values())
    assert list(items) == [id for id in IDS if id in there]


@pytest.mark.parametrize("most", [items_module.MAX_DIFFERENCES, -1], ids=["one by one", "many at once"])
def test_what_does_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(items_module, "MAX_DIFFERENCES", most)
    relation = Relation("a", "repeats", "x", "y")
    items: Items[Relation] = Items({"a": relation})
    with pytest.raises(ItemError):
        items.exchanged((altered(relation, target="z"),), ())
    with pytest.raises(ItemError):
        items.exchanged((), (relation,))
    with pytest.raises(ItemError):
        items.exchanged((relation, relation), ())
    with pytest.raises(KeyError):
        items.exchanged((relation,), ())["a"]
