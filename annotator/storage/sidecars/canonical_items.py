"""Patterns and parsing of items in canonical form, made from the table of kinds; annotations have their own way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from annotator.model.annotation import NOTHING
from annotator.model.items import Item
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.storage.sidecars.canonical_values import attributes_in, extra_in, short_word_in, word_in, words_in
from annotator.storage.yaml.yaml_writing import NOT_STRINGS, word

WORD = "([a-z][a-z0-9_-]*)"
OTHERS = r"((?:  (?!(?:{}):).+\n)++)?+"


class CanonicalForm(NamedTuple):
    """Pattern of a block of an item, and the function that makes the item of its groups.

    That function raises ValueError where a value is not in canonical form, and returns None where another form of the
    kind may fit.
    """

    pattern: re.Pattern[str]
    item_of: Callable[[Sequence[str | None]], Item | None]


def others(names: Iterable[str]) -> str:
    """Return the pattern of the further lines of an item, of which none begins with one of the names."""
    return OTHERS.format("|".join(re.escape(word(name)) for name in names))


def canonical_forms(kind: Kind[Item], *, is_plain: bool) -> list[CanonicalForm]:
    """Return the forms of the items of that kind, to be tried in order; ``is_plain`` if all is printable."""
    words_first = all(key.form is Form.WORD for key in kind.keys[: sum(key.required for key in kind.keys)])
    return [plain_form(kind), canonical_form(kind)] if is_plain and words_first else [canonical_form(kind)]


@cache
def canonical_form(kind: Kind[Item]) -> CanonicalForm:
    """Return the canonical form of the items of that kind."""
    first, *lines = (_pattern(key) for key in kind.keys)
    readers = [*map(_reader, kind.keys), extra_in]

    def item_of(groups: Sequence[str | None]) -> Item:
        return kind.made_of([read(text) for read, text in zip(readers, groups, strict=True)])

    return CanonicalForm(re.compile(f"- {first[2:]}{''.join(lines)}{others(kind.names)}"), item_of)


@cache
def plain_form(kind: Kind[Item]) -> CanonicalForm:
    """Return the form of the items that have what is required only, all of it plain words: most, and read faster.

    What is required of the kind must be words and come first.
    """
    required = kind.keys[: sum(key.required for key in kind.keys)]
    rest = [*([_reader(key)(None) for key in kind.keys[len(required) :]]), NOTHING]
    names = [at for at, key in enumerate(required) if at and not key.refers_to]

    def item_of(groups: Sequence[str | None]) -> Item | None:
        if not NOT_STRINGS.isdisjoint(groups):
            return None
        words = list(groups)
        for at in names:
            words[at] = short_word_in(words[at] or "")  # equal names of many items share one string
        return kind.made_of([*words, *rest])

    lines = "".join(f"  {re.escape(word(key.name))}: {WORD}\n" for key in required)
    return CanonicalForm(re.compile(f"- {lines[2:]}(?! )"), item_of)


def _pattern(key: Key) -> str:
    name = re.escape(word(key.name))
    match key.form:
        case Form.WORD if key.required:
            return f"  {name}: (.+)\n"
        case Form.WORD:
            return f"(?:  {name}: (.+)\n)?+"
        case Form.TEXT:
            return f'(?:  {name}: (".*")\n)?+'
        case Form.WORDS:
            return f"(?:  {name}:\n((?:  - .+\n)++))?+"
        case Form.FLAG:
            return f"(?:  {name}: (true)\n)?+"
        case Form.VALUES:
            return f"(?:  {name}:\n((?:    .+\n)++))?+"
        case Form.PLACE:
            raise ValueError(f"“{key.name}” quotes the article")


def _reader(key: Key) -> Callable[[str | None], Any]:
    """Return the function that returns the value of the key for what its group has matched."""
    match key.form:
        case Form.WORD:
            read = word_in if key.refers_to or key.name == "id" else short_word_in
            return lambda text: read(text) if text else ""
        case Form.TEXT:
            return lambda text: _required(key, words_in(text))
        case Form.WORDS:
            return lambda block: _required(key, _words(block) if block else ())
        case Form.FLAG:
            return lambda text: text is not None
        case Form.VALUES:
            return lambda block: attributes_in(block) if block else NOTHING
        case Form.PLACE:
            raise ValueError(f"“{key.name}” quotes the article")


def _words(block: str) -> tuple[str, ...]:
    return tuple(word_in(line[4:]) for line in block[:-1].split("\n"))


def _required(key: Key, value: Any) -> Any:
    if key.required and not value:
        raise ValueError("a required value is missing, which the YAML reader must report")
    return value
