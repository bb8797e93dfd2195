"""Clusters are found heap by heap, and are the same as those found over all annotations at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span, without_blanks
from annotator.review.assignment import assigned
from annotator.review.clustering import clustered
from annotator.review.comparing import compared

TEXT = "one two  three four five six\nseven eight nine ten eleven twelve " * 2
ARTICLE = Article.of("words.txt", TEXT)
ROWS = st.lists(st.tuples(st.sampled_from("cs"), st.integers(0, len(TEXT) - 20), st.integers(1, 20)), max_size=14)


@dataclass
class Plain:
    """Ids by annotator, the place of the first, and labels with places."""

    ids: dict[str, str]
    place: Span
    versions: set[tuple[str, Span]]


def plainly_clustered(documents: Mapping[str, Document]) -> list[dict[str, str]]:
    """What has the same label and place together first; then each annotator's rest is assigned to all before."""
    exact: dict[tuple[str, Span], list[Plain]] = {}
    for name, document in documents.items():
        for item in document.annotations.values():
            place = without_blanks(TEXT, item.span)
            alike = exact.setdefault((item.label, place), [])
            if group := next((one for one in alike if name not in one.ids), None):
                group.ids[name] = item.id
            else:
                alike.append(Plain({name: item.id}, place, {(item.label, place)}))
    found: list[Plain] = []
    for name in documents:
        coming = [one for alike in exact.values() for one in alike if next(iter(one.ids)) == name]
        here, there = ([one for one in some if len(one.ids) < len(documents)] for some in (coming, found))
        bonus = 2 * sum(len(one.place) for one in here) + 1
        weigh = partial(weight, here, there, bonus)
        pairs = assigned([one.place for one in here], [one.place for one in there], weigh)
        for one, other in pairs:
            there[other].ids |= here[one].ids
            there[other].versions |= here[one].versions
        gone = {id(here[one]) for one, _other in pairs}
        found += [one for one in coming if id(one) not in gone]
    return [one.ids for one in found]


def weight(here: Sequence[Plain], there: Sequence[Plain], bonus: int, one: int, other: int) -> int:
    ours, theirs = here[one], there[other]
    if ours.ids.keys() & theirs.ids.keys():
        return 0
    return max(shared(a, b, bonus) for a in ours.versions for b in theirs.versions)


def shared(one: tuple[str, Span], other: tuple[str, Span], bonus: int) -> int:
    count = len({*range(one[1].start, one[1].end)} & {*range(other[1].start, other[1].end)})
    enough = one[0] == other[0] or 3 * count >= 2 * max(len(one[1]), len(other[1]))
    return (count * (2 if one[0] == other[0] else 1) + bonus * (one[1] == other[1])) * enough


def document(name: str, rows: Sequence[tuple[str, int, int]]) -> Document:
    made = [Annotation(f"{name}{at}", label, Span(start, start + size)) for at, (label, start, size) in enumerate(rows)]
    return Document(ARTICLE, {one.id: one for one in made}, annotator=name)


@given(st.lists(ROWS, min_size=2, max_size=5))
def test_heap_by_heap_is_all_at_once(rows: Sequence[Sequence[tuple[str, int, int]]]) -> None:
    documents = {name: document(name, some) for name, some in zip("abcde", rows, strict=False)}
    fast = [{name: item.id for name, item in group.items.items()} for group in clustered(documents)]
    plain = plainly_clustered(documents)
    assert sorted(fast, key=str) == sorted(({name: ids[name] for name in sorted(ids)} for ids in plain), key=str)


@given(st.lists(ROWS, min_size=2, max_size=5))
def test_places_and_annotators_are_in_order(rows: Sequence[Sequence[tuple[str, int, int]]]) -> None:
    documents = {name: document(name, some) for name, some in zip("edcba", rows, strict=False)}
    clusters = compared(documents)
    assert [(one.span.start, one.span.end) for one in clusters] == sorted(
        (min(span.start for span in one.spans.values()), max(span.end for span in one.spans.values()))
        for one in clusters
    )
    for one in clusters:
        assert list(one.versions) == list(one.spans) == [name for name in documents if name in one.versions]
        assert all(one.spans[name] == without_blanks(TEXT, item.span) for name, item in one.versions.items())


@given(ROWS, st.integers(0, 99), st.integers(1, 20), st.randoms(use_true_random=False))
def test_one_span_goes_where_it_would_go_among_several(
    rows: Sequence[tuple[str, int, int]], start: int, size: int, chance: Random
) -> None:
    one, others = Span(start, start + size), [Span(at, at + length) for _label, at, length in rows]
    weights = {at: chance.randrange(4) for at in range(len(others))}
    far = Span(10_000, 10_001)

    def weigh(ours: int, theirs: int) -> int:
        return weights.get(theirs, 0) if ours == 0 else 0

    alone, among = assigned([one], others, weigh), assigned([one, far], [*others, far], weigh)
    turned = assigned(others, [one], lambda ours, theirs: weigh(theirs, ours))
    assert alone == among == [(b, a) for a, b in turned]
