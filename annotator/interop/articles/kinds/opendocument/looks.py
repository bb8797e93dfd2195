"""Raised, lowered and struck-out spans of an OpenDocument text, by the styles they have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from annotator.interop.articles.inline.signs import DELETED, ENDS, LOWERED, RAISED
from annotator.interop.articles.kinds.opendocument.names import STYLE, TEXT

SPAN = f"{TEXT}span"
MOST_STYLES = 50
POSITION = re.compile(r"\s*(?:(super)|(sub)|(-?)\d+(?:\.\d+)?%)")
STRIKES = ("text-line-through-style", "text-line-through-type")


def looks_of(styles: Iterable[Element]) -> dict[str, tuple[str, ...]]:
    """Return the signs for the spans of each style, by its name, with what it has from the styles it is based on."""
    own = {style.get(f"{STYLE}name", ""): style for style in styles if style.get(f"{STYLE}family", "text") == "text"}
    return {name: signs for name in own if (signs := (*_signs(name, own),))}


def sign_spans(body: Element, looks: Mapping[str, tuple[str, ...]]) -> None:
    """Put signs around the text of the spans that are raised, lowered or struck out."""
    for span in list(body.iter(SPAN)) if looks else ():
        for sign in looks.get(span.get(f"{TEXT}style-name", ""), ()):
            span.text = sign + (span.text or "")
            SubElement(span, SPAN).text = ENDS[sign]


def _signs(name: str, own: Mapping[str, Element]) -> Iterable[str]:
    position = _inherited(name, own, ("text-position",))
    found = POSITION.match(position)
    if found and not position.startswith("0%"):
        yield LOWERED if found[2] or found[3] else RAISED
    if _inherited(name, own, STRIKES) not in ("", "none"):
        yield DELETED


def _inherited(name: str, own: Mapping[str, Element], keys: tuple[str, ...]) -> str:
    """Return the first of the properties that the style or one that it is based on has; empty for none."""
    for _step in range(MOST_STYLES):
        style = own.get(name)
        if style is None:
            break
        for properties in style.iter(f"{STYLE}text-properties"):
            for key in keys:
                if value := properties.get(f"{STYLE}{key}"):
                    return value
        name = style.get(f"{STYLE}parent-style-name", "")
    return ""
