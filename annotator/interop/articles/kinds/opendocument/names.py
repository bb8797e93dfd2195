"""Names in the XML of OpenDocument texts, and new spans of text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
OFFICE, STYLE, TEXT, TABLE, DRAW = (
    f"{{{NAMESPACE.format(name)}}}" for name in ("office", "style", "text", "table", "drawing")
)
METADATA = f"{{{NAMESPACE.format('meta')}}}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")


def become(element: Element, text: str, tag: str = f"{TEXT}span") -> None:
    """Make a span with this text of the element; what follows it stays."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = tag, text, tail
