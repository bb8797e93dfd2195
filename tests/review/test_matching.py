"""Matching of two annotators' annotations: against every possible matching, and by example."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.review.assignment import assigned
from annotator.review.matching import Match, matched
from tests.support.running.examples import examples

FEW = st.lists(st.tuples(st.sampled_from("cs"), st.integers(0, 8), st.integers(1, 5)), max_size=5)


def made(rows: list[tuple[str, int, int]], side: str) -> list[Annotation]:
    return [Annotation(f"{side}-{n}", label, Span(start, start + size)) for n, (label, start, size) in enumerate(rows)]


def worth(matches: list[Match]) -> tuple[int, int, int]:
    """Count exact pairs, pairs at the same place, and shared code points, twice for the same label."""
    exact = same = shared = 0
    for one, other in matches:
        if one is None or other is None:
            continue
        common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
        exact += one.span == other.span and one.label == other.label
        same += one.span == other.span
        shared += common * (2 if one.label == other.label else 1) if common > 0 else 0
    return exact, same, shared


def best(ours: list[Annotation], theirs: list[Annotation]) -> tuple[int, int, int]:
    some: list[Annotation | None] = [*ours]
    others: list[Annotation | None] = [*theirs]
    short, long = sorted((some, others), key=len)
    return max(worth([*zip(short, chosen, strict=True)]) for chosen in permutations(long, len(short)))


@given(FEW, FEW)
@examples(4)
def test_no_matching_is_better(one: list[tuple[str, int, int]], other: list[tuple[str, int, int]]) -> None:
    ours, theirs = made(one, "a"), made(other, "b")
    matches = matched(ours, theirs)
    assert worth(matches) == best(ours, theirs)
    assert sorted(item.id for pair in matches for item in pair if item) == sorted(x.id for x in [*ours, *theirs])
    assert all(a.span.overlaps(b.span) for a, b in matches if a and b)


def test_blanks_at_the_edges_never_count() -> None:
    ours = [Annotation("a", "claim", Span(0, 5)), Annotation("x", "claim", Span(2, 11))]
    theirs = [Annotation("b", "claim", Span(0, 4))]
    assert matched(ours, theirs, "four and five") == [(ours[0], theirs[0]), (ours[1], None)]


def test_the_same_place_with_another_label_goes_before_a_longer_overlap() -> None:
    ours = [Annotation("a", "claim", Span(10, 20))]
    theirs = [Annotation("b", "claim", Span(0, 300)), Annotation("c", "quote", Span(10, 20))]
    assert matched(ours, theirs) == [(None, theirs[0]), (ours[0], theirs[1])]


def test_a_chain_of_overlaps_is_matched_along_the_chain() -> None:
    ours = [Annotation(f"a-{n}", "claim", Span(10 * n, 10 * n + 10)) for n in range(40)]
    theirs = [Annotation(f"b-{n}", "claim", Span(10 * n + 4, 10 * n + 14)) for n in range(40)]
    assert matched(ours, theirs) == [*zip(ours, theirs, strict=True)]


def test_a_huge_heap_is_matched_by_falling_overlap() -> None:
    spans = [Span(n, 1000 - n) for n in range(200)]
    assert assigned(spans, spans, lambda one, other: 1000 - abs(one - other)) == [(n, n) for n in range(200)]
