"""Notation of annotated drafts, from which the shapes of Word, Google Docs and LibreOffice are written.

In a paragraph, “[a:” and “:a]” are where the words of comment a begin and end, “*a*” is a comment at a point and “#1”
the mark of note 1. “@ins{…}”, “@del{…}”, “@from{…}” and “@to{…}” are tracked changes, “@link(…){…}” a link by a
relationship and “@field(…){…}” one that is a field. They may nest and overlap.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"\[(?P<begin>\w):|:(?P<end>\w)\]|\*(?P<point>\w)\*|#(?P<note>\d)|@(?P<open>\w+)(?:\((?P<to>[^)]*)\))?\{|(?P<close>\})"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A comment; ``answers`` is the letter of the one that it is a reply to."""

    writer: str
    text: str
    time: str = ""
    answers: str = ""
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Box:
    """A paragraph with a text box in it."""

    before: str
    inside: str


Block = str | Table | Box


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, and what is to come in: for each remark its words and the letters of its comments, in their order.

    ``by`` is who tracked the changes, ``at`` when. ``heads`` are the page's headers.
    """

    blocks: Sequence[Block]
    comments: Mapping[str, Said] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    heads: str = ""
    by: str = "Ana Ruiz"
    at: str = "2026-03-04T10:00:00Z"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph: words, or one of the kinds of TOKEN and what it says."""

    kind: str
    said: str
    target: str = ""


def tokens(text: str) -> list[Token]:
    """The pieces of a paragraph in their order."""
    found, at = [], 0
    for match in TOKEN.finditer(text):
        if match.start() > at:
            found.append(Token("words", text[at : match.start()]))
        kind = match.lastgroup if match["open"] is None else "open"
        assert kind
        found.append(Token(kind, match[kind], match["to"] or ""))
        at = match.end()
    return [*found, Token("words", text[at:])] if at < len(text) else found
