"""Reads the plainest YAML several times faster than PyYAML, whose import alone takes longer than opening an article.

Each key, item and scalar is on one line: block mappings and sequences, words, double quotes without escapes but \\" and
\\\\, lists of these in brackets. Whatever goes beyond that is left to ``guarded_yaml``, which also says what is wrong.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.model.annotation import Value
from annotator.storage.lined import Lined
from annotator.storage.yaml_text import unquoted, value_of

DEEPEST = 8
MOST_BYTES = 256 * 1024
ITEM = "- "
KEY = re.compile(r"([a-z][a-z0-9_-]{0,99}):(?: (.+))?")
QUOTED = r'"(?:[^"\\]|\\["\\])*"'
WORDS = r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?: [A-Za-z0-9_][A-Za-z0-9_.-]*)*"
SCALAR = re.compile(rf"{QUOTED}|{WORDS}(?:, {WORDS})*")
LISTED = re.compile(f"{QUOTED}|{WORDS}")
BRACKETS = re.compile(rf"\[(?:{QUOTED}|{WORDS})(?:, (?:{QUOTED}|{WORDS}))*\]")


def load_plain(data: bytes) -> Lined | None:
    """The mapping that ``guarded_yaml.load`` would give; None where only that can tell."""
    if len(data) > MOST_BYTES:
        return None
    try:
        lines = _Lines(data.decode())
        found = lines.mapping(0)
    except (_NotPlainError, UnicodeDecodeError):
        return None
    return None if lines.left else found


class _NotPlainError(Exception):
    pass


class _Line(NamedTuple):
    number: int
    indent: int
    text: str


END = _Line(0, -1, "")


class _Lines:
    """Goes from line to line, leaving out blank ones and those that are a comment."""

    def __init__(self, text: str) -> None:
        self._lines = list(map(_line, range(1, text.count("\n") + 2), text.split("\n")))
        self._lines = [line for line in self._lines if line.text and line.text[0] != "#"]
        self._lines.append(END)
        self._at = 0
        self._depth = 0

    @property
    def left(self) -> bool:
        """Whether something was not read."""
        return self._here is not END

    @property
    def _here(self) -> _Line:
        return self._lines[self._at]

    def mapping(self, indent: int) -> Lined:
        self._depth += 1
        mapping = Lined(self._here.number)
        while self._here.indent == indent and (match := KEY.fullmatch(self._here.text)):
            key, text = match.groups()
            if key in mapping or self._depth > DEEPEST:
                raise _NotPlainError
            mapping.lines[key] = self._here.number
            self._at += 1
            mapping[key] = _scalar(text) if text else self._below(indent)
        self._depth -= 1
        if not mapping:
            raise _NotPlainError
        return mapping

    def _below(self, indent: int) -> Value:
        inner = self._here.indent
        if self._here.text.startswith(ITEM) and inner >= indent:
            return self._sequence(inner)
        if inner <= indent:
            raise _NotPlainError
        return self.mapping(inner)

    def _sequence(self, indent: int) -> list[Value]:
        values: list[Value] = []
        while self._here.indent == indent and self._here.text.startswith(ITEM):
            number, _, text = self._here
            text = text[len(ITEM) :]
            if KEY.fullmatch(text):
                self._lines[self._at] = _Line(number, indent + len(ITEM), text)
                values.append(self.mapping(indent + len(ITEM)))
            else:
                self._at += 1
                values.append(_scalar(text))
        return values


def _line(number: int, text: str) -> _Line:
    if not text.isprintable():
        raise _NotPlainError
    stripped = text.lstrip(" ")
    return _Line(number, len(text) - len(stripped), stripped)


def _scalar(text: str) -> Value:
    if SCALAR.fullmatch(text):
        return unquoted(text) if text[0] == '"' else value_of(text)
    if BRACKETS.fullmatch(text):
        return [_scalar(item) for item in LISTED.findall(text)]
    raise _NotPlainError
