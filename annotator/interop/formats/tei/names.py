"""Names in TEI: XML ids and schema words; the attribute ``n`` has the original name beside them."""

from __future__ import annotations

import re

from annotator.interop.xml.writing import element

NAMESPACE = "http://www.tei-c.org/ns/1.0"
NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]+")


def word(text: str) -> str:
    """Return the text as an XML name of ASCII letters, digits, “_”, “.” and “-”."""
    made = NOT_IN_NAMES.sub("_", text)
    return made if made[:1].isalpha() or made[:1] == "_" else f"_{made}"


def named(attribute: str, text: str) -> dict[str, str]:
    """Return the text as an XML name, with the original as ``n`` where it differs."""
    made = word(text)
    return {attribute: made} if made == text else {attribute: made, "n": text}


class XmlIds:
    """Assign unique XML ids that resemble the names. Ids of ``others`` are taken over."""

    def __init__(self, others: XmlIds | None = None) -> None:
        self._ids: dict[tuple[str, str], str] = {**others._ids} if others else {}
        self._taken = {*self._ids.values()}

    def of(self, kind: str, name: str) -> str:
        """Return the id for a kind and name; the same for the same pair."""
        key = (kind, name)
        if key not in self._ids:
            made = found = f"{kind}.{NOT_IN_NAMES.sub('_', name)}"
            number = len(self._taken)
            while found in self._taken:
                found, number = f"{made}.{number}", number + 1
            self._taken.add(found)
            self._ids[key] = found
        return self._ids[key]

    def pointer(self, kind: str, name: str) -> str:
        """Return the pointer to that id."""
        return f"#{self.of(kind, name)}"


def anchor_id(position: int) -> str:
    """Return the id of the anchor at that position in code points."""
    return f"at{position}"


def anchor(position: int) -> str:
    """Return the anchor element at that position in code points."""
    return element("anchor", {"xml:id": anchor_id(position)})
