"""Scheme from a UIMA type system description."""

from __future__ import annotations

from pathlib import Path

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.cas_xmi.descriptor import Described, Descriptor, Feature
from annotator.interop.formats.cas_xmi.names import (
    ANNOTATION,
    CUSTOM,
    FLAG,
    METADATA,
    NUMBER,
    OWN_FEATURES,
    SOURCE,
    TARGET,
    TEXTS,
)
from annotator.interop.incoming.foreign_scheme import Derived, ForeignScheme
from annotator.model.scheme import AttributeRule, Guideline
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import FileError, told
from annotator.translation.messages import N_, _, number

MOST_BYTES = 2 * MIB
MOST_TYPES, MOST_FEATURES = 2000, 20_000
NUMBERS = ("Integer", "Float", "Double", "Long", "Short", "Byte")
LISTS = ("StringArray", "StringList")
UNJOINED = N_("The file does not say which labels the relation {name} joins: add it with from and to.")
NO_PLACE = N_("{name} of {label} holds {range}, for which a scheme has no type: it is left out.")
NOT_MARKS = N_("The type {name} marks no words: it is left out.")


def scheme_of(path: Path) -> Derived:
    """Return the scheme of the file. Raises ForeignError and FileError."""
    return scheme_of_types(Descriptor.of(bytes_of(path, MOST_BYTES, FileError), ""), path)


def scheme_of_types(types: Descriptor, path: Path) -> Derived:
    """Return the scheme of the types. Raises ForeignError."""
    scheme = ForeignScheme(path.stem)
    kinds = {name: found for name in types if (found := types.described(name))}
    if len(kinds) > MOST_TYPES or sum(len(found.features) for found in kinds.values()) > MOST_FEATURES:
        sentence = _("It has more than {types} types or {features} features, which is too many.")
        raise ForeignError(sentence.format(types=number(MOST_TYPES), features=number(MOST_FEATURES)))
    marking = {name: found for name, found in kinds.items() if types.is_annotation(name)}
    relations = [name for name in marking if {SOURCE, TARGET} <= {*types.features(name)}]
    labels = {name: found for name, found in marking.items() if name not in relations and found.parent != METADATA}
    for name, found in kinds.items():
        if name not in marking and name != METADATA and not found.allowed:
            scheme.note(_(NOT_MARKS).format(name=told(found.name)))
    for name, found in labels.items():
        scheme.label(found.name, told(name), definition=_definition(name, found.description))
    for name, found in labels.items():
        for own, feature in types.features(name).items():
            if own not in OWN_FEATURES:
                _add_feature(found.name, feature, kinds, scheme)
    for name in relations:
        _add_relation(types, name, scheme)
    return scheme.derived()


def _add_feature(label: str, feature: Feature, kinds: dict[str, Described], scheme: ForeignScheme) -> None:
    other = kinds.get(feature.range)
    about = Guideline(_meaning(feature))
    if other and other.allowed:
        rule = AttributeRule(feature.attribute, "choice", other.allowed, guideline=about)
    elif other:
        scheme.relation(feature.attribute, [label], [other.name], told(label))
        return
    elif type := _type_of(feature):
        rule = AttributeRule(
            feature.attribute, type, many=TEXTS in (feature.kind, _kind_of_list(feature)), guideline=about
        )
    else:
        name, holds = told(feature.attribute), told(feature.range)
        scheme.note(_(NO_PLACE).format(name=name, label=told(label), range=holds))
        return
    scheme.attribute(label, rule, told(label))


def _add_relation(types: Descriptor, name: str, scheme: ForeignScheme) -> None:
    """Add a relation whose type has two ends, where these are of labels."""
    features, id = types.features(name), types.name(name)
    ends = [features[end].range for end in (SOURCE, TARGET)]
    if ANNOTATION in ends:
        scheme.note(_(UNJOINED).format(name=told(id)))
        return
    scheme.relation(id, [types.name(ends[0])], [types.name(ends[1])], told(name))
    found = types.described(name)
    scheme.describe_relation(id, _definition(name, found.description) if found else "")


def _type_of(feature: Feature) -> str:
    """Return the type of attribute that holds the feature's values; empty where there is none."""
    if feature.kind in (NUMBER, FLAG):
        return {NUMBER: "number", FLAG: "flag"}[feature.kind]
    if feature.range in NUMBERS:
        return "number"
    if feature.range == "Boolean":
        return "flag"
    return "text" if feature.range in ("String", *LISTS) else ""


def _kind_of_list(feature: Feature) -> str:
    return TEXTS if feature.range in LISTS else ""


def _definition(type: str, description: str) -> str:
    """Return what a description says beside the name that our exports and those of INCEpTION put first."""
    return "\n".join(description.split("\n")[1:]) if type.startswith(f"{CUSTOM}.") else description


def _meaning(feature: Feature) -> str:
    return "\n".join(feature.description.split("\n")[2:]) if feature.kind else feature.description
