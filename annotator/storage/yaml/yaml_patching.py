"""Edit of YAML in place: what has not changed keeps its characters, with comments, quotes, blank lines and order."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from annotator.model.annotation import Value
from annotator.storage.yaml.pairing import paired
from annotator.storage.yaml.placed_yaml import Placed, UnusualLayoutError, above, rest_of_line, start_of_line
from annotator.storage.yaml.yaml_layout import after_key, entry, fits_a_key, is_short, item_of, on_one_line
from annotator.storage.yaml.yaml_writing import NOT_STRINGS, quoted, scalar, value_of

BARE = re.compile(r"[^\W\d_](?:[\w ./-]*\w)?")
"""Texts that stay without quotes where they had none."""


def patched(text: str, old: Placed, value: dict[str, Value]) -> str:
    """Return the YAML with the mapping in place of its root. Raises UnusualLayoutError where it cannot be edited."""
    return text[: old.start] + _Patch(text).collection(old, value) + text[old.end :]


def alike(one: Value, other: Value) -> bool:
    """Tell whether two values are the same, types and order of keys included."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return isinstance(one, type(other)) and isinstance(other, type(one)) and one == other


class _Entry(NamedTuple):
    """An entry in block style: its comment lines, and the rest without the indent of its first line."""

    comments: str
    body: str


class _Patch:
    """Rendering of new values from the text of old ones."""

    def __init__(self, text: str) -> None:
        self._text = text

    def collection(self, old: Placed, value: Value) -> str:
        """Return the text of the collection with the new entries."""
        if alike(old.value, value):
            return self._text[old.start : old.end]
        if not (value and old.values and isinstance(value, dict | list) and isinstance(value, dict) is bool(old.keys)):
            raise UnusualLayoutError
        pairs = paired(_names(old.value), _names(value))
        names = list(value) if isinstance(value, dict) else []
        values = list(value.values()) if isinstance(value, dict) else value
        return (self._block if old.in_block else self._flow)(old, names, values, pairs)

    def _flow(self, old: Placed, names: list[str], values: list[Value], pairs: list[int | None]) -> str:
        parts = [self._flow_entry(old, index, names[at] if names else "", values[at]) for at, index in enumerate(pairs)]
        ends = list(zip([item.end for item in old.values], [*self._starts(old)[1:], old.end], strict=True))
        gaps = [self._text[end:start] for end, start in ends]
        return self._text[old.start : old.first(0).start] + _joined(parts, _between(pairs, gaps[:-1], ", ")) + gaps[-1]

    def _starts(self, old: Placed) -> list[int]:
        return [old.first(index).start for index in range(len(old.values))]

    def _flow_entry(self, old: Placed, index: int | None, name: str, value: Value) -> str:
        if index is None:
            return on_one_line({name: value})[1:-1] if old.keys else on_one_line(value)
        item = old.values[index]
        if not old.keys:
            return self._inline(item, value)
        key = self._scalar(old.keys[index], name)
        if item.is_empty and not alike(item.value, value):
            return f"{key}: {on_one_line(value)}"
        return key + self._text[old.keys[index].end : item.start] + self._inline(item, value)

    def _inline(self, old: Placed, value: Value) -> str:
        if alike(old.value, value):
            return self._text[old.start : old.end]
        if isinstance(value, dict | list):
            is_same_kind = value and old.values and isinstance(value, dict) is bool(old.keys)
            return self.collection(old, value) if is_same_kind else on_one_line(value)
        return on_one_line(value) if old.values else self._scalar(old, value)

    def _scalar(self, old: Placed, value: Value) -> str:
        if alike(old.value, value):
            return self._text[old.start : old.end]
        if not isinstance(value, str):
            return scalar(value)
        if old.style == '"':
            return quoted(value)
        if old.style == "'" and value.isprintable():
            return f"'{value.replace(chr(39), 2 * chr(39))}'"
        return value if not old.style and old.value is not None and _is_bare(value) else scalar(value)

    def _block(self, old: Placed, names: list[str], values: list[Value], pairs: list[int | None]) -> str:
        spans = self._spans(old)
        entries = [
            self._entry(old, spans, index, names[at] if names else "", values[at]) for at, index in enumerate(pairs)
        ]
        gaps = [self._text[spans[at][1] : spans[at + 1][0]] for at in range(len(spans) - 1)]
        kept = [index for index in pairs if index is not None]
        if len(kept) < len(spans):
            gaps = _without_removed(gaps, set(range(len(spans))) - set(kept))
        newline = "\r\n" if "\r\n" in self._text else "\n"
        usual = gaps[0] if gaps and not gaps[0].strip() else newline
        return self._stacked(old, entries, _between(pairs, gaps, usual))

    def _stacked(self, old: Placed, entries: list[_Entry], gaps: list[str]) -> str:
        indent = " " * old.column
        is_after_dash = bool(self._text[start_of_line(self._text, old.start) : old.start].strip())
        if is_after_dash and entries[0].comments:
            raise UnusualLayoutError
        parts = [f"{item.comments}{indent}{item.body}" for item in entries]
        if is_after_dash:
            parts[0] = entries[0].body
        return _joined(parts, gaps)

    def _spans(self, old: Placed) -> list[tuple[int, int]]:
        """Return where each entry begins, with its comments, and ends, without the newline."""
        spans, last = [], old.start
        for index, item in enumerate(old.values):
            body = self._body_start(old, index)
            on_own_line = not self._text[start_of_line(self._text, body) : body].strip(" ")
            begin = above(self._text, body, last) if on_own_line else body
            if begin < last or not (on_own_line or index == 0):
                raise UnusualLayoutError
            last = rest_of_line(self._text, max(item.end, old.first(index).end))
            spans.append((begin, last))
        return spans

    def _body_start(self, old: Placed, index: int) -> int:
        """Return where the entry begins: at its key, in a list at its dash."""
        at = old.first(index).start
        if old.keys:
            body = at
        else:
            body = self._text.rfind("-", 0, at)
            if self._text[body + 1 : at].strip(" "):
                raise UnusualLayoutError
        if body - start_of_line(self._text, body) != old.column:
            raise UnusualLayoutError
        return body

    def _entry(
        self, old: Placed, spans: Sequence[tuple[int, int]], index: int | None, name: str, value: Value
    ) -> _Entry:
        if index is None:
            return _Entry("", entry(name, value, old.column) if old.keys else item_of(value, old.column))
        begin, end = spans[index]
        body = self._body_start(old, index)
        comments = self._text[begin : start_of_line(self._text, body)] if begin < body else ""
        item = old.values[index]
        if not old.keys:
            head = self._text[body : item.start]
            return _Entry(comments, head + self._inline(item, value) + self._text[item.end : end])
        return _Entry(comments, self._named(old, index, name, value, end))

    def _named(self, old: Placed, index: int, name: str, value: Value, end: int) -> str:
        key, item = old.keys[index], old.values[index]
        head, rest = self._scalar(key, name), self._text[item.end : end]
        if not fits_a_key(name) or self._text[key.end :].lstrip(" ")[:1] != ":":
            raise UnusualLayoutError
        if alike(item.value, value) or _stays(item, value):
            return head + self._text[key.end : item.start] + self._inline(item, value) + rest
        if is_short(value):
            return f"{head}:{after_key(value, old.column)}{'' if item.in_block else rest}"
        return f"{head}:{'' if item.in_block else rest}{after_key(value, old.column)}"


def _stays(old: Placed, value: Value) -> bool:
    """Tell whether the new value is put into the place of the old one, in its style."""
    if isinstance(value, dict | list):
        return bool(value and old.values) and isinstance(value, dict) is bool(old.keys)
    return not old.values and not old.is_empty


def _names(value: Value) -> list[Hashable]:
    """Return what the entries of a collection are told apart by: keys, ids, or what they are."""
    if isinstance(value, dict):
        return list(value)
    if not isinstance(value, list):
        return []
    return [("id", str(item.get("id"))) if isinstance(item, dict) else on_one_line(item) for item in value]


def _is_bare(text: str) -> bool:
    return bool(BARE.fullmatch(text)) and text.casefold() not in NOT_STRINGS and value_of(text) == text


def _joined(parts: Sequence[str], gaps: Sequence[str]) -> str:
    return "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))


def _between(pairs: Sequence[int | None], gaps: Sequence[str], usual: str) -> list[str]:
    """Return what stands between the entries: the gaps in their order, and the usual one beside each new entry."""
    left = iter(gaps)
    found, seen = [], pairs[0] is not None
    for index in pairs[1:]:
        found.append(next(left, usual) if seen and index is not None else usual)
        seen = seen or index is not None
    return found


def _without_removed(gaps: list[str], removed: set[int]) -> list[str]:
    """Leave out the gap after each removed entry, after the last one that before it, unless it has comments."""
    going = {min(index, len(gaps) - 1) for index in sorted(removed)}
    return [gap for index, gap in enumerate(gaps) if index not in going or gap.strip()]
