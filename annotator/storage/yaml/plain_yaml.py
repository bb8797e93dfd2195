"""Reader of a small subset of YAML, several times faster than PyYAML and without its slow import.

Each key, item and scalar is on one line: block mappings and sequences, words, double quotes without escapes but \\" and
\\\\, lists of these in brackets. All other YAML is left to ``guarded_yaml``, which also reports errors.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.model.annotation import Value
from annotator.storage.yaml.lined_mapping import LinedMapping
from annotator.storage.yaml.yaml_writing import unquoted, value_of

DEEPEST = 8
MOST_BYTES = 256 * 1024
ITEM = "- "
LINE = re.compile(r"^( *)(- )?(?:([a-z][a-z0-9_-]{0,99}):(?: (.+))?|(.*))$", re.MULTILINE)
QUOTED = r'"[^"\\]*+(?:\\["\\][^"\\]*+)*+"'
WORDS = r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?: [A-Za-z0-9_][A-Za-z0-9_.-]*)*"
SCALAR = re.compile(rf"{QUOTED}|{WORDS}(?:, {WORDS})*")
LISTED = re.compile(f"{QUOTED}|{WORDS}")
BRACKETS = re.compile(rf"\[(?:{QUOTED}|{WORDS})(?:, (?:{QUOTED}|{WORDS}))*\]")


def load_plain(data: bytes) -> LinedMapping | None:
    """Return the mapping that ``guarded_yaml.load`` would return; None if the YAML is outside the subset."""
    if len(data) > MOST_BYTES:
        return None
    try:
        lines = _Lines(data.decode())
        found = lines.mapping(0)
    except (_NotPlainError, UnicodeDecodeError):
        return None
    return None if lines.left else found


class _NotPlainError(Exception):
    """The YAML is outside the subset."""


class _Line(NamedTuple):
    """A line: ``key`` is empty if there is none; ``text`` follows the key, or the dash of an item."""

    number: int
    indent: int
    is_item: bool
    key: str
    text: str


END = _Line(0, -1, False, "", "")


class _Lines:
    """Recursive-descent parser of the lines; blank lines and comment lines are skipped."""

    def __init__(self, text: str) -> None:
        if not text.replace("\n", "").isprintable():
            raise _NotPlainError
        self._lines = [
            _Line(number, len(blanks), bool(dash), key, value or other)
            for number, (blanks, dash, key, value, other) in enumerate(LINE.findall(text), 1)
            if dash or key or (other and other[0] != "#")
        ]
        self._lines.append(END)
        self._at = 0
        self._depth = 0

    @property
    def left(self) -> bool:
        """True if there are lines that have not been parsed."""
        return self._lines[self._at] is not END

    def mapping(self, indent: int) -> LinedMapping:
        self._depth += 1
        line = self._lines[self._at]
        mapping = LinedMapping(line.number)
        while line.indent == indent and line.key and not line.is_item:
            if line.key in mapping or self._depth > DEEPEST:
                raise _NotPlainError
            self._at += 1
            mapping.lines[line.key] = line.number
            mapping[line.key] = _scalar(line.text) if line.text else self._below(indent)
            line = self._lines[self._at]
        self._depth -= 1
        if not mapping:
            raise _NotPlainError
        return mapping

    def _below(self, indent: int) -> Value:
        line = self._lines[self._at]
        if line.is_item and line.indent >= indent:
            return self._sequence(line.indent)
        if line.indent <= indent:
            raise _NotPlainError
        return self.mapping(line.indent)

    def _sequence(self, indent: int) -> list[Value]:
        values: list[Value] = []
        while (line := self._lines[self._at]).is_item and line.indent == indent:
            if line.key:
                inner = indent + len(ITEM)
                self._lines[self._at] = _Line(line.number, inner, False, line.key, line.text)
                values.append(self.mapping(inner))
            else:
                self._at += 1
                values.append(_scalar(line.text))
        return values


def _scalar(text: str) -> Value:
    if SCALAR.fullmatch(text):
        return unquoted(text) if text[0] == '"' else value_of(text)
    if BRACKETS.fullmatch(text):
        return [_scalar(item) for item in LISTED.findall(text)]
    raise _NotPlainError
