"""Terms of W3C Web Annotation, and Annotator's own addresses and terms beside them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "urn:annotator:"
OWN_TERMS = {
    "@version": 1.1,
    "own": f"{OWN}terms:",
    "attributes": {"@id": "own:attributes", "@type": "@json"},
    "origin": "own:origin",
    "extra": {"@id": "own:extra", "@type": "@json"},
    "document": {"@id": "own:document", "@type": "@json"},
}
"""JSON-LD terms that the W3C lacks; values declared as JSON pass through JSON-LD processors unchanged."""

ANNOTATION, RELATION, DOCUMENT = "annotation", "relation", "document"
KINDS = (ANNOTATION, RELATION, DOCUMENT)
POSITION, QUOTE = "TextPositionSelector", "TextQuoteSelector"
TAGGING, COMMENTING, LINKING, DESCRIBING = "tagging", "commenting", "linking", "describing"
KEPT = "x-web-annotation"
"""Unknown key of an annotation that keeps its data of another program's file."""

OF_BODY = ("type", "purpose", "value")
PROTECTED = frozenset(
    ("@context", "id", "type", "body", "bodyValue", "target", "attributes", "origin", "extra", "document")
)
"""Keys of an annotation that are always written anew and never kept."""


def address(kind: str, path: str, annotator: str, id: str = "") -> str:
    """Return the address of an annotation, relation or document; equal arguments give equal addresses."""
    return f"{OWN}{kind}:{':'.join(quote(part) for part in (path, annotator, id))}"


def own_id(iri: str) -> tuple[str, str]:
    """Return the kind and id of one of Annotator's addresses; two empty texts for any other."""
    parts = iri.removeprefix(OWN).split(":")
    if not iri.startswith(OWN) or len(parts) != 4 or parts[0] not in KINDS:
        return "", ""
    kind, id = parts[0], unquote(parts[3])
    return (kind, id) if id or kind == DOCUMENT else ("", "")


def source_of(path: str) -> str:
    """Return the article's path as a relative address."""
    return quote(path)


def is_kept(value: Any) -> bool:
    """Return whether the value has the structure of kept data, rather than something else stored at that key."""
    if not isinstance(value, dict) or not {*value} <= {"body", "selector", "keys"}:
        return False
    bodies, selectors, keys = (value.get(key, empty) for key, empty in (("body", []), ("selector", []), ("keys", {})))
    lists = all(isinstance(items, list) and all(isinstance(i, dict) for i in items) for items in (bodies, selectors))
    return lists and isinstance(keys, dict) and not PROTECTED & keys.keys()
