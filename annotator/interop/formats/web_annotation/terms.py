"""The words of W3C Web Annotations, and the addresses and words of our own that stand beside them."""

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
"""What the W3C has no words for; values that are JSON to a reader of JSON-LD come through it as they are."""

ANNOTATION, RELATION, DOCUMENT = "annotation", "relation", "document"
KINDS = (ANNOTATION, RELATION, DOCUMENT)
POSITION, QUOTE = "TextPositionSelector", "TextQuoteSelector"
TAGGING, COMMENTING, LINKING, DESCRIBING = "tagging", "commenting", "linking", "describing"
KEPT = "x-web-annotation"
"""The unknown key under which an annotation keeps what it had in another program's file."""

OF_BODY = ("type", "purpose", "value")
PROTECTED = frozenset(
    ("@context", "id", "type", "body", "bodyValue", "target", "attributes", "origin", "extra", "document")
)
"""Keys of an annotation that are never kept as they are, but made anew."""


def address(kind: str, path: str, annotator: str, id: str = "") -> str:
    """The address of an annotation, a relation or a document: the same for the same."""
    return f"{OWN}{kind}:{':'.join(quote(part) for part in (path, annotator, id))}"


def own_id(iri: str) -> tuple[str, str]:
    """The kind and the id in such an address; two empty texts where it is none of ours."""
    parts = iri.removeprefix(OWN).split(":")
    if not iri.startswith(OWN) or len(parts) != 4 or parts[0] not in KINDS:
        return "", ""
    kind, id = parts[0], unquote(parts[3])
    return (kind, id) if id or kind == DOCUMENT else ("", "")


def source_of(path: str) -> str:
    """The article's path as a relative address."""
    return quote(path)


def is_kept(value: Any) -> bool:
    """Whether it is what we keep of another program's annotation, and nothing that somebody else put there."""
    if not isinstance(value, dict) or not {*value} <= {"body", "selector", "keys"}:
        return False
    bodies, selectors, keys = (value.get(key, empty) for key, empty in (("body", []), ("selector", []), ("keys", {})))
    lists = all(isinstance(items, list) and all(isinstance(i, dict) for i in items) for items in (bodies, selectors))
    return lists and isinstance(keys, dict) and not PROTECTED & keys.keys()
