"""What is compared of the beginning is what is found there in the whole."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.review.beginning import beginning
from annotator.review.comparing import Cluster, compared

TEXT = "one two  three four five six\nseven eight nine ten eleven twelve " * 6
ARTICLE = Article.of("words.txt", TEXT)
ROWS = st.lists(st.tuples(st.sampled_from("cs"), st.integers(0, len(TEXT) - 9), st.integers(1, 9)), max_size=30)
ENDS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=4)


@st.composite
def long_documents(draw: st.DrawFn) -> dict[str, Document]:
    """Documents of two to four, with relations here and there."""
    documents = {}
    for name in "abcd"[: draw(st.integers(2, 4))]:
        rows = draw(ROWS)
        made = [Annotation(f"{name}{at}", label, Span(s, s + size)) for at, (label, s, size) in enumerate(rows)]
        links = [(a, b) for a, b in draw(ENDS) if a != b and max(a, b) < len(made)]
        relations = [Relation(f"r{name}{at}", "of", made[a].id, made[b].id) for at, (a, b) in enumerate(links)]
        items = {one.id: one for one in made}
        documents[name] = Document(ARTICLE, items, {one.id: one for one in relations}, annotator=name)
    return documents


def told(cluster: Cluster) -> tuple[object, ...]:
    return dict(cluster.ids), dict(cluster.spans), cluster.span, cluster.kinds


@given(long_documents(), st.integers(1, 12))
def test_the_beginning_is_compared_as_in_the_whole(documents: Mapping[str, Document], least: int) -> None:
    some = beginning(documents, least)
    if some is None:
        return
    count = sum(len(document.annotations) for document in some.values())
    assert least <= count < 4 * least
    found, whole = compared(some), compared(documents)
    assert [told(one) for one in found] == [told(one) for one in whole[: len(found)]]


def flat(name: str, count: int, *, relation: tuple[int, int] | None = None) -> Document:
    made = {f"{name}{at}": Annotation(f"{name}{at}", "c", Span(4 * at, 4 * at + 3)) for at in range(count)}
    links = {"r": Relation("r", "of", f"{name}{relation[0]}", f"{name}{relation[1]}")} if relation else {}
    return Document(ARTICLE, made, links, annotator=name)


def test_it_ends_behind_enough_annotations_and_relations() -> None:
    plain = beginning({"a": flat("a", 40), "b": flat("b", 40)}, 10)
    assert plain
    assert [len(one.annotations) for one in plain.values()] == [5, 5]
    linked = beginning({"a": flat("a", 40, relation=(4, 7)), "b": flat("b", 40)}, 10)
    assert linked
    assert [len(one.annotations) for one in linked.values()] == [8, 8]


def test_there_is_none_of_few_or_without_a_gap() -> None:
    assert beginning({"a": flat("a", 10), "b": flat("b", 10)}, 10) is None
    assert beginning({"a": flat("a", 40, relation=(0, 39)), "b": flat("b", 40)}, 10) is None
