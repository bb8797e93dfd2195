"""The search for words in all annotations at once, beside the one in each."""

from __future__ import annotations

import random
from pathlib import Path
from types import MappingProxyType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.ui.panels.annotations.row_text import matches
from annotator.ui.panels.annotations.rows import AnnotationRows

SCHEME = Scheme("small", "Small", (Label("a-b", "a", "#56B4E9", "fill"), Label("claim", "c", "#009E73", "box")))
RANKS = {"a-b": 0, "claim": 1, "unknown": 2}
LETTERS = "aAbß\nİ "
WORDS = st.text(LETTERS, max_size=3)
LENGTH = 20
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 6)).map(
    lambda place: Span(place[0], min(sum(place), LENGTH))
)
ANNOTATIONS = st.lists(
    st.builds(
        lambda label, span, note, quoted: (label, span, note, quoted),
        st.sampled_from(["a-b", "claim", "unknown"]),
        SPANS,
        st.sampled_from(["", "", "Ab"]),
        st.sampled_from([None, None, Excerpt("bA")]),
    ),
    max_size=8,
)


def opened(text: str, made: list[tuple[str, Span, str, Excerpt | None]]) -> OpenArticle:
    annotations = [
        Annotation(f"id{number}", label, span, note=note, displaced=quoted)
        for number, (label, span, note, quoted) in enumerate(made)
    ]
    document = Document(Article.of("a.txt", text), MappingProxyType({a.id: a for a in annotations}))
    path = Path("a.txt")
    return OpenArticle(path, path.with_suffix(".yaml"), document, TextIndex(text, annotations), QUndoStack(), SCHEME)


def shown(rows: AnnotationRows) -> list[Annotation]:
    found = (rows.annotation(row) for row in range(rows.rowCount()))
    return [annotation for annotation in found if annotation]


@given(
    st.sampled_from([LETTERS, "aAb\n "]).flatmap(lambda letters: st.text(letters, min_size=LENGTH, max_size=LENGTH)),
    ANNOTATIONS,
    st.lists(st.tuples(WORDS, st.booleans()), max_size=5),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_filter_after_another_shows_what_matches_each(
    qapp: QApplication,
    text: str,
    made: list[tuple[str, Span, str, Excerpt | None]],
    filters: list[tuple[str, bool]],
) -> None:
    session = Session(clock=lambda: "2026-11-22T06:21:20Z", randomness=random.Random(1))
    article = opened(text, made)
    session.show(article)
    rows = AnnotationRows(session)
    for words, by_label in filters:
        rows.show(words, grouped="label" if by_label else "text")
        expected = [a for a in article.document.annotations.values() if not words or matches(a, text, SCHEME, words)]
        assert shown(rows) == sorted(expected, key=lambda a: (RANKS[a.label] if by_label else 0, a.position))


@given(ANNOTATIONS, st.lists(st.tuples(st.sampled_from(["", "a", "ab", "b", "claim"]), st.integers(0, 4)), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_search_in_parts_finds_the_same_whenever_the_next_letter_comes(
    qapp: QApplication, made: list[tuple[str, Span, str, Excerpt | None]], filters: list[tuple[str, int]]
) -> None:
    session = Session(clock=lambda: "2026-11-22T06:21:20Z", randomness=random.Random(1))
    text = "aAb a\nbba Ab aab\nBAb"
    session.show(opened(text, made))
    rows = AnnotationRows(session, at_once=2)
    for words, turns in filters:
        rows.show(words, grouped="text")
        for _turn in range(turns):
            QApplication.processEvents()
    while rows.searching:
        QApplication.processEvents()
    every = sorted(session.document.annotations.values(), key=lambda a: a.position)
    assert shown(rows) == [a for a in every if not rows.filter or matches(a, text, SCHEME, rows.filter)]
