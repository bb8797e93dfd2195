"""Parsing of values in canonical form; each function raises ValueError for any other form, which is left to YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from annotator.model.annotation import NOTHING, Value
from annotator.storage.yaml.yaml_writing import NOT_STRINGS, PLAIN, entries, quoted, scalar, unquoted, value_of, word

SHORT = 64
ATTRIBUTE = re.compile(
    r'^    ([a-z][a-z0-9_-]{0,99}): (?:("[^"\\\n]*+(?:\\.[^"\\\n]*+)*+")|([^"\n].*))\n', re.MULTILINE
)
"""A line with a plain key and a value, which is in quotes or not."""
MANY = 256
"""Cache size, in values: equal labels and times of many annotations then share one string."""


def number_in(text: str) -> int:
    """Return a whole number without sign. Raises ValueError for leading zeros."""
    if text[0] == "0" and text != "0":
        raise ValueError("a number is not in canonical form")
    return int(text)


def word_in(text: str) -> str:
    """Return a plain or quoted word that is not empty. Raises ValueError for any other form."""
    if PLAIN.fullmatch(text) and text not in NOT_STRINGS:
        return text
    value = unquoted(text)
    if not value or text[0] != '"' or word(value) != text:
        raise ValueError("a word is empty or not in canonical form")
    return value


short_word_in = lru_cache(MANY)(word_in)


def quoted_in(text: str) -> str:
    """Return a text in double quotes. Raises ValueError for any other form."""
    value = text[1:-1].replace("\\n", "\n")  # nearly always the only escape
    if "\\" in value or '"' in value or not text.isprintable():
        value = unquoted(text)
        if quoted(value) != text:
            raise ValueError("words are not in canonical form")
    return value


def words_in(text: str | None) -> str:
    """Return a quoted text that is omitted, as None, if it is empty. Raises ValueError for any other form."""
    if text is None:
        return ""
    if text == '""':
        raise ValueError("words are empty")
    return quoted_in(text)


_repeated = lru_cache(MANY)(words_in)


def short_words_in(text: str | None) -> str:
    """Return the same as ``words_in``, from a cache for short texts, which many annotations share."""
    return _repeated(text) if text is None or len(text) <= SHORT else words_in(text)


def extra_in(block: str | None) -> Mapping[str, Value]:
    """Return the unknown keys of an item; ``block`` is None if there are none."""
    return NOTHING if block is None else _entries(block, "  ")


@lru_cache(MANY)
def attributes_in(block: str) -> Mapping[str, Value]:
    """Return the attributes of an annotation. Raises ValueError for any other form."""
    lines = ATTRIBUTE.findall(block)
    if len(lines) < block.count("\n"):  # there is a list, or a key that is not plain
        return _entries(block, "    ")
    found = {short_word_in(key): quoted_in(text) if text else _short_scalar_in(plain) for key, text, plain in lines}
    if len(found) < len(lines):
        raise ValueError("a key occurs twice")
    return found


def _scalar_in(text: str) -> Value:
    """Return the value that is not in quotes. Raises ValueError for any other form."""
    value = value_of(text)
    if scalar(value) != text:
        raise ValueError("a value is not in canonical form")
    return value


_short_scalar_in = lru_cache(MANY)(_scalar_in)


def _entries(block: str, indent: str) -> Mapping[str, Value]:
    """Return a mapping of texts, numbers and lists of these. Raises ValueError for anything else."""
    found: dict[str, Value] = {}
    values: list[Value] = []
    for line in block[:-1].split("\n"):
        key, colon, text = line.removeprefix(indent).partition(": ")
        if colon:
            found[_key(key)] = _value(text)
        elif key.startswith("- "):
            values.append(_value(key[2:]))
        else:
            values = []
            found[_key(key.removesuffix(":"))] = values
    if entries(found, indent) != block:
        raise ValueError("a value is nested, or not in canonical form")
    return found


def _key(text: str) -> str:
    return unquoted(text) if text.startswith('"') else text


def _value(text: str) -> Value:
    return unquoted(text) if text.startswith('"') else value_of(text)
