"""Names in the XML of OpenDocument texts."""

from __future__ import annotations

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
OFFICE, STYLE, TEXT, TABLE, DRAW = (
    f"{{{NAMESPACE.format(name)}}}" for name in ("office", "style", "text", "table", "drawing")
)
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
