"""Lines of brat's standoff files, and their references to annotations.

A line is an id, a tab, blank-separated words, and optionally another tab and free text. The id's first letter is the
kind: T a text annotation, A and M an attribute, R a relation, E an event, N a normalization reference, # a note; * is
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
"""Type of Annotator's notes that hold the attributes that brat cannot represent, as a JSON object."""

KEY = "x-brat"
"""Unknown key for brat's own data: kept lines of a document, pieces of an annotation, roles of a relation."""

LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters at which brat, a Python program, ends a line."""

NEWLINE = "↵"
"""Stands for a newline in a note, which brat cannot hold."""

ID = re.compile(r"(?:[A-Za-z]+|#[A-Za-z]*)[0-9]{1,9}\S*|\*")
ROLE = re.compile(r"[^:]+:[^:]+")
STRETCH = re.compile(r"\S+ ([0-9]{1,12} [0-9]{1,12}(?:;[0-9]{1,12} [0-9]{1,12})*)")
PIECE = re.compile(f"[^{LINE_BREAKS}]+")


@dataclass(frozen=True, slots=True)
class Line:
    """Standoff line: ``words`` between the tabs, ``tail`` the free text; ``number`` is its line number in the file."""

    id: str
    words: tuple[str, ...]
    tail: str = ""
    number: int = 0

    @property
    def kind(self) -> str:
        return self.id[0]

    @property
    def is_well_formed(self) -> bool:
        """True if the line is valid in brat, as far as the line alone can tell."""
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
        """Ids that the line refers to; of an event, the trigger first."""
        return [word.rpartition(":")[2] for word in self.words[self._reference_slice]]

    def naming(self, ids: dict[str, str]) -> Line:
        """Return the line with its references renamed by ``ids``."""
        words = list(self.words)
        words[self._reference_slice] = [_renamed(word, ids) for word in self.words[self._reference_slice]]
        return Line(self.id, tuple(words), self.tail, self.number)

    def __str__(self) -> str:
        tail = f"\t{self.tail}" if self.tail else ""
        return f"{self.id}\t{' '.join(self.words)}{tail}"

    @property
    def _reference_slice(self) -> slice:
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
    """Generator of ids that are not ``taken``."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken}
        self._last: Counter[str] = Counter()

    def new(self, kind: str) -> str:
        """Return the next free id of that kind."""
        self._last[kind] += 1
        while (id := f"{kind}{self._last[kind]}") in self._taken:
            self._last[kind] += 1
        return id


def line_of(text: str, number: int = 0) -> Line | None:
    """Parse a line; None where it is not a valid standoff line."""
    id, _, rest = text.partition("\t")
    data, _, tail = rest.partition("\t")
    line = Line(id, tuple(data.split()), tail, number)
    return line if ID.fullmatch(id) and line.is_well_formed else None


def pieces(text: str, spans: Iterable[Span]) -> list[Span]:
    """Split the spans at line breaks, which brat's annotations cannot contain."""
    return [Span(*match.span()) for span in spans for match in PIECE.finditer(text, span.start, span.end)]


def _renamed(word: str, ids: dict[str, str]) -> str:
    role, colon, id = word.rpartition(":")
    return f"{role}{colon}{ids.get(id, id)}"
