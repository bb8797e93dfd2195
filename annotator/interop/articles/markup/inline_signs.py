"""Signs of HTML elements within a paragraph: raised, lowered, deleted, inserted, and marks of footnotes."""

from __future__ import annotations

import re
from typing import Any

from annotator.interop.articles.inline.signs import DELETED, INSERTED, LOWERED, MARK, RAISED

OF_TAG = {"sup": RAISED, "sub": LOWERED, "ins": INSERTED, **dict.fromkeys(("del", "s", "strike"), DELETED)}
OF_CLASS = {**dict.fromkeys(("sup", "super", "superscript"), RAISED), **dict.fromkeys(("sub", "subscript"), LOWERED)}
"""Classes that books give to spans in place of the elements."""

REFERENCE = re.compile(
    r"foot-?note|end-?note|note-?ref|\breference\b|(?:^|[\s#_-])_?(?:ftnt?|edn|fn|cite)[-_:]?(?:ref|note)?[-_:]?\w*\d",
    re.I,
)
"""Names by which programs and sites call the marks of notes, and the ids of the notes."""

STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
LEVELED = re.compile(r"(?:^|;)\s*vertical-align\s*:\s*(super|sub)\b", re.I)
INLINE = frozenset(("span", "font", "a", "b", "strong", "i", "em", "small", "u"))
NAMES = ("class", "id", "name", "href")
LONGEST_MARK = 8
TYPES = ("epub:type", "role")


def own_sign(element: Any) -> str:
    """Return the sign that the element has by its tag and attributes, empty where it has none."""
    tag = element.tag
    if tag == "a" and is_noteref(element):
        return MARK
    return OF_TAG.get(tag) or _styled(tag, element)


def is_noteref(element: Any) -> bool:
    """Return whether the element says that it refers to a note."""
    return any("noteref" in value for name in TYPES if (value := element.get(name)))


def is_reference(element: Any) -> bool:
    """Return whether the element is called the mark of a note, by its class, its id or where it leads to."""
    return any(REFERENCE.search(element.get(name, "")) for name in NAMES)


def _styled(tag: str, element: Any) -> str:
    """Return the sign that the element has by its class or style, as editors and books put them on spans."""
    if tag == "span" and (classes := element.get("class")):
        named = next((OF_CLASS[name] for name in classes.lower().split() if name in OF_CLASS), "")
        if named:
            return named
    style = element.get("style")
    if not style:
        return ""
    if STRUCK.search(style):
        return DELETED
    found = LEVELED.search(style) if tag in INLINE else None
    return {"super": RAISED, "sub": LOWERED}[found[1].lower()] if found else ""


def is_mark(element: Any) -> bool:
    """Return whether raised text is the mark of a note: it is a link of its own, or is called so."""
    around = element.getparent()
    if any(link.get("href") for link in element.iter("a")):
        return True
    if around is not None and around.tag == "a" and len("".join(around.itertext()).strip()) <= LONGEST_MARK:
        return True
    return is_reference(element)
