"""UIMA types of an export, in the structure of INCEpTION's span and relation layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.interop.formats.cas_xmi.names import (
    ANNOTATION,
    ANNOTATION_ID,
    CUSTOM,
    DESCRIPTOR,
    FLAG,
    METADATA,
    NOTE,
    NUMBER,
    OWN_FEATURES,
    RANGES,
    RELATION_ID,
    SOURCE,
    STRING_FIELD,
    TARGET,
    TEXT,
    TEXTS,
    described,
    feature_name,
    free,
    type_name,
)
from annotator.interop.xml.writing import DECLARATION, element, text_element
from annotator.model.scheme import AttributeRule, Guideline, Scheme

NOTHING_SAID = Guideline()
STRING = "uima.cas.String"
METADATA_FEATURES = ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")


class FeatureDescription(NamedTuple):
    name: str
    description: str
    range: str


class TypeDescription(NamedTuple):
    name: str
    description: str
    parent: str
    features: Sequence[FeatureDescription]


@dataclass(slots=True)
class UimaType:
    """One type; ``features`` maps attribute and kind of value to the feature's name."""

    short: str
    description: str
    features: dict[tuple[str, str], str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)

    def feature(self, attribute: str, kind: str) -> str:
        """Return the name of the feature that holds such values of the attribute; it is created if missing."""
        key = (attribute, kind)
        if key not in self.features:
            self.features[key] = free(feature_name(attribute), {*self.features.values(), *OWN_FEATURES})
        return self.features[key]


class CasTypes:
    """Types of the exported schemes and documents; types are created on first use.

    ``has_classes``: a document has classes of the whole article.
    """

    def __init__(self) -> None:
        self._spans: dict[str, UimaType] = {}
        self._relations: dict[str, UimaType] = {}
        self._schemes: dict[int, Scheme] = {}
        self.has_classes = False

    def declare(self, scheme: Scheme) -> None:
        """Create the types of everything in the scheme."""
        if id(scheme) in self._schemes:
            return
        self._schemes[id(scheme)] = scheme  # a reference, so that its id is not reused
        for label in scheme.labels:
            type = self.span(label.id, label.guideline)
            for rule in label.attributes:
                type.feature(rule.id, _kind_of(rule))
                type.meanings.setdefault(rule.id, rule.guideline.definition)
        for relation in scheme.relations:
            self.relation(relation.id, relation.guideline)

    def span(self, label: str, guideline: Guideline = NOTHING_SAID) -> UimaType:
        """Return the type of a label's annotations."""
        return self._type(self._spans, label, guideline)

    def relation(self, type: str, guideline: Guideline = NOTHING_SAID) -> UimaType:
        """Return the type of such relations."""
        return self._type(self._relations, type, guideline)

    def _type(self, types: dict[str, UimaType], name: str, guideline: Guideline) -> UimaType:
        if name not in types:
            taken = {type.short for type in (*self._spans.values(), *self._relations.values())}
            types[name] = UimaType(free(type_name(name), taken), described(name, guideline.definition))
        return types[name]

    def __iter__(self) -> Iterator[TypeDescription]:
        """Iterate over the descriptions of all types."""
        yield _metadata()
        if self.has_classes:
            yield _string_field()
        for type in self._spans.values():
            yield _type(type, _strings(ANNOTATION_ID, NOTE))
        ends = [FeatureDescription(name, "", ANNOTATION) for name in (SOURCE, TARGET)]
        for type in self._relations.values():
            yield _type(type, [*ends, *_strings(RELATION_ID)])

    def xml(self) -> str:
        """Return the type system description as XML."""
        about = [text_element("name", "Annotator"), text_element("version", "1.0"), text_element("vendor", "Annotator")]
        inner = [*about, element("types", inner=map(_type_as_xml, self))]
        return DECLARATION + element("typeSystemDescription", {"xmlns": DESCRIPTOR}, inner) + "\n"


def _kind_of(rule: AttributeRule) -> str:
    if rule.many:
        return TEXTS
    return rule.type if rule.type in (NUMBER, FLAG) else TEXT


def _type(type: UimaType, own: list[FeatureDescription]) -> TypeDescription:
    features = [
        FeatureDescription(
            name, described(attribute, kind, type.meanings.get(attribute, "")), f"uima.cas.{RANGES[kind]}"
        )
        for (attribute, kind), name in type.features.items()
    ]
    return TypeDescription(f"{CUSTOM}.{type.short}", type.description, ANNOTATION, [*own, *features])


def _metadata() -> TypeDescription:
    """Return the type as DKPro Core declares it, since two declarations must not differ."""
    features = [*_strings(*METADATA_FEATURES), FeatureDescription("isLastSegment", "", "uima.cas.Boolean")]
    return TypeDescription(METADATA, "", "uima.tcas.DocumentAnnotation", features)


def _string_field() -> TypeDescription:
    """Return the type of named values of a document as DKPro Core declares it."""
    return TypeDescription(STRING_FIELD, "", ANNOTATION, _strings("key", "value"))


def _strings(*names: str) -> list[FeatureDescription]:
    return [FeatureDescription(name, "", STRING) for name in names]


def _type_as_xml(type: TypeDescription) -> str:
    named = [text_element("name", type.name), text_element("description", type.description)]
    features = element("features", inner=map(_feature_as_xml, type.features))
    return "\n" + element("typeDescription", inner=[*named, text_element("supertypeName", type.parent), features])


def _feature_as_xml(feature: FeatureDescription) -> str:
    named = [text_element("name", feature.name), text_element("description", feature.description)]
    return "\n  " + element("featureDescription", inner=[*named, text_element("rangeTypeName", feature.range)])
