"""Documents as hypothesis draws them: every kind of text, nested values, annotations that lost their place."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from annotator.model.annotation import CHECK_STATES, Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import STATUSES, Document, Status
from annotator.model.items import Item
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.model.kinds.table import KINDS
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


def _own_id(number: int) -> str:
    """Return an id as the program makes them: a letter, then five letters or digits."""
    letters, more = "abcdefghijklmnopqrstuvwxyz", []
    for _ in range(5):
        number, digit = divmod(number, 36)
        more.append((letters + "0123456789")[digit])
    return letters[number] + "".join(more)


characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, max_size=40) | st.sampled_from(AWKWARD)
words = st.text(characters, min_size=1, max_size=40) | st.sampled_from(AWKWARD)
ids = st.integers(0, 26 * 36**5 - 1).map(_own_id) | words

numbers = (
    st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(-(10**30), 10**30, allow_nan=False, allow_infinity=False).map(lambda value: value_of(number(value)))
)
scalars = st.none() | st.booleans() | numbers | texts
shallow = scalars | st.lists(scalars, max_size=2) | st.dictionaries(texts, scalars, max_size=2)
deeper = st.lists(shallow, max_size=2) | st.dictionaries(texts, shallow, max_size=2)
deepest = st.lists(deeper, max_size=1) | st.dictionaries(texts, deeper, max_size=1)
values = scalars | shallow | deeper | deepest  # not st.recursive, which draws half of what it gives again
unknown_keys = texts.map(lambda key: f"x {key}")  # none of them is a key that the program knows
extras = st.just({}) | st.dictionaries(unknown_keys, values, max_size=2)
article_characters = st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")
article_texts = st.text(article_characters, min_size=1, max_size=40) | st.sampled_from(
    [text for text in AWKWARD if "\0" not in text]
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = "".join(draw(st.lists(article_texts, min_size=1, max_size=6)))
    return Article.of(draw(words), text.lstrip("\ufeff") or "text")


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def annotations(draw: st.DrawFn, id: str, text: str) -> Annotation:
    span = draw(spans(len(text) + draw(st.sampled_from([0, 5]))))
    could_be_there = span.end <= len(text)
    displaced = None if could_be_there and draw(st.booleans()) else draw(excerpts())
    if could_be_there and displaced and _is_there(displaced, span, text):
        displaced = None
    times = st.just("2026-11-22T06:21:20Z") | texts
    return Annotation(
        id,
        draw(st.sampled_from(["claim", "source"]) | words),
        span,
        draw(st.dictionaries(texts, values, max_size=3)),
        *(draw(texts), draw(texts), draw(times), draw(times)),
        displaced=displaced,
        state=draw(st.just("") | st.sampled_from(CHECK_STATES) | words),
        by_rule=draw(st.just(()) | st.lists(words, max_size=2).map(tuple)),
        wording=draw(st.just({}) | st.dictionaries(texts, values, max_size=2)),
        extra=draw(extras),
    )


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    verdict, sha256 = draw(st.sampled_from(["", "moved", "lost"])), draw(st.sampled_from(["", "0" * 64]))
    return Excerpt(draw(texts), draw(texts), draw(texts), verdict, sha256)


def _is_there(excerpt: Excerpt, span: Span, text: str) -> bool:
    """Whether nothing tells that the annotation has lost its place."""
    return excerpt.text == span.of(text) and not excerpt.verdict and not excerpt.sha256


def values_of(key: Key, names: list[str]) -> st.SearchStrategy[Any]:
    """Return what may stand at a key; references may dangle."""
    words_here = st.sampled_from(names) | words if key.refers_to and names else words
    match key.form:
        case Form.WORD:
            return words_here if key.required else st.just("") | words_here
        case Form.TEXT:
            return words if key.required else texts
        case Form.WORDS:
            return st.lists(words_here, min_size=int(key.required), max_size=3).map(tuple)
        case Form.FLAG:
            return st.booleans()
        case Form.VALUES:
            return st.just({}) | st.dictionaries(texts, values, max_size=2)
        case Form.PLACE:
            raise ValueError(key)


@st.composite
def items(draw: st.DrawFn, kind: Kind[Any], id: str, names: list[str], text: str) -> Item:
    """An item of any kind of the table."""
    if kind.item is Annotation:
        return draw(annotations(id, text))
    return kind.made_of([id, *(draw(values_of(key, names)) for key in kind.keys[1:]), draw(extras)])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    article = draw(articles())
    names = draw(st.lists(ids, unique=True, max_size=8))
    rest, drawn = list(names), {}
    for kind in KINDS.values():
        own = [rest.pop() for _ in range(draw(st.integers(0, len(rest))))]
        drawn[kind.item] = {id: draw(items(kind, id, names, article.text)) for id in own}
    return Document(
        article,
        items={kind: MappingProxyType(some) for kind, some in drawn.items()},
        status=Status(draw(st.sampled_from(STATUSES) | words)),
        read=merged(draw(st.lists(spans(len(article.text)), max_size=3))),
        annotator=draw(texts),
        scheme=draw(texts),
        article_extra=draw(extras),
        extra=draw(extras),
        encoding=draw(st.sampled_from(["", "cp1252"])),
    )
