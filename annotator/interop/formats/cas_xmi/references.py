"""Features that refer to annotations, directly or through links with a role, as INCEpTION's slots do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from annotator.interop.formats.cas_xmi.descriptor import Feature
from annotator.interop.formats.cas_xmi.names import SOURCE, TARGET, XMI

XMI_ID = f"{{{XMI}}}id"
ARRAYS = ("uima.cas.FSArray", "uima.cas.FSList", "uima.cas.NonEmptyFSList")
LINKED, ROLE = "target", "role"


class Reference(NamedTuple):
    """A relation that a feature makes: its id, its type, the id of its annotation, and the structure it leads to."""

    id: str
    type: str
    source: str
    target: str


class References:
    """References between annotations of one CAS; ``found`` has those of the features taken so far."""

    def __init__(self, elements: Sequence[tuple[str, Element]]) -> None:
        self.found: list[Reference] = []
        self._links: dict[str, Element] = {}
        self._arrays: dict[str, Element] = {}
        self._marking: set[str] = set()
        for type, element in elements:
            id = element.get(XMI_ID, "")
            if type in ARRAYS:
                self._arrays[id] = element
            elif {"begin", "end"} <= element.attrib.keys() and not {SOURCE, TARGET} & element.attrib.keys():
                self._marking.add(id)
            elif LINKED in element.attrib and "begin" not in element.attrib:
                self._links[id] = element
        self._elements = elements
        self._unused = {*self._links}

    def is_link(self, element: Element) -> bool:
        """Return whether the element is a link of a slot, which becomes a relation with the slot's annotation."""
        return element.get(XMI_ID, "") in self._links

    def take(self, source: str, feature: Feature, value: str | list[str]) -> bool:
        """Take the feature's value as relations of the annotation; False where it does not refer to annotations.

        A feature that the type system does not describe is taken only where it leads to links.
        """
        ids = self._expanded(" ".join(value) if isinstance(value, list) else value)
        known = self._links.keys() if not feature.range else self._links.keys() | self._marking
        if not ids or not known >= {*ids}:
            return False
        self.found += (self._reference(source, feature, id) for id in ids)
        self._unused -= {*ids}
        return True

    def unused(self) -> Iterator[str]:
        """Yield the type of each link that no feature taken so far leads to."""
        yield from (type for type, element in self._elements if element.get(XMI_ID, "") in self._unused)

    def _expanded(self, value: str) -> list[str]:
        """Return the ids, with those of arrays replaced by what is in them."""
        ids = value.split()
        if not all(id.isascii() and id.isdigit() for id in ids):
            return []
        return [each for id in ids for each in (_in_array(self._arrays[id]) if id in self._arrays else [id])]

    def _reference(self, source: str, feature: Feature, id: str) -> Reference:
        link = self._links.get(id)
        if link is None:
            return Reference(f"{source}-{feature.attribute}-{id}", feature.attribute, source, id)
        return Reference(id, link.get(ROLE) or feature.attribute, source, link.get(LINKED, ""))


def _in_array(array: Element) -> list[str]:
    return array.get("elements", "").split() or [child.text or "" for child in array if child.tag == "elements"]
