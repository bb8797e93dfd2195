"""Annotations are found by their words, whether these are common or rare."""

from __future__ import annotations

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from annotator.language.folding import folded
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.annotation_words import FEW, AnnotationWords
from annotator.session.text_index import TextIndex

TEXT = (
    "A Ferry left; the ferry came.\nİstanbul: the straße, the Harbour\n" * 3 + "the sea " * (FEW + 20) + "\nend of it"
)
spans = st.builds(
    lambda start, length: (start, min(start + length, len(TEXT))), st.integers(0, len(TEXT) - 1), st.integers(1, 200)
)
words = st.lists(
    st.sampled_from(["the", "ferry", "e", "straße", "sea", "end", "none", "i", "har"]), min_size=1, max_size=3
)


def annotation(number: int, span: tuple[int, int], lost: str) -> Annotation:
    return Annotation(f"a{number}", "claim", Span(*span), displaced=Excerpt(lost) if lost else None)


@given(st.lists(st.tuples(spans, st.sampled_from(["", "", "the lost ferry"])), max_size=40), words, st.integers(1, 8))
def test_the_first_in_text_order_that_hold_all_words(
    placed: list[tuple[tuple[int, int], str]], wanted: list[str], most: int
) -> None:
    annotations = [annotation(number, span, lost) for number, (span, lost) in enumerate(placed)]
    document = Document(Article.of("a.txt", TEXT), MappingProxyType({a.id: a for a in annotations}))
    found = AnnotationWords(document, TextIndex(TEXT, annotations)).first([folded(word) for word in wanted], most)
    in_order = sorted(annotations, key=lambda a: a.position)
    holding = [a.id for a in in_order if all(folded(word) in folded(document.words(a)) for word in wanted)]
    assert found == holding[:most]
