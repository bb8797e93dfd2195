"""Visible text of a page: its paragraphs with what the markup says of them, and its non-text content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.counting import Thing
from annotator.interop.articles.extracted import FOOTNOTE
from annotator.interop.articles.inline.inlay import NO_INLAY, Inlay, united
from annotator.interop.articles.inline.settling import settled
from annotator.interop.articles.inline.signs import ENDS, MARK, without_signs
from annotator.interop.articles.markup.inline_signs import inline_sign
from annotator.interop.articles.markup.page_notes import PageNotes, behind_mark, is_bare_mark, page_notes
from annotator.interop.articles.markup.visible_kinds import (
    BLOCK,
    FURNISHING,
    HEADINGS,
    context,
    hides_text,
    is_hidden,
    non_text_kind,
    role_in,
)
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import require
from annotator.translation.messages import _, number

DEEPEST = 1000
WHITESPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
SPACES = re.compile(" {2,}")
SOFT_HYPHEN = "\u00ad"
BETWEEN = {"br": "\n", "tr": "\n", "td": "\t", "th": "\t", "q": "“"}
CELLS = ("td", "th")


@dataclass(frozen=True, slots=True)
class Passage:
    """Visible paragraph. ``nodes`` locate its words in the tree: each an element, and whether they are in its tail.

    ``level`` is the level of a heading, else 0; ``is_linked`` means that all of it is links, ``is_aside`` that it is in
    a menu, sidebar or footer.
    """

    text: str
    role: str = ""
    level: int = 0
    is_linked: bool = False
    is_aside: bool = False
    is_item: bool = False
    is_table: bool = False
    nodes: tuple[tuple[Any, bool], ...] = ()
    inlay: Inlay = NO_INLAY


@dataclass(slots=True)
class Visible:
    """Visible content of a page; ``things`` are its non-text contents, each with the number of passages before it."""

    passages: list[Passage] = field(default_factory=list)
    things: list[tuple[int, Thing]] = field(default_factory=list)
    hidden: list[Any] = field(default_factory=list)
    soft_hyphens: int = 0
    footnotes: int = 0


def visible(root: Any, place: str = "", targets: MutableMapping[str, str] | None = None) -> Visible:
    """Return the visible content of the tree. Raises ForeignError where it is nested too deeply.

    ``targets`` are the marks of notes in other files of a book, by file and id; those that are referred to are added.
    """
    reader = _Reader(place, page_notes(root, place, {} if targets is None else targets))
    walk = require("lxml.etree", "lxml").iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            reader.leave(element)
        elif not reader.enter(element):
            walk.skip_subtree()
    reader.finish()
    return reader.seen


class _Reader:
    """Walk the elements and collect the words of the current paragraph."""

    def __init__(self, place: str, notes: PageNotes) -> None:
        self.seen = Visible()
        self._notes, self._has_notes = notes, bool(notes)
        self._mark, self._is_item = "", False
        self._place = place
        self._open: list[str] = []
        self._inside: Counter[str] = Counter()
        self._words: list[str] = []
        self._nodes: list[tuple[Any, bool]] = []
        self._signs: list[str] = []
        self._signed: list[bool] = []
        self._cut = NO_INLAY
        self._unlinked = False
        self._first: Mapping[str, int] = {}

    def enter(self, element: Any) -> bool:
        """Enter an element and return whether its content is visible. Raises ForeignError beyond ``DEEPEST``."""
        if len(self._open) > DEEPEST:
            raise ForeignError(
                _("Its elements are nested more than {most} deep.").format(most=number(DEEPEST)), self._place
            )
        if kind := non_text_kind(element):
            self.seen.things.append((len(self.seen.passages), kind))
        is_body = self._has_notes and element in self._notes.bodies
        if (is_hidden(element) and not is_body) or (self._has_notes and element in self._notes.backlinks):
            self._pass_over(element)
            self._open.append("")
            self._signed.append(False)
            return False
        if element.tag in BLOCK or is_body:
            self.flush()
        self._open.append(name := self._note(element) if is_body else context(element))
        self._inside[name] += 1
        self._add_separator(element)
        self._begin_sign(element)
        self._add(element.text, element, False)
        return True

    def _pass_over(self, element: Any) -> None:
        """Keep a hidden element in mind, and count it where it has a text that is not in a menu or the like."""
        self.seen.hidden.append(element)
        if not any(self._inside[name] for name in FURNISHING) and hides_text(element):
            self.seen.things.append((len(self.seen.passages), "hidden passage"))

    def leave(self, element: Any) -> None:
        name = self._open.pop()
        if self._signed.pop():
            self._words.append(ENDS[self._signs.pop()])
        if name:
            if element.tag in BLOCK or name == FOOTNOTE:
                self.flush()
            if element.tag == "q":
                self._words.append("”")
            self._inside[name] -= 1
        self._add(element.tail, element, True)

    def flush(self) -> None:
        """End the current paragraph, if there is one."""
        if self._nodes:
            found = settled(self._text())
            inlay = united((self._cut, found.inlay)) if self._cut else found.inlay
            is_shown = bool(found.text) and not self._is_bare_mark(found.text)
            if is_shown:
                self.seen.passages.append(self._passage(*self._marked(found.text, inlay)))
            self._cut = NO_INLAY if is_shown else inlay
        self._words, self._nodes, self._unlinked = [*self._signs], [], False

    def _is_bare_mark(self, text: str) -> bool:
        """Return whether a note begins with its mark on a line of its own, which is put before the next."""
        return bool(self._mark and self._first.get(FOOTNOTE)) and is_bare_mark(text, self._mark)

    def _marked(self, text: str, inlay: Inlay) -> tuple[str, Inlay]:
        """Return the first paragraph of a note behind its mark; any other text as it is."""
        mark, self._mark = (self._mark, "") if self._first.get(FOOTNOTE) else ("", self._mark)
        return behind_mark(text, inlay, mark, is_item=self._is_item) if mark else (text, inlay)

    def finish(self) -> None:
        """End the last paragraph; a deletion after it belongs to its end."""
        self.flush()
        if self._cut and self.seen.passages:
            last = self.seen.passages[-1]
            inlay = united((last.inlay, self._cut.shifted(len(last.text))))
            self.seen.passages[-1] = replace(last, inlay=inlay)

    def _note(self, element: Any) -> str:
        """Begin a note, whose mark is kept for the first of its words; return the name for what is in it."""
        mark = self._notes.bodies[element]
        if mark and not self._inside[FOOTNOTE]:
            self._mark, self._is_item = mark, element.tag == "li"
            self.seen.footnotes += 1
        return FOOTNOTE

    def _begin_sign(self, element: Any) -> None:
        """Put the sign of the element before its words, such as that of a deletion."""
        sign = inline_sign(element)
        if not sign and self._has_notes and element in self._notes.references:
            sign = MARK
        self._signed.append(bool(sign))
        if sign:
            self._signs.append(sign)
            self._words.append(sign)

    def _add_separator(self, element: Any) -> None:
        """Add separators such as line breaks, tabs and quotation marks; two line breaks end the paragraph."""
        is_first = element.tag in CELLS and element.getprevious() is None
        if element.tag == "br" and self._words and self._words[-1] == "\n":
            self.flush()
        elif element.tag == "q" or (element.tag in BETWEEN and self._words and not is_first):
            self._words.append(BETWEEN[element.tag])

    def _add(self, text: str | None, element: Any, is_after: bool) -> None:
        if not text:
            return
        text = without_signs(text)
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

    def _passage(self, text: str, inlay: Inlay) -> Passage:
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
            inlay,
        )
