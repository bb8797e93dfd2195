"""Names in TEI: XML ids and what the schema takes for a word. The ``n`` beside them has the name as it is here."""

from __future__ import annotations

import re

from annotator.interop.xml.writing import element

NAMESPACE = "http://www.tei-c.org/ns/1.0"
NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]+")


def word(text: str) -> str:
    """The text as an XML name of plain letters."""
    made = NOT_IN_NAMES.sub("_", text)
    return made if made[:1].isalpha() or made[:1] == "_" else f"_{made}"


def named(attribute: str, text: str) -> dict[str, str]:
    """The text as such a name, and as it is where that is another."""
    made = word(text)
    return {attribute: made} if made == text else {attribute: made, "n": text}


class XmlIds:
    """Gives each thing of a document an XML id, which tells its name as far as it can. ``others`` has some already."""

    def __init__(self, others: XmlIds | None = None) -> None:
        self._ids: dict[tuple[str, str], str] = {**others._ids} if others else {}
        self._taken = {*self._ids.values()}

    def of(self, kind: str, name: str) -> str:
        """The id of what is of that kind and has that name."""
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
        """What points to it."""
        return f"#{self.of(kind, name)}"


def anchor_id(position: int) -> str:
    """The id of the anchor at that code point."""
    return f"at{position}"


def anchor(position: int) -> str:
    """The anchor at that code point."""
    return element("anchor", {"xml:id": anchor_id(position)})
