"""YAML with the place of each value in its text, for edits that leave everything else as it is.

Offsets are code points of the text. A collection in block style reaches from the comments right above its first entry
to the end of the last entry's line; every other value has exactly its own characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

from annotator.model.annotation import Value
from annotator.storage.yaml.yaml_writing import value_of

COMMENT = re.compile("(?:^|(?<=[\\s,\\[{]))#[^\n\r\x85\u2028\u2029]*", re.MULTILINE)
COMMENT_LINE = re.compile(r"[ \t]*#[^\n]*")
REST_OF_LINE = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\n]*?)?(?=\r?\n|\r?\Z)")


class UnusualLayoutError(Exception):
    """The YAML is laid out in a way that cannot be edited in place."""


@dataclass(slots=True)
class Placed:
    """A value and its place. ``style`` is the quote of a scalar; ``column`` that of a block collection's entries.

    ``keys`` are those of a mapping, in the order of ``values``; a list has none.
    """

    value: Value
    start: int
    end: int
    style: str = ""
    in_block: bool = False
    column: int = 0
    keys: list[Placed] = field(default_factory=list)
    values: list[Placed] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True if nothing is written where the value is, as after ``key:``."""
        return self.start == self.end

    def first(self, index: int) -> Placed:
        """Return what the entry begins with: its key, in a list its value."""
        return self.keys[index] if self.keys else self.values[index]


def placed(text: str) -> Placed:
    """Return the value of the YAML, which ``guarded_yaml`` has accepted. Raises UnusualLayoutError."""
    node = yaml.compose(text, _loader())
    if node is None:
        raise UnusualLayoutError
    return _placed(text, node)


def _loader() -> Any:
    return yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def rest_of_line(text: str, end: int) -> int:
    """Return the end of the line, if only blanks and a comment are left on it. Raises UnusualLayoutError."""
    if rest := REST_OF_LINE.match(text, end):
        return rest.end()
    raise UnusualLayoutError


def start_of_line(text: str, at: int) -> int:
    """Return where the line begins."""
    return text.rfind("\n", 0, at) + 1


def above(text: str, at: int, after: int) -> int:
    """Return where the comment lines begin that stand right above the line, not before ``after``."""
    begin = start_of_line(text, at)
    while begin > after:
        before = start_of_line(text, begin - 1)
        if before < after or not COMMENT_LINE.fullmatch(text[before : begin - 1].rstrip("\r")):
            break
        begin = before
    return begin


def comments(text: str) -> list[str]:
    """Return all comments of YAML that ``guarded_yaml`` has accepted, in their order, however it is laid out."""
    ends = [(0, 0), *_scalars(text), (len(text), len(text))]
    between = ((end, start) for (_start, end), (start, _end) in pairwise(ends))
    return [found.rstrip() for end, start in between for found in _comments_in(text, end, start)]


def _comments_in(text: str, start: int, end: int) -> list[str]:
    if text.find("#", start, end) < 0:
        return []
    return [found[0] for found in COMMENT.finditer(text, start, end)]


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    for token in yaml.scan(text, _loader()):
        if isinstance(token, yaml.ScalarToken):
            yield _place(text, token, token.style)


def _placed(text: str, node: Any) -> Placed:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(text, node)
    item = Placed([], node.start_mark.index, node.end_mark.index, in_block=not node.flow_style)
    if isinstance(node, yaml.MappingNode):
        item.keys = [_scalar(text, key) for key, _value in node.value]
        item.values = [_placed(text, value) for _key, value in node.value]
        item.value = {str(_text(key)): value.value for (key, _v), value in zip(node.value, item.values, strict=True)}
    else:
        item.values = [_placed(text, value) for value in node.value]
        item.value = [value.value for value in item.values]
    if item.in_block and item.values:
        _stretch(text, item)
    return item


def _text(key: Any) -> str:
    text: str = key.value
    return text


def _scalar(text: str, node: Any) -> Placed:
    style = node.style or ""
    return Placed(node.value if style else value_of(node.value), *_place(text, node, style), style)


def _place(text: str, scalar: Any, style: str | None) -> tuple[int, int]:
    start, end = scalar.start_mark.index, scalar.end_mark.index
    return start, start + len(text[start:end].rstrip()) if style in ("|", ">") else end


def _stretch(text: str, item: Placed) -> None:
    """Let the collection reach over whole lines; the first may begin after a dash."""
    line = start_of_line(text, item.start)
    item.column = item.start - line
    item.end = rest_of_line(text, max(value.end for value in item.values))
    if not text[line : item.start].strip(" "):
        item.start = above(text, item.start, 0)
