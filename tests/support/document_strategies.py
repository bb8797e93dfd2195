"""Documents as hypothesis draws them: every kind of text, nested values, annotations that lost their place."""

from __future__ import annotations

from types import MappingProxyType

from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import STATUSES, Document, Status
from annotator.model.span import Span, merged
from annotator.storage.yaml.yaml_writing import number, value_of

AWKWARD = [
    *("y", "no", "null", "~", "true", "1e3", "0o17", "12:30:45", "2016-12-15", "0x1F", "1_000", "=", "<<", ".inf"),
    *(" blank ", "a: b", "a #b", "- a", "'", '"', "\\", "\\n", "\t", "\n\n", "\u0085", "\u2028", "\ufeff", "\ufffe"),
    *(
        "\U0001fffe",
        "👩‍👩‍👧",
        "e\u0301",
        "\u00a0",
        "مرحبا",
        "\u202e",
        "\x00",
        "\x7f",
        "---",
        "...",
        "x" * 1200,
        "!tag",
        "&a",
        "*a",
    ),
]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(AWKWARD)
words = texts.filter(bool)
ids = st.from_regex(r"[a-z][a-z0-9]{5}", fullmatch=True) | words

numbers = (
    st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(-(10**30), 10**30, allow_nan=False, allow_infinity=False).map(lambda value: value_of(number(value)))
)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
unknown_keys = texts.map(lambda key: f"x {key}")  # none of them is a key that the program knows
extras = st.dictionaries(unknown_keys, values, max_size=2)
article_texts = texts.map(lambda text: text.replace("\r", "").replace("\0", "").lstrip("\ufeff")).filter(bool)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    return Article.of(draw(words), draw(st.lists(article_texts, min_size=1, max_size=6).map("".join)))


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def annotations(draw: st.DrawFn, id: str, text: str) -> Annotation:
    span = draw(spans(len(text) + 5))
    verdict, sha256 = draw(st.sampled_from(["", "moved", "lost"])), draw(st.sampled_from(["", "0" * 64]))
    excerpt = Excerpt(draw(texts), draw(texts), draw(texts), verdict, sha256)
    in_place = span.end <= len(text) and (draw(st.booleans()) or _is_there(excerpt, span, text))
    times = st.just("2026-11-22T06:21:20Z") | texts
    return Annotation(
        id,
        draw(st.sampled_from(["claim", "source"]) | words),
        span,
        draw(st.dictionaries(texts, values, max_size=3)),
        *(draw(texts), draw(texts), draw(times), draw(times)),
        displaced=None if in_place else excerpt,
        extra=draw(extras),
    )


def _is_there(excerpt: Excerpt, span: Span, text: str) -> bool:
    """Whether nothing tells that the annotation has lost its place."""
    return excerpt.text == span.of(text) and not excerpt.verdict and not excerpt.sha256


@st.composite
def documents(draw: st.DrawFn) -> Document:
    article = draw(articles())
    names = draw(st.lists(ids, unique=True, max_size=8))
    split = draw(st.integers(0, len(names)))
    return Document(
        article,
        MappingProxyType({id: draw(annotations(id, article.text)) for id in names[:split]}),
        MappingProxyType({id: Relation(id, *(draw(words) for _ in range(3)), draw(extras)) for id in names[split:]}),
        Status(draw(st.sampled_from(STATUSES) | words)),
        merged(draw(st.lists(spans(len(article.text)), max_size=3))),
        *(draw(texts), draw(texts), draw(extras), draw(extras)),
        draw(st.sampled_from(["", "cp1252"])),
    )
