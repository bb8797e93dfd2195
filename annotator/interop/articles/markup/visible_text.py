"""Visible text of a page: its paragraphs with what the markup says of them, and its non-text content."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.interop.articles.cleaning import MARK as ORDER_MARK
from annotator.interop.articles.cleaning import Cleaner
from annotator.interop.articles.counting import Thing
from annotator.interop.articles.extracted import FOOTNOTE
from annotator.interop.articles.inline.inlay import NO_INLAY, Inlay, united
from annotator.interop.articles.inline.settling import settled
from annotator.interop.articles.inline.signs import ENDS, MARK, without_signs
from annotator.interop.articles.markup.looks import Look, Looks, sign_of
from annotator.interop.articles.markup.page_notes import PageNotes, behind_mark, is_bare_mark, page_notes
from annotator.interop.articles.markup.visible_kinds import BETWEEN, CELLS, OTHER, Standing, hides_text, standing
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import require
from annotator.translation.messages import _, number

DEEPEST = 1000
WHITESPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
SPACES = re.compile(" {2,}")
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Passage:
    """Visible paragraph. ``nodes`` locate its words in the tree: each an element, and whether they are in its tail.

    ``level`` is the level of a heading, else 0; ``linked`` the share of its characters that are links; ``is_aside``
    means that it is in a menu, sidebar or footer.
    """

    text: str
    role: str = ""
    level: int = 0
    linked: float = 0.0
    is_aside: bool = False
    is_item: bool = False
    is_table: bool = False
    nodes: tuple[tuple[Any, bool], ...] = ()
    inlay: Inlay = NO_INLAY

    @property
    def is_linked(self) -> bool:
        """Return whether all of it is links."""
        return self.linked == 1


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
        self._looks = Looks()
        self._open: list[tuple[str, Look, bool]] = []
        self._inside: dict[str, int] = {}
        self._words: list[str] = []
        self._nodes: list[tuple[Any, bool]] = []
        self._signs: list[str] = []
        self._standings: dict[tuple[str, ...], Standing] = {}
        self._cut = NO_INLAY
        self._cleaner = Cleaner()
        self._linked = self._whole = 0
        self._first: tuple[str, ...] = ()

    def enter(self, element: Any) -> bool:
        """Enter an element and return whether its content is visible. Raises ForeignError beyond ``DEEPEST``."""
        if len(self._open) > DEEPEST:
            raise ForeignError(
                _("Its elements are nested more than {most} deep.").format(most=number(DEEPEST)), self._place
            )
        look = self._looks.of(element)
        if look.thing:
            self.seen.things.append((len(self.seen.passages), look.thing))
        is_body, is_hidden = False, look.is_hidden
        if self._has_notes:
            is_body = element in self._notes.bodies
            is_hidden = (is_hidden and not is_body) or element in self._notes.backlinks
        if is_hidden:
            self._pass_over(element)
            self._open.append(("", look, False))
            return False
        if self._words and (look.is_block or is_body):
            self.flush()
        name = self._note(element) if is_body else look.name
        if name != OTHER:
            self._inside[name] = self._inside.get(name, 0) + 1
        if look.is_between:
            self._add_separator(element)
        is_signed = self._begin_sign(element, look) if look.sign or self._has_notes else False
        self._open.append((name, look, is_signed))
        if text := element.text:
            self._add(text, element, False)
        return True

    def _pass_over(self, element: Any) -> None:
        self.seen.hidden.append(element)
        if hides_text(element, self._inside):
            self.seen.things.append((len(self.seen.passages), "hidden passage"))

    def leave(self, element: Any) -> None:
        name, look, is_signed = self._open.pop()
        if is_signed:
            self._words.append(ENDS[self._signs.pop()])
        if name:
            if self._words and (look.is_block or name == FOOTNOTE):
                self.flush()
            if look.tag == "q":
                self._words.append("”")
            if name != OTHER:
                self._left(name)
        if text := element.tail:
            self._add(text, element, True)

    def _left(self, name: str) -> None:
        if self._inside[name] == 1:
            del self._inside[name]
        else:
            self._inside[name] -= 1

    def flush(self) -> None:
        """End the current paragraph, if there is one."""
        if self._nodes:
            found = settled(self._text())
            inlay = united((self._cut, found.inlay)) if self._cut else found.inlay
            is_shown = bool(found.text) and not self._is_bare_mark(found.text)
            if is_shown:
                self.seen.passages.append(self._passage(*self._marked(found.text, inlay)))
            self._cut = NO_INLAY if is_shown else inlay
        self._words, self._nodes, self._linked, self._whole = [*self._signs], [], 0, 0

    def _is_bare_mark(self, text: str) -> bool:
        """Return whether a note begins with its mark on a line of its own, which is put before the next."""
        return bool(self._mark) and FOOTNOTE in self._first and is_bare_mark(text, self._mark)

    def _marked(self, text: str, inlay: Inlay) -> tuple[str, Inlay]:
        """Return the first paragraph of a note behind its mark; any other text as it is."""
        mark, self._mark = (self._mark, "") if FOOTNOTE in self._first else ("", self._mark)
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
        if mark and FOOTNOTE not in self._inside:
            self._mark, self._is_item = mark, element.tag == "li"
            self.seen.footnotes += 1
        return FOOTNOTE

    def _begin_sign(self, element: Any, look: Look) -> bool:
        """Put the sign of the element, such as that of a deletion, before its words; return whether it has one."""
        sign = sign_of(element, look) if look.sign else ""
        if not sign and self._has_notes and element in self._notes.references:
            sign = MARK
        if sign:
            self._signs.append(sign)
            self._words.append(sign)
        return bool(sign)

    def _add_separator(self, element: Any) -> None:
        """Add separators such as line breaks, tabs and quotation marks; two line breaks end the paragraph."""
        is_first = element.tag in CELLS and element.getprevious() is None
        if element.tag == "br" and self._words and self._words[-1] == "\n":
            self.flush()
        elif element.tag == "q" or (element.tag in BETWEEN and self._words and not is_first):
            self._words.append(BETWEEN[element.tag])

    def _add(self, text: str, element: Any, is_after: bool) -> None:
        text = without_signs(text)
        length = len(text.strip())
        if not length:
            if self._words and (self._words[-1] != "\n" or "pre" in self._inside):
                self._words.append(self._spaced(text))
            return
        if not self._nodes:
            self._first = tuple(self._inside)
        self._whole += length
        if "a" in self._inside:
            self._linked += length
        self._nodes.append((element, is_after))
        self._words.append(self._spaced(text))

    def _spaced(self, text: str) -> str:
        is_plain = text.isprintable() and "  " not in text
        return text if is_plain or "pre" in self._inside else WHITESPACE.sub(" ", text)

    def _text(self) -> str:
        text = "".join(self._words)
        if text.isprintable() and "  " not in text:  # nothing to clean
            return text.strip()
        text = self._cleaner.clean(text.lstrip(ORDER_MARK)).lstrip(ORDER_MARK)
        if SOFT_HYPHEN in text:
            self.seen.soft_hyphens += text.count(SOFT_HYPHEN)
            text = text.replace(SOFT_HYPHEN, "")
        if "pre" not in self._first:
            text = SPACES.sub(" ", text) if "  " in text else text
            text = text.replace("\n ", "\n").replace(" \t", "\t").replace("\t ", "\t")
        if "\n" not in text:
            return text.strip()
        return "\n".join(line.rstrip() for line in text.split("\n") if line.strip()).strip()

    def _passage(self, text: str, inlay: Inlay) -> Passage:
        told = self._standings.get(self._first)
        if told is None:
            told = self._standings[self._first] = standing(self._first)
        linked, nodes = self._linked / self._whole, tuple(self._nodes)
        return Passage(text, told.role, told.level, linked, told.is_aside, told.is_item, told.is_table, nodes, inlay)
