"""Documents as hypothesis draws them: every kind of text, nested values, annotations that lost their place."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from annotator.model.annotation import CHECK_STATES, Annotation, Excerpt, Relation
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

# Each is made once: a strategy that is made anew for every value costs hypothesis more than drawing from it.
empty = st.just("")
labels = st.sampled_from(["claim", "source"]) | words
attributes = st.dictionaries(texts, values, max_size=3)
times = st.just("2026-11-22T06:21:20Z") | texts
states = empty | st.sampled_from(CHECK_STATES) | words
rule_names = st.just(()) | st.lists(words, max_size=2).map(tuple)
wordings = st.just({}) | st.dictionaries(texts, values, max_size=2)
verdicts, hashes = st.sampled_from(["", "moved", "lost"]), st.sampled_from(["", "0" * 64])
statuses = st.sampled_from(STATUSES) | words
encodings = st.sampled_from(["", "cp1252"])
beyond = st.sampled_from([0, 5])
parts_of_text = st.lists(article_texts, min_size=1, max_size=6)
names_of_items = st.lists(ids, unique=True, max_size=8)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = "".join(draw(parts_of_text))
    return Article.of(draw(words), text.lstrip("\ufeff") or "text")


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def annotations(draw: st.DrawFn, id: str, text: str) -> Annotation:
    span = draw(spans(len(text) + draw(beyond)))
    could_be_there = span.end <= len(text)
    displaced = None if could_be_there and draw(st.booleans()) else draw(excerpts())
    if could_be_there and displaced and _is_there(displaced, span, text):
        displaced = None
    return Annotation(
        id,
        draw(labels),
        span,
        draw(attributes),
        *(draw(texts), draw(texts), draw(times), draw(times)),
        displaced=displaced,
        state=draw(states),
        by_rule=draw(rule_names),
        wording=draw(wordings),
        extra=draw(extras),
    )


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    return Excerpt(draw(texts), draw(texts), draw(texts), draw(verdicts), draw(hashes))


def _is_there(excerpt: Excerpt, span: Span, text: str) -> bool:
    """Whether nothing tells that the annotation has lost its place."""
    return excerpt.text == span.of(text) and not excerpt.verdict and not excerpt.sha256


@lru_cache(maxsize=64)
def values_of(key: Key, names: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Return what may stand at a key; references may dangle. ``names`` are what it may refer to."""
    words_here = st.sampled_from(names) | words if names else words
    match key.form:
        case Form.WORD:
            return words_here if key.required else empty | words_here
        case Form.TEXT:
            return words if key.required else texts
        case Form.WORDS:
            return st.lists(words_here, min_size=int(key.required), max_size=3).map(tuple)
        case Form.FLAG:
            return st.booleans()
        case Form.VALUES:
            return wordings
        case Form.PLACE:
            raise ValueError(key)


@st.composite
def items(draw: st.DrawFn, kind: Kind[Any], id: str, names: tuple[str, ...], text: str) -> Item:
    """An item of any kind of the table."""
    if kind.item is Annotation:
        return draw(annotations(id, text))
    return kind.made_of(
        [id, *(draw(values_of(key, names if key.refers_to else ())) for key in kind.keys[1:]), draw(extras)]
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    article = draw(articles())
    names = tuple(draw(names_of_items))
    others = [Relation, *(kind for kind in KINDS if kind is not Annotation)]  # half annotations, then all alike
    annotated = draw(st.integers(0, len(names)))
    drawn: dict[type[Item], dict[str, Item]] = {kind: {} for kind in KINDS}
    for at, id in enumerate(names):
        kind = Annotation if at < annotated else draw(st.sampled_from(others))
        drawn[kind][id] = draw(items(KINDS[kind], id, names, article.text))
    return Document(
        article,
        items={kind: MappingProxyType(some) for kind, some in drawn.items()},
        status=Status(draw(statuses)),
        read=merged(draw(st.lists(spans(len(article.text)), max_size=3))),
        annotator=draw(texts),
        scheme=draw(texts),
        article_extra=draw(extras),
        extra=draw(extras),
        encoding=draw(encodings),
    )
