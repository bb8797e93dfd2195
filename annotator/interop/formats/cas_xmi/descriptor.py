"""UIMA type system description: the features of each type and their ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.cas_xmi.names import ANNOTATION, CUSTOM, DESCRIPTOR, attribute_of, type_of
from annotator.interop.xml.reading import root_of
from annotator.translation.messages import _

LONGEST_LINE_OF_PARENTS = 100
SPACE = f"{{{DESCRIPTOR}}}"


@dataclass(frozen=True, slots=True)
class Feature:
    """``attribute`` is the attribute's name; ``kind`` is the kind of its values, empty where it is not described."""

    attribute: str
    range: str
    kind: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """Type: the label or relation it stands for, its supertype and its own features.

    ``description`` is what the file says of it; ``allowed`` are the values of a type of strings.
    """

    name: str
    parent: str
    features: dict[str, Feature]
    description: str = ""
    allowed: tuple[str, ...] = ()


class Descriptor:
    """Types of a type system description, with defaults for types that it does not describe."""

    def __init__(self, types: dict[str, Described]) -> None:
        self._types = types

    @classmethod
    def of(cls, data: bytes, place: str) -> Descriptor:
        """Parse a type system description. Raises ForeignError."""
        root = root_of(data, place)
        if root.tag != f"{SPACE}typeSystemDescription":
            raise ForeignError(_("It is not a type system description of UIMA."), place)
        return cls(dict(map(_described, root.iterfind(f"{SPACE}types/{SPACE}typeDescription"))))

    def __iter__(self) -> Iterator[str]:
        """Iterate over the full names of the types that are described."""
        return iter(self._types)

    def described(self, type: str) -> Described | None:
        """Return what is said of the type itself; None where it is not described."""
        return self._types.get(type)

    def features(self, type: str) -> dict[str, Feature]:
        """Return the features of the type by their names, also inherited ones."""
        return {name: feature for found in reversed([*self._line(type)]) for name, feature in found.features.items()}

    def name(self, type: str) -> str:
        """Return the label or relation that a type stands for; by default the last part of the type's name."""
        found = self._types.get(type)
        return found.name if found else type.rpartition(".")[2]

    def feature(self, type: str, name: str) -> Feature:
        """Return the feature, also an inherited one; by default one with an unknown range."""
        for found in self._line(type):
            if name in found.features:
                return found.features[name]
        return Feature(name, "")

    def is_annotation(self, type: str) -> bool:
        """Return whether the type is an annotation type; True for types that are not described."""
        line = [*self._line(type)]
        return not line or line[-1].parent == ANNOTATION

    def _line(self, type: str) -> Iterator[Described]:
        """Yield the type and its supertypes; the limit ends a cycle."""
        for _level in range(LONGEST_LINE_OF_PARENTS):
            found = self._types.get(type)
            if found is None:
                return
            yield found
            type = found.parent


def described_type(
    name: str, parent: str, features: dict[str, Feature], description: str, allowed: tuple[str, ...] = ()
) -> Described:
    """Return the type with the label or relation that it stands for."""
    short = name.rpartition(".")[2]
    stands_for = type_of(description, short) if name.startswith(f"{CUSTOM}.") else short
    return Described(stands_for, parent, features, description, allowed)


def _described(element: Element) -> tuple[str, Described]:
    name, description = _text(element, "name"), element.findtext(f"{SPACE}description", "")
    features = dict(map(_feature, element.iterfind(f"{SPACE}features/{SPACE}featureDescription")))
    allowed = tuple(value.text or "" for value in element.iterfind(f"{SPACE}allowedValues/{SPACE}value/{SPACE}string"))
    return name, described_type(name, _text(element, "supertypeName"), features, description, allowed)


def _feature(element: Element) -> tuple[str, Feature]:
    name = _text(element, "name")
    description = element.findtext(f"{SPACE}description", "")
    attribute, kind = attribute_of(description, name)
    return name, Feature(attribute, _text(element, "rangeTypeName").removeprefix("uima.cas."), kind, description)


def _text(element: Element, name: str) -> str:
    return element.findtext(f"{SPACE}{name}", "").strip()
