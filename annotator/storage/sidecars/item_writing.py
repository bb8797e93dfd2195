"""Writing of an item as the table of kinds describes it; annotations, which quote the article, have their own way."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from annotator.model.items import Kept
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.storage.yaml.yaml_writing import entries, items, quoted, word

INDENT = "  "


def item_writer(kind: Kind[Kept]) -> Callable[[Kept], str]:
    """Return the function that returns the block of an item of that kind."""
    first, *others = map(_line_writer, kind.keys)
    values_of = attrgetter(*(key.field for key in kind.keys), "extra")

    def text(item: Kept) -> str:
        id, *values, extra = values_of(item)
        lines = [write(value) for write, value in zip(others, values, strict=True)]
        return f"- {first(id)[len(INDENT) :]}{''.join(lines)}{entries(extra, INDENT) if extra else ''}"

    return text


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
