"""Signs of HTML elements within a paragraph: raised, lowered, deleted, inserted, and marks of footnotes."""

from __future__ import annotations

import re
from typing import Any

from annotator.interop.articles.inline.signs import DELETED, INSERTED, LOWERED, MARK, RAISED

OF_TAG = {"sup": RAISED, "sub": LOWERED, "ins": INSERTED, **dict.fromkeys(("del", "s", "strike"), DELETED)}
OF_CLASS = {**dict.fromkeys(("sup", "super", "superscript"), RAISED), **dict.fromkeys(("sub", "subscript"), LOWERED)}
"""Classes that books give to spans in place of the elements."""

STYLED = (
    (re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through", re.I), DELETED),
    (re.compile(r"(?:^|;)\s*vertical-align\s*:\s*super\b", re.I), RAISED),
    (re.compile(r"(?:^|;)\s*vertical-align\s*:\s*sub\b", re.I), LOWERED),
)
"""Styles that editors on the web give to spans in place of the elements."""

REFERENCE = re.compile(r"(?:^|[\s_-])(?:foot|end)?note-?(?:ref|anchor|mark)?\b|\bfnref|\bnoteref|\breference\b", re.I)
LONGEST_MARK = 8
TYPES = ("epub:type", "{http://www.idpf.org/2007/ops}type", "role")


def inline_sign(element: Any) -> str:
    """Return the sign of the element, empty where it has none."""
    if element.tag == "a":
        return MARK if is_noteref(element) else ""
    sign = OF_TAG.get(element.tag, "") or _styled(element)
    if sign == RAISED and _is_mark(element):
        return MARK
    return sign


def is_noteref(element: Any) -> bool:
    """Return whether the element says that it refers to a note."""
    return any("noteref" in element.get(name, "") for name in TYPES)


def is_reference(element: Any) -> bool:
    """Return whether the element is called a reference to a note by its class or id."""
    return bool(REFERENCE.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _styled(element: Any) -> str:
    classes = element.get("class", "").lower().split() if element.tag == "span" else ()
    if named := next((OF_CLASS[name] for name in classes if name in OF_CLASS), ""):
        return named
    style = element.get("style", "") if element.tag in ("span", "font", "p", "div") else ""
    return next((sign for pattern, sign in STYLED if pattern.search(style)), "") if style else ""


def _is_mark(element: Any) -> bool:
    """Return whether raised text is the mark of a note: it is a link of its own, or is called so."""
    around = element.getparent()
    if any(link.get("href") for link in element.iter("a")):
        return True
    if around is not None and around.tag == "a" and len("".join(around.itertext()).strip()) <= LONGEST_MARK:
        return True
    return is_reference(element)
