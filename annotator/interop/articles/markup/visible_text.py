"""What a reader of a page sees: its paragraphs, with what the page tells of them, and what is no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.markup.visible_kinds import BLOCK, HEADINGS, context, is_hidden, role_in, thing
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import require

DEEPEST = 1000
WHITESPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
SPACES = re.compile(" {2,}")
SOFT_HYPHEN = "\u00ad"
BETWEEN = {"br": "\n", "tr": "\n", "td": "\t", "th": "\t", "q": "“"}
CELLS = ("td", "th")
FURNISHING = ("nav", "menu", "aside", "footer")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as a reader sees it. ``nodes`` are where its words stand in the tree: elements, and whether after.

    ``level`` is that of a heading, 0 for others; ``is_linked`` tells that all of it is links, ``is_aside`` that it
    stands in what the page itself sets apart.
    """

    text: str
    role: str = ""
    level: int = 0
    is_linked: bool = False
    is_aside: bool = False
    is_item: bool = False
    is_table: bool = False
    nodes: tuple[tuple[Any, bool], ...] = ()


@dataclass(slots=True)
class Visible:
    """A page as a reader sees it; ``things`` are what is no text, each with how many passages stand before it."""

    passages: list[Passage] = field(default_factory=list)
    things: list[tuple[int, str]] = field(default_factory=list)
    hidden: list[Any] = field(default_factory=list)
    soft_hyphens: int = 0


def visible(root: Any, place: str = "") -> Visible:
    """What is seen of the tree. Raises ForeignError where it is nested too deeply."""
    reader = _Reader(place)
    walk = require("lxml.etree", "lxml").iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            reader.leave(element)
        elif not reader.enter(element):
            walk.skip_subtree()
    reader.flush()
    return reader.seen


class _Reader:
    """Goes through the elements and collects the words of the paragraph it is in."""

    def __init__(self, place: str) -> None:
        self.seen = Visible()
        self._place = place
        self._open: list[str] = []
        self._inside: Counter[str] = Counter()
        self._words: list[str] = []
        self._nodes: list[tuple[Any, bool]] = []
        self._unlinked = False
        self._first: Mapping[str, int] = {}

    def enter(self, element: Any) -> bool:
        """Whether there is something to be seen in it."""
        if len(self._open) > DEEPEST:
            raise ForeignError(f"Its elements are nested more than {DEEPEST:,} deep.", self._place)
        if kind := thing(element):
            self.seen.things.append((len(self.seen.passages), kind))
        if is_hidden(element):
            self.seen.hidden.append(element)
            self._open.append("")
            return False
        if element.tag in BLOCK:
            self.flush()
        self._open.append(name := context(element))
        self._inside[name] += 1
        self._special(element)
        self._add(element.text, element, False)
        return True

    def leave(self, element: Any) -> None:
        if name := self._open.pop():
            if element.tag in BLOCK:
                self.flush()
            if element.tag == "q":
                self._words.append("”")
            self._inside[name] -= 1
        self._add(element.tail, element, True)

    def flush(self) -> None:
        """End the paragraph, if there is one."""
        if self._nodes and (text := self._text()):
            self.seen.passages.append(self._passage(text))
        self._words, self._nodes, self._unlinked = [], [], False

    def _special(self, element: Any) -> None:
        """What stands between words without being one; two line breaks end the paragraph."""
        is_first = element.tag in CELLS and element.getprevious() is None
        if element.tag == "br" and self._words and self._words[-1] == "\n":
            self.flush()
        elif element.tag == "q" or (element.tag in BETWEEN and self._words and not is_first):
            self._words.append(BETWEEN[element.tag])

    def _add(self, text: str | None, element: Any, is_after: bool) -> None:
        if not text:
            return
        if text.isspace():
            if self._words and (self._words[-1] != "\n" or self._inside["pre"]):
                self._words.append(self._spaced(text))
            return
        if not self._nodes:
            self._first = dict(self._inside)
        self._unlinked |= not self._inside["a"]
        self._nodes.append((element, is_after))
        self._words.append(self._spaced(text))

    def _spaced(self, text: str) -> str:
        return text if self._inside["pre"] else WHITESPACE.sub(" ", text)

    def _text(self) -> str:
        text = cleaned("".join(self._words))[0]
        self.seen.soft_hyphens += text.count(SOFT_HYPHEN)
        text = text.replace(SOFT_HYPHEN, "")
        if not self._first.get("pre"):
            text = SPACES.sub(" ", text).replace("\n ", "\n").replace(" \t", "\t").replace("\t ", "\t")
        return "\n".join(line.rstrip() for line in text.split("\n") if line.strip()).strip()

    def _passage(self, text: str) -> Passage:
        inside = {tag for tag, count in self._first.items() if count}
        return Passage(
            text,
            role_in(inside),
            next((level for level, tag in enumerate(HEADINGS, 1) if tag in inside), 0),
            not self._unlinked,
            not inside.isdisjoint(FURNISHING),
            "li" in inside,
            not inside.isdisjoint(CELLS),
            tuple(self._nodes),
        )
