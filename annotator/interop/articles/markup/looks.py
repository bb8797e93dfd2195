"""Looks of elements: what their tag and attributes say of the text in them, found once for all that are alike."""

from __future__ import annotations

from typing import Any, NamedTuple

from annotator.interop.articles.counting import Thing
from annotator.interop.articles.inline.signs import MARK, RAISED
from annotator.interop.articles.markup.inline_signs import is_mark, own_sign
from annotator.interop.articles.markup.visible_kinds import BETWEEN, BLOCK, context, is_hidden, non_text_kind

ATTRIBUTES = frozenset(("hidden", "open", "style", "class", "role", "type", "epub:type", "width", "height"))
"""Attributes by whose values the looks of an element differ; for a link it matters that there is an address."""


class Look(NamedTuple):
    """Look of an element; ``name`` is its context, ``sign`` that of its tag, class or style."""

    tag: str
    thing: Thing | None
    is_hidden: bool
    is_block: bool
    is_between: bool
    name: str
    sign: str


class Looks:
    """Looks of the elements of one page, most of which share tag and attributes with many others."""

    def __init__(self) -> None:
        self._seen: dict[tuple[object, ...], Look] = {}

    def of(self, element: Any) -> Look:
        """Return the look of the element."""
        tag, attributes = element.tag, element.items()
        key: tuple[object, ...] = (tag, *[item for item in attributes if item[0] in ATTRIBUTES])
        if tag == "a" and element.get("href") is not None:
            key = (*key, "href")
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = look_of(element)
        return found


def look_of(element: Any) -> Look:
    """Return the look of an element by itself."""
    tag, hidden = element.tag, is_hidden(element)
    name, sign = ("", "") if hidden else (context(element), own_sign(element))
    return Look(tag, non_text_kind(element), hidden, tag in BLOCK, tag in BETWEEN, name, sign)


def sign_of(element: Any, look: Look) -> str:
    """Return the sign of the element at its place: raised text may be the mark of a note."""
    return MARK if look.sign == RAISED and is_mark(element) else look.sign
