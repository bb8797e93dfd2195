"""UIMA types of an export, in the structure of INCEpTION's span and relation layers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

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

    def xml(self) -> str:
        """Return the type system description as XML."""
        types = [_metadata(), *([_string_field()] if self.has_classes else [])]
        types += [_type(type, _strings(ANNOTATION_ID, NOTE)) for type in self._spans.values()]
        ends = [_feature(name, "", ANNOTATION) for name in (SOURCE, TARGET)]
        types += [_type(type, [*ends, *_strings(RELATION_ID)]) for type in self._relations.values()]
        about = [text_element("name", "Annotator"), text_element("version", "1.0"), text_element("vendor", "Annotator")]
        inner = [*about, element("types", inner=types)]
        return DECLARATION + element("typeSystemDescription", {"xmlns": DESCRIPTOR}, inner) + "\n"


def _kind_of(rule: AttributeRule) -> str:
    if rule.many:
        return TEXTS
    return rule.type if rule.type in (NUMBER, FLAG) else TEXT


def _type(type: UimaType, own: list[str]) -> str:
    features = [
        _feature(name, described(attribute, kind, type.meanings.get(attribute, "")), f"uima.cas.{RANGES[kind]}")
        for (attribute, kind), name in type.features.items()
    ]
    return _described(f"{CUSTOM}.{type.short}", type.description, ANNOTATION, [*own, *features])


def _metadata() -> str:
    """Return the type as DKPro Core declares it, since two declarations must not differ."""
    features = [*_strings(*METADATA_FEATURES), _feature("isLastSegment", "", "uima.cas.Boolean")]
    return _described(METADATA, "", "uima.tcas.DocumentAnnotation", features)


def _string_field() -> str:
    """Return the type of named values of a document as DKPro Core declares it."""
    return _described(STRING_FIELD, "", ANNOTATION, _strings("key", "value"))


def _strings(*names: str) -> list[str]:
    return [_feature(name, "", STRING) for name in names]


def _described(name: str, description: str, supertype: str, features: Iterable[str]) -> str:
    named = [text_element("name", name), text_element("description", description)]
    inner = [*named, text_element("supertypeName", supertype), element("features", inner=features)]
    return "\n" + element("typeDescription", inner=inner)


def _feature(name: str, description: str, range: str) -> str:
    inner = [text_element("name", name), text_element("description", description), text_element("rangeTypeName", range)]
    return "\n  " + element("featureDescription", inner=inner)
