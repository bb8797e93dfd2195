"""Rows, matrices and places of made articles: relations, blanks, what is left out, and several annotators."""

from __future__ import annotations

import pytest

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.scheme import Label, RelationRule, Scheme
from annotator.model.span import Span
from annotator.review.agreement.article import Wanted, measured
from annotator.review.agreement.folder import ALL, Agreement
from annotator.review.agreement.measures import EXACT, OVERLAP, PLACE, RELATIONS
from annotator.review.agreement.results import Reason, RowKey
from annotator.review.agreement.sayings import gains, sayings

TEXT = "The quay was built in 1904. The port says it will be mended, and nobody paid. " * 3
SCHEME = Scheme(
    "made",
    "Made",
    (Label("claim", "c", "#808080", "fill"), Label("source", "s", "#808080", "box")),
    (RelationRule("via", "claim", "source"), RelationRule("repeats", "claim", "claim", symmetric=True)),
)


def document(
    name: str, rows: list[tuple[str, int, int]], relations: list[tuple[str, int, int]] | None = None
) -> Document:
    items = {f"{name}{at}": Annotation(f"{name}{at}", label, Span(a, b)) for at, (label, a, b) in enumerate(rows)}
    links = {
        f"r{at}": Relation(f"r{at}", type, f"{name}{one}", f"{name}{other}")
        for at, (type, one, other) in enumerate(relations or [])
    }
    return Document(Article.of("quay.txt", TEXT), items, links, annotator=name)


def agreement(*documents: Document, articles: int = 1, least: int = 1) -> Agreement:
    of = {one.annotator: one for one in documents}
    made = [measured(f"{n}.txt", of, SCHEME, Wanted(with_places=True)) for n in range(articles)]
    return Agreement(made, sorted(of), ("claim", "source"), ("via", "repeats"), resamples=40, least=least)


def test_relations_count_where_both_ends_match() -> None:
    rows = [("claim", 0, 26), ("source", 28, 36), ("claim", 60, 76)]
    found = agreement(
        document("ana", rows, [("via", 0, 1), ("repeats", 0, 2)]),
        document("ben", rows, [("via", 2, 1), ("repeats", 2, 0)]),
    )
    assert found.row(RowKey("relation", "via")).cells[RELATIONS].result == 0.0
    assert found.row(RowKey("relation", "repeats")).cells[RELATIONS].result == 1.0


def test_blanks_at_the_edges_never_count() -> None:
    found = agreement(document("ana", [("claim", 0, 26)]), document("ben", [("claim", 0, 28)]))
    assert TEXT[26:28] == ". "
    assert found.row(ALL).cells[EXACT].result == 0.0
    same = agreement(document("ana", [("claim", 0, 27)]), document("ben", [("claim", 0, 28)]))
    assert same.row(ALL).cells[EXACT].result == 1.0


def test_the_same_place_with_another_label() -> None:
    found = agreement(document("ana", [("claim", 0, 26)]), document("ben", [("source", 0, 26)]))
    assert found.row(ALL).cells[EXACT].result == 0.0
    assert found.row(ALL).cells[PLACE].result == 1.0
    assert found.matrix("ana", "ben") == {("claim", "source"): 1}
    assert [(one.a, one.b) for one in found.places] == [("ana0", "ben0")]


@pytest.mark.parametrize(("end", "overlap"), [(20, 1.0), (10, 1.0), (9, 0.0)])
def test_half_of_what_both_cover_is_shared(end: int, overlap: float) -> None:
    found = agreement(document("ana", [("claim", 0, 20)]), document("ben", [("claim", 0, end)]))
    assert found.row(ALL).cells[OVERLAP].result == overlap


def test_displaced_annotations_are_left_out() -> None:
    lost = Annotation("ben0", "claim", Span(0, 26), displaced=Excerpt("gone"))
    ben = Document(Article.of("quay.txt", TEXT), {"ben0": lost}, annotator="ben")
    found = agreement(document("ana", [("claim", 0, 26)]), ben)
    assert found.row(ALL).used == {"ana": 1, "ben": 0}
    assert [one.displaced for one in found.articles] == [1]


def test_three_annotators_are_measured_in_pairs() -> None:
    rows = [("claim", 0, 26)]
    found = agreement(document("ana", rows), document("ben", rows), document("eva", [("claim", 28, 36)]))
    assert found.row(ALL).cells[EXACT].result == pytest.approx(1 / 3)


def test_reasons_in_place_of_numbers() -> None:
    one = agreement(document("ana", [("claim", 0, 26)]), document("ben", [("claim", 0, 26)]), least=10)
    assert one.row(ALL).cells[EXACT].result is Reason.TOO_FEW
    assert one.row(RowKey("label", "source")).cells[EXACT].result is Reason.NOBODY
    alone = agreement(document("ana", [("claim", 0, 26)]))
    assert alone.row(ALL).cells[EXACT].result is Reason.NO_PAIR


def test_intervals_need_five_articles_and_are_the_same_again() -> None:
    pair = document("ana", [("claim", 0, 26)]), document("ben", [("claim", 0, 26), ("source", 28, 36)])
    assert agreement(*pair, articles=4).row(ALL).cells[EXACT].interval is Reason.FEW_ARTICLES
    first, second = agreement(*pair, articles=6), agreement(*pair, articles=6)
    assert first.row(ALL).cells[EXACT].interval == pytest.approx((2 / 3, 2 / 3))
    assert first.rows == second.rows


def test_what_it_says_has_its_counts() -> None:
    ana = document("ana", [("claim", 0, 26), ("source", 28, 36)])
    ben = document("ben", [("claim", 0, 20), ("source", 28, 36)])
    found = agreement(ana, ben, articles=6)
    told = {one.title: one.sentence for one in sayings(found, str.capitalize)}
    assert told == {
        "Claim: 6 agree on the place, not on the edges.": "1.00 overlap, 0.00 exact.",
        "Source: settled.": "1.00 on the same span; 0 are marked by one only.",
    }
    assert [(gain.words, len(gain.places)) for gain in gains(found, str.capitalize)] == [("Claim, edges", 6)]


def test_it_says_that_nothing_stands_out_only_where_something_is_measured() -> None:
    pair = document("ana", [("claim", 0, 26)]), document("ben", [("claim", 0, 26)])
    table = {
        (1, 10): "Too few annotations to tell.",
        (1, 1): "Nothing stands out.",
        (6, 1): "Claim: settled.",
        (0, 1): "",
    }
    for (articles, least), told in table.items():
        said = sayings(agreement(*pair, articles=articles, least=least), str.capitalize)
        assert "".join(one.title or one.sentence for one in said) == told
