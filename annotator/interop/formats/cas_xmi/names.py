"""Names in UIMA type systems: of letters, digits and underscores only, so descriptions have the names of the scheme.

The first line of a description is the name as the scheme has it, in quotation marks where it is an odd one; the second
line of a feature's is the kind of its values. What else is said of it follows.
"""

from __future__ import annotations

import json
import re

from annotator.model.annotation import Value

CUSTOM = "webanno.custom"
"""Where INCEpTION keeps the layers that its users make."""

ANNOTATION = "uima.tcas.Annotation"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
DESCRIPTOR = "http://uima.apache.org/resourceSpecifier"
TYPE_SYSTEM = "TypeSystem.xml"
XMI = "http://www.omg.org/XMI"
EXTRA_KEY = "x-cas-xmi"
"""Under which the features of a relation are kept."""

ANNOTATION_ID, RELATION_ID, NOTE = "annotation_id", "relation_id", "note"
SOURCE, TARGET = "Governor", "Dependent"
OWN_FEATURES = frozenset({ANNOTATION_ID, RELATION_ID, NOTE, SOURCE, TARGET, "sofa", "begin", "end", "self", "type"})
"""Names that no attribute's feature can have: ours, UIMA's, and those that readers rename."""

TEXT, NUMBER, FLAG, TEXTS, JSON = "text", "number", "flag", "texts", "json"
RANGES = {TEXT: "String", NUMBER: "String", FLAG: "Boolean", TEXTS: "StringArray", JSON: "String"}
"""The kinds of values, and as what they are written: numbers as text, since INCEpTION has none of full precision."""

NO_TYPE, NO_FEATURE = "Label", "attribute"
NUMBERED = re.compile(r"_\d+")


def kind_of(value: Value) -> str:
    """Of which kind the feature has to be that holds the value."""
    if isinstance(value, str):
        return TEXT
    if isinstance(value, bool):
        return FLAG
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return TEXTS
    return JSON if value is None or isinstance(value, list | dict) else NUMBER


def namespace_of(type: str) -> str:
    """The XML namespace of the type with that full name."""
    return f"http:///{type.rpartition('.')[0].replace('.', '/')}.ecore"


def full_name(tag: str) -> str:
    """The type of an element, given as ElementTree does."""
    namespace, _, short = tag.removeprefix("{").rpartition("}")
    package = namespace.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return f"{package}.{short}" if package not in ("", "uima.noNamespace") else short


def feature_name(name: str) -> str:
    """The name as a feature can have it."""
    return re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_").lstrip("0123456789_") or NO_FEATURE


def type_name(name: str) -> str:
    """The name as a type can have it: attributed_to → AttributedTo."""
    made = feature_name(name)
    return "".join(part[:1].upper() + part[1:] for part in made.split("_")) if made != NO_FEATURE else NO_TYPE


def free(name: str, taken: set[str]) -> str:
    """The name, with a number where it is taken, be it in other case."""
    lower, number, found = {other.lower() for other in taken}, 1, name
    while found.lower() in lower:
        number += 1
        found = f"{name}_{number}"
    return found


def described(*lines: str) -> str:
    """A description that begins with a name."""
    name, *others = lines
    odd = not name.isprintable() or name != name.strip() or name[:1] in ("", '"')
    return "\n".join([json.dumps(name) if odd else name, *filter(None, others)])


def type_of(description: str, short: str) -> str:
    """The label or relation that a type is for; the type's own name where the description tells none."""
    name = _named(description)
    return short if name is None or not _made(type_name(name), short) else name


def attribute_of(description: str, short: str) -> tuple[str, str]:
    """The attribute that a feature is for, and the kind of its values; its own name where none is told."""
    name = _named(description)
    if name is None or not _made(feature_name(name), short):
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


def _made(name: str, short: str) -> bool:
    """Whether the short name is that one, or has a number behind it."""
    return short == name or (short.startswith(name) and bool(NUMBERED.fullmatch(short, len(name))))
