"""Writing of an item as the table of kinds describes it; annotations, which quote the article, have their own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from annotator.model.items import Kept
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.storage.yaml.yaml_writing import entries, items, quoted, word

INDENT = "  "


@cache
def section_head(section: str) -> str:
    """Return the line before the items of a section."""
    return f"{word(section)}:\n"


@cache
def item_writer(kind: Kind[Kept]) -> Callable[[Kept], str]:
    """Return the function that returns the block of an item of that kind."""
    leading, others = kind.leading_words, kind.keys[len(kind.leading_words) :]
    lines = "".join(f"{INDENT}{word(key.name)}: {{}}\n" for key in leading)
    beginning: Callable[..., str] = f"- {lines[len(INDENT) :]}".format
    words_of, others_of = _getter(key.field for key in leading), _getter([*(key.field for key in others), "extra"])
    writers: list[Callable[[Any], str]] = [*map(_line_writer, others), lambda extra: entries(extra, INDENT)]

    def text(item: Kept) -> str:
        begun, values = beginning(*map(word, words_of(item))), others_of(item)
        if not any(values):  # as of nearly all
            return begun
        return begun + "".join([write(value) for write, value in zip(writers, values, strict=True)])

    return text


def _getter(fields: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return the function that returns these fields of an item."""
    first, *others = fields
    if others:
        return attrgetter(first, *others)
    one = attrgetter(first)
    return lambda item: (one(item),)


def _line_writer(key: Key) -> Callable[[Any], str]:
    """Return the function that returns the lines of the key for a value; none for an empty value."""
    head = f"{INDENT}{word(key.name)}:"
    match key.form:
        case Form.WORD if key.required:
            return lambda value: f"{head} {word(value)}\n"
        case Form.WORD:
            return lambda value: f"{head} {word(value)}\n" if value else ""
        case Form.TEXT:
            return lambda value: f"{head} {quoted(value)}\n" if value else ""
        case Form.WORDS:
            return lambda value: f"{head}\n{items(value, INDENT)}" if value else ""
        case Form.FLAG:
            return lambda value: f"{head} true\n" if value else ""
        case Form.VALUES:
            return lambda value: f"{head}\n{entries(value, INDENT * 2)}" if value else ""
        case Form.PLACE:
            raise ValueError(f"“{key.name}” quotes the article")
