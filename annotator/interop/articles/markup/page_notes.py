"""Footnotes of a page or a chapter: the links that refer to them, and the elements that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from annotator.interop.articles.inline.inlay import Inlay
from annotator.interop.articles.inline.levels import mark as shown_mark
from annotator.interop.articles.markup.inline_signs import is_noteref, is_reference
from annotator.interop.articles.markup.visible_kinds import BLOCK

BODIES = ("li", "p", "dd", "aside", "div", "section", "blockquote", "dt", "td", "tr", "table")
AROUND = ("li", "aside", "dd")
MARK = re.compile(r"[\[(]?\s*(?:[0-9]{1,3}|[A-Za-z]|[ivxlIVXL]{1,6}|[*\u2020\u2021\u00a7#]{1,3})\s*[\])]?")
LONGEST_MARK, LONGEST_NOTE, MOST_LINKS = 12, 5_000, 5_000
NEAR = 3
"""Elements around a link that may have the id to which the note links back."""


@dataclass(slots=True)
class PageNotes:
    """Elements that hold notes with their marks, links that refer to notes, and links back from the notes."""

    bodies: dict[Any, str] = field(default_factory=dict)
    references: set[Any] = field(default_factory=set)
    backlinks: set[Any] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.bodies or self.references)

    def hold(self, body: Any, mark: str) -> None:
        """Note that the element holds a note; a term does with the description after it, which has no mark itself."""
        self.bodies.setdefault(body, mark)
        after = body.getnext()
        if body.tag == "dt" and after is not None and after.tag == "dd":
            self.bodies.setdefault(after, "")


def page_notes(root: Any, place: str, targets: MutableMapping[str, str]) -> PageNotes:
    """Return the notes of a page; ``targets`` are the marks of notes in other files of a book, by file and id."""
    notes = PageNotes()
    links = [link for link in root.iter("a") if "#" in link.get("href", "")][:MOST_LINKS]
    if not targets and not any(map(_refers, links)):
        return notes
    ids = {id: element for element in root.xpath("//*[@id] | //a[@name]") for id in _ids(element)}
    for id, element in ids.items():
        mark = targets.get(f"{place}#{id}", "")
        if mark and (body := _body(element)) is not None:
            notes.hold(body, mark)
    known: set[str] = set()
    for link in links:
        if _is_within(link, notes.bodies):
            if _fragment(link) in known or not _text(link).strip("[]()").isalnum():
                notes.backlinks.add(link)
        elif _refers(link):
            known.update(id for element in _near(link) for id in _ids(element))
            _follow(link, place, ids, notes, targets)
    return notes


def is_bare_mark(text: str, mark: str) -> bool:
    """Return whether the text is no more than the mark of the note, or what is around it."""
    return text.strip("[]().: ") in ("", *(shown.strip("[]() ") for shown in (mark, shown_mark(mark, ""))))


def behind_mark(text: str, inlay: Inlay, mark: str, *, is_item: bool) -> tuple[str, Inlay]:
    """Return the note's text behind its mark, in place of the one it may have; an item of a list has none itself."""
    bare = re.escape(mark.strip("[]() "))
    raised = re.escape(shown_mark(mark.strip("[]() "), ""))
    own = re.match(r"[.:)\]]+\s+" if is_item else rf"(?:[\[(]?(?:{bare}|{raised}))?[\])]?[.:]?\s+|[.:)\]]+\s+", text)
    length, shown = own.end() if own else 0, f"{shown_mark(mark, '')} "
    return shown + text[length:], inlay.shifted(len(shown) - length)


def _follow(link: Any, place: str, ids: dict[str, Any], notes: PageNotes, targets: MutableMapping[str, str]) -> None:
    file = unquote(link.get("href", "").partition("#")[0])
    target = normpath(join(dirname(place), file)) if file else place
    if place and target != place:
        targets.setdefault(f"{target}#{_fragment(link)}", _text(link))
        notes.references.add(link)
        return
    element = ids.get(_fragment(link))
    body = _body(element) if element is not None else None
    if body is not None and not any(above is body for above in link.iterancestors()):
        notes.hold(body, _text(link))
        notes.references.add(link)


def _refers(link: Any) -> bool:
    """Return whether the link looks like the mark of a note: it says so, or is a short mark that is raised."""
    text, around = _text(link), link.getparent()
    if is_noteref(link):
        return 0 < len(text) <= LONGEST_MARK
    if not MARK.fullmatch(text):
        return False
    raised = [element for element in (around, *link) if element is not None and element.tag == "sup"]
    return bool(raised) or is_reference(link) or (around is not None and is_reference(around))


def _body(element: Any) -> Any:
    """Return the element that holds the note, None where what is there is no note."""
    body = element
    while body is not None and body.tag not in BODIES and body.tag not in BLOCK:
        body = body.getparent()
    if body is not None and body.tag == "td":
        body = body.getparent()
    if body is None or body.tag not in BODIES:
        return None
    around = body.getparent()
    if body.tag == "p" and around is not None and around.tag in AROUND and body.getprevious() is None:
        body = around
    return body if _is_short(body) and body.find(".//h1") is None else None


def _is_short(body: Any) -> bool:
    length = 0
    for text in body.itertext():  # ends early, since every link may lead into a long one
        length += len(text)
        if length > LONGEST_NOTE:
            return False
    return True


def _is_within(link: Any, bodies: dict[Any, str]) -> bool:
    return bool(bodies) and any(above in bodies for above in link.iterancestors())


def _near(link: Any) -> Iterator[Any]:
    yield link
    for number, above in enumerate(link.iterancestors()):
        if number >= NEAR or above.tag in BODIES:
            return
        yield above


def _ids(element: Any) -> Iterator[str]:
    yield from filter(None, (element.get("id"), element.get("name") if element.tag == "a" else None))


def _fragment(link: Any) -> str:
    return unquote(link.get("href", "").partition("#")[2])


def _text(link: Any) -> str:
    return " ".join("".join(link.itertext()).split())
