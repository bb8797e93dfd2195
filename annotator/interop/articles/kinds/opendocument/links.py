"""Hyperlinks of an OpenDocument text: signs around their words, and their targets."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from annotator.interop.articles.inline.signs import begins, ends
from annotator.interop.articles.kinds.opendocument.looks import SPAN
from annotator.interop.articles.kinds.opendocument.names import TEXT
from annotator.interop.articles.margin.margin import Margin

LINK = f"{TEXT}a"
TARGET = "{http://www.w3.org/1999/xlink}href"


def target_of(link: Element) -> str:
    """Return the target of a link; empty for a place in the document itself."""
    target = link.get(TARGET, "").strip()
    return "" if target.startswith("#") else target


def sign_links(body: Element, margin: Margin) -> None:
    """Put signs around the words of the links and take the links into the margin."""
    for link in list(body.iter(LINK)):
        target = target_of(link)
        number = margin.link(target) if target else None
        if number is not None:
            link.text = begins(number) + (link.text or "")
            SubElement(link, SPAN).text = ends(number)
