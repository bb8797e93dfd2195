"""Names in UIMA type systems; they allow only letters, digits and underscores, so descriptions hold the originals.

The first line of a description is the original name, quoted as JSON where it is unusual; the second line of a feature's
description is the kind of its values. Other text follows.
"""

from __future__ import annotations

import json
import re

from annotator.model.annotation import Value

CUSTOM = "webanno.custom"
"""Package of INCEpTION's user-defined layers."""

ANNOTATION = "uima.tcas.Annotation"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
STRING_FIELD = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.MetaDataStringField"
OF_ARTICLE = "article."
"""Beginning of the key of a STRING_FIELD that holds a class of the whole article."""

DESCRIPTOR = "http://uima.apache.org/resourceSpecifier"
TYPE_SYSTEM = "TypeSystem.xml"
XMI = "http://www.omg.org/XMI"
EXTRA_KEY = "x-cas-xmi"
"""Unknown key under which the features of a relation are kept."""

ANNOTATION_ID, RELATION_ID, NOTE = "annotation_id", "relation_id", "note"
SOURCE, TARGET = "Governor", "Dependent"
OWN_FEATURES = frozenset({ANNOTATION_ID, RELATION_ID, NOTE, SOURCE, TARGET, "sofa", "begin", "end", "self", "type"})
"""Names that are not available to attributes: Annotator's, UIMA's, and those that readers rename."""

TEXT, NUMBER, FLAG, TEXTS, JSON = "text", "number", "flag", "texts", "json"
RANGES = {TEXT: "String", NUMBER: "String", FLAG: "Boolean", TEXTS: "StringArray", JSON: "String"}
"""UIMA ranges by kind of value; numbers are text, since INCEpTION has no number type of full precision."""

NO_TYPE, NO_FEATURE = "Label", "attribute"
NUMBERED = re.compile(r"_\d+")


def kind_of(value: Value) -> str:
    """Return the kind of feature that can hold the value."""
    if isinstance(value, str):
        return TEXT
    if isinstance(value, bool):
        return FLAG
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return TEXTS
    return JSON if value is None or isinstance(value, list | dict) else NUMBER


def namespace_of(type: str) -> str:
    """Return the XML namespace of the type with that full name."""
    return f"http:///{type.rpartition('.')[0].replace('.', '/')}.ecore"


def full_name(tag: str) -> str:
    """Return the full type name of an element's tag in ElementTree notation."""
    namespace, _, short = tag.removeprefix("{").rpartition("}")
    package = namespace.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return f"{package}.{short}" if package not in ("", "uima.noNamespace") else short


def feature_name(name: str) -> str:
    """Return the name as a valid feature name."""
    return re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_").lstrip("0123456789_") or NO_FEATURE


def type_name(name: str) -> str:
    """Return the name as a valid type name: attributed_to → AttributedTo."""
    made = feature_name(name)
    return "".join(part[:1].upper() + part[1:] for part in made.split("_")) if made != NO_FEATURE else NO_TYPE


def free(name: str, taken: set[str]) -> str:
    """Return the name, with a number appended where it is taken, ignoring case."""
    lower, number, found = {other.lower() for other in taken}, 1, name
    while found.lower() in lower:
        number += 1
        found = f"{name}_{number}"
    return found


def described(*lines: str) -> str:
    """Return a description whose first line is a name."""
    name, *others = lines
    odd = not name.isprintable() or name != name.strip() or name[:1] in ("", '"')
    return "\n".join([json.dumps(name) if odd else name, *filter(None, others)])


def type_of(description: str, short: str) -> str:
    """Return the label or relation of a type; the type's own name where the description does not give it."""
    name = _named(description)
    return short if name is None or not _is_made_from(type_name(name), short) else name


def attribute_of(description: str, short: str) -> tuple[str, str]:
    """Return a feature's attribute and kind of values; its own name and an empty kind where not described."""
    name = _named(description)
    if name is None or not _is_made_from(feature_name(name), short):
        return short, ""
    kind = (*description.split("\n"), "")[1]
    return name, kind if kind in RANGES else ""


def _named(description: str) -> str | None:
    line = description.split("\n")[0]
    if not line.startswith('"'):
        return line or None
    try:
        name = json.loads(line)
    except ValueError:
        return None
    return name if isinstance(name, str) else None


def _is_made_from(name: str, short: str) -> bool:
    """Return whether the short name was made from that name, with or without a number."""
    return short == name or (short.startswith(name) and bool(NUMBERED.fullmatch(short, len(name))))
