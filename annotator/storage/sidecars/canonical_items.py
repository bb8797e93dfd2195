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
EMPTY: dict[Form, Any] = {Form.WORD: "", Form.TEXT: "", Form.WORDS: (), Form.FLAG: False, Form.VALUES: NOTHING}
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


def canonical_forms(kind: Kind[Item]) -> list[CanonicalForm]:
    """Return the forms of the items of that kind, to be tried in order."""
    return [plain_form(kind), canonical_form(kind)]


@cache
def canonical_form(kind: Kind[Item]) -> CanonicalForm:
    """Return the canonical form of the items of that kind."""
    first, *lines = (_pattern(key) for key in kind.keys)
    readers = [*map(_reader, kind.keys), extra_in]
    nothing = [*(EMPTY[key.form] for key in kind.keys), NOTHING]

    def item_of(groups: Sequence[str | None]) -> Item:
        given = zip(readers, groups, nothing, strict=True)
        return kind.made_of([empty if text is None else read(text) for read, text, empty in given])

    return CanonicalForm(re.compile(f"- {first[2:]}{''.join(lines)}{others(kind.names)}"), item_of)


@cache
def plain_form(kind: Kind[Item]) -> CanonicalForm:
    """Return the form of the items that have their leading words only, all of them plain: most, and read faster."""
    leading = kind.leading_words
    rest = [*(EMPTY[key.form] for key in kind.keys[len(leading) :]), NOTHING]
    names = [at for at, key in enumerate(leading) if at and not key.refers_to]
    make: Callable[..., Item] = kind.item
    is_whole = not any(key.required for key in kind.keys[len(leading) :])

    def item_of(groups: Sequence[str | None]) -> Item | None:
        if not is_whole or not NOT_STRINGS.isdisjoint(groups):
            return None
        words = list(groups)
        for at in names:
            words[at] = short_word_in(words[at] or "")  # equal names of many items share one string
        return make(*words, *rest)

    lines = "".join(f"  {re.escape(word(key.name))}: {WORD}\n" for key in leading)
    return CanonicalForm(re.compile(f"- {lines[2:]}(?! )"), item_of)


def _pattern(key: Key) -> str:
    """Return the pattern of the lines of a key, with one group."""
    name = f"  {re.escape(word(key.name))}:"
    match key.form:
        case Form.WORD:
            lines = f"{name} (.+)\n"
        case Form.TEXT:
            lines = f'{name} (".*")\n'
        case Form.WORDS:
            lines = f"{name}\n((?:  - .+\n)++)"
        case Form.FLAG:
            lines = f"{name} (true)\n"
        case Form.VALUES:
            lines = f"{name}\n((?:    .+\n)++)"
        case Form.PLACE:
            raise ValueError(f"“{key.name}” quotes the article")
    return lines if key.required else f"(?:{lines})?+"


def _reader(key: Key) -> Callable[[str], Any]:
    """Return the function that returns the value of the key for what its group has matched."""
    match key.form:
        case Form.WORD:
            return word_in if key.refers_to or key.name == "id" else short_word_in
        case Form.TEXT:
            return words_in
        case Form.WORDS:
            return item_words_in
        case Form.FLAG:
            return bool
        case Form.VALUES:
            return attributes_in
        case Form.PLACE:
            raise ValueError(f"“{key.name}” quotes the article")


def item_words_in(block: str) -> tuple[str, ...]:
    """Return the words of a list, one a line. Raises ValueError for a word that is not in canonical form."""
    return tuple(word_in(line[4:]) for line in block[:-1].split("\n"))
