"""The lines of brat's standoff files: what they are made of, and which annotations they speak of.

A line is an id, a tab, blank-separated words, and perhaps another tab and free text. The first letter of the id says
what it is: T a stretch of text, A and M an attribute, R a relation, E an event, N a reference, # a note; * stands for
an equivalence, which has no id.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.span import Span

TEXT, RELATION, EVENT, EQUIVALENCE, NOTE = "T", "R", "E", "*", "#"
ATTRIBUTES = ("A", "M")
KINDS = "TAMREN*#"
NOTES_TYPE = "AnnotatorNotes"
VALUES_TYPE = "Attributes"
"""The type of our own notes: the attributes of an annotation that brat has no place for, as a JSON object."""

KEY = "x-brat"
"""Where a document keeps the lines that we have no place for, an annotation its pieces, a relation its roles."""

LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""All at which brat, which is written in Python, ends a line."""

NEWLINE = "↵"
"""Stands in a note for a newline, for which brat has no place."""

ID = re.compile(r"(?:[A-Za-z]+|#[A-Za-z]*)[0-9]{1,9}\S*|\*")
NUMBERED = re.compile(r"[A-Z#][0-9]{1,9}")
ROLE = re.compile(r"[^:]+:[^:]+")
STRETCH = re.compile(r"\S+ ([0-9]{1,12} [0-9]{1,12}(?:;[0-9]{1,12} [0-9]{1,12})*)")
PIECE = re.compile(f"[^{LINE_BREAKS}]+")


@dataclass(frozen=True, slots=True)
class Line:
    """``words`` are what stands between the tabs, ``tail`` the free text behind; ``number`` is that in its file."""

    id: str
    words: tuple[str, ...]
    tail: str = ""
    number: int = 0

    @property
    def kind(self) -> str:
        return self.id[0]

    @property
    def is_well_formed(self) -> bool:
        """Whether brat takes it, as far as that can be told without the text and the other lines."""
        match self.kind:
            case "T":
                return STRETCH.fullmatch(" ".join(self.words)) is not None
            case "E":
                return bool(self.words) and all(map(ROLE.fullmatch, self.words))
            case "R":
                return len(self.words) == 3 and all(map(ROLE.fullmatch, self.words[1:]))
            case "N":
                return len(self.words) == 3 and ":" in self.words[2]
            case "#":
                return len(self.words) == 2
            case _:
                return self.kind in KINDS and len(self.words) >= 2

    @property
    def references(self) -> list[str]:
        """The ids of what it speaks of; of an event, its trigger first."""
        return [word.rpartition(":")[2] for word in self.words[self._speaking]]

    def naming(self, ids: dict[str, str]) -> Line:
        """The same line, with other ids for what it speaks of."""
        words = list(self.words)
        words[self._speaking] = [_renamed(word, ids) for word in self.words[self._speaking]]
        return Line(self.id, tuple(words), self.tail, self.number)

    def __str__(self) -> str:
        tail = f"\t{self.tail}" if self.tail else ""
        return f"{self.id}\t{' '.join(self.words)}{tail}"

    @property
    def _speaking(self) -> slice:
        match self.kind:
            case "T":
                return slice(0, 0)
            case "E":
                return slice(0, None)
            case "R" | "*":
                return slice(1, None)
            case _:
                return slice(1, 2)


class Numbers:
    """Gives out ids that are not ``taken``."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken}
        self._last: Counter[str] = Counter()

    def new(self, kind: str) -> str:
        """The next free id of that kind."""
        self._last[kind] += 1
        while (id := f"{kind}{self._last[kind]}") in self._taken:
            self._last[kind] += 1
        return id


def line_of(text: str, number: int = 0) -> Line | None:
    """The line; None where it is none of brat's."""
    id, _, rest = text.partition("\t")
    data, _, tail = rest.partition("\t")
    line = Line(id, tuple(data.split()), tail, number)
    return line if ID.fullmatch(id) and line.is_well_formed else None


def pieces(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans without the line breaks in them, which brat has no place for."""
    return [Span(*match.span()) for span in spans for match in PIECE.finditer(text, span.start, span.end)]


def _renamed(word: str, ids: dict[str, str]) -> str:
    role, colon, id = word.rpartition(":")
    return f"{role}{colon}{ids.get(id, id)}"
