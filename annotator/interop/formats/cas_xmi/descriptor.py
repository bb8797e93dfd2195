"""A UIMA type system as a file describes it: what the features of each type hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.cas_xmi.names import ANNOTATION, CUSTOM, DESCRIPTOR, attribute_of, type_of
from annotator.interop.xml.reading import root_of

LONGEST_LINE_OF_PARENTS = 100
SPACE = f"{{{DESCRIPTOR}}}"


@dataclass(frozen=True, slots=True)
class Feature:
    """``attribute`` is what it is called here; ``kind`` is that of its values, where the description tells."""

    attribute: str
    range: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """A type: the label or relation it stands for, its supertype and its own features."""

    name: str
    parent: str
    features: dict[str, Feature]


class Descriptor:
    """The types of a type system description, and what can be said of types that nobody described."""

    def __init__(self, types: dict[str, Described]) -> None:
        self._types = types

    @classmethod
    def of(cls, data: bytes, place: str) -> Descriptor:
        """Raises ForeignError."""
        root = root_of(data, place)
        if root.tag != f"{SPACE}typeSystemDescription":
            raise ForeignError("It is no type system description of UIMA.", place)
        return cls(dict(map(_described, root.iterfind(f"{SPACE}types/{SPACE}typeDescription"))))

    def name(self, type: str) -> str:
        """The label or relation that a type stands for: the last part of its name, where nothing else is said."""
        found = self._types.get(type)
        return found.name if found else type.rpartition(".")[2]

    def feature(self, type: str, name: str) -> Feature:
        """The feature, looked for in the supertypes too."""
        for found in self._line(type):
            if name in found.features:
                return found.features[name]
        return Feature(name, "")

    def is_annotation(self, type: str) -> bool:
        """Whether the type is one of annotations, as far as is known; types that nobody described may be."""
        line = [*self._line(type)]
        return not line or line[-1].parent == ANNOTATION

    def _line(self, type: str) -> Iterator[Described]:
        """The type and its supertypes; no circle is walked twice."""
        for _ in range(LONGEST_LINE_OF_PARENTS):
            found = self._types.get(type)
            if found is None:
                return
            yield found
            type = found.parent


def _described(element: Element) -> tuple[str, Described]:
    name, description = _text(element, "name"), element.findtext(f"{SPACE}description", "")
    short = name.rpartition(".")[2]
    features = dict(map(_feature, element.iterfind(f"{SPACE}features/{SPACE}featureDescription")))
    stands_for = type_of(description, short) if name.startswith(f"{CUSTOM}.") else short
    return name, Described(stands_for, _text(element, "supertypeName"), features)


def _feature(element: Element) -> tuple[str, Feature]:
    name = _text(element, "name")
    attribute, kind = attribute_of(element.findtext(f"{SPACE}description", ""), name)
    return name, Feature(attribute, _text(element, "rangeTypeName").removeprefix("uima.cas."), kind)


def _text(element: Element, name: str) -> str:
    return element.findtext(f"{SPACE}{name}", "").strip()
