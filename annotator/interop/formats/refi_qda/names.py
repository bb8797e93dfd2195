"""Names and identifiers in REFI-QDA projects, and how Annotator stores what the standard has no element for.

A label is a code. A choice is a code below the label's, “claim.kind: event”, so that it can be counted and retrieved.
The other attributes of an annotation are lines of a note on its selection: “value: 40000”.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID, uuid5

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.json.reading import value_of
from annotator.interop.json.writing import json_line
from annotator.model.annotation import Value

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"
SOURCES = "Sources"
INTERNAL = "internal://"
ORIGIN = "Annotator"

SPACE_OF_GUIDS = UUID("9d4d5fd4-3b1e-5c5b-9a0e-5a6a1c1f7c11")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
PLAIN_KEY = re.compile(r"\w[\w. -]*")


def guid(*names: str) -> str:
    """Return a GUID that is the same for the same names in every export."""
    return str(uuid5(SPACE_OF_GUIDS, json.dumps(names)))


@lru_cache(maxsize=4096)
def is_time(text: str) -> bool:
    """Return whether the text is an XML time in UTC with seconds."""
    return bool(TIME.fullmatch(text)) and utc(text) == text


def utc(text: str) -> str:
    """Return the time in UTC with seconds; empty where it is invalid or has no time zone."""
    try:
        time = datetime.fromisoformat(text)
        return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if time.tzinfo and time.year >= 1000 else ""
    except (ValueError, OverflowError):
        return ""


def attribute_code(label: str, attribute: str) -> str:
    """Return the name of the code above an attribute's choices; it has the label, as names must be unique."""
    return f"{label}.{attribute}"


def value_code(label: str, attribute: str, value: str) -> str:
    """Return the name of a choice's code."""
    return f"{attribute_code(label, attribute)}: {value}"


def variable_text(value: Value) -> str:
    """Return the value of a variable: a text as it is, unless that could be JSON, and everything else in JSON."""
    return value if isinstance(value, str) and value and variable_value(value) == value else json_line(value)


def variable_value(text: str) -> Value:
    """Return the value of which this is the text."""
    try:
        value: Value = value_of(text.encode(), 1)
    except ForeignError:
        return text
    return value


def attribute_lines(attributes: Mapping[str, Value]) -> str:
    """Return the attributes as lines “name: value”, with values in JSON."""
    return "\n".join(f"{_key(name)}: {json_line(value)}" for name, value in attributes.items())


def attributes_of(lines: str) -> dict[str, Value] | None:
    """Parse such lines; None where they are something else."""
    try:
        return dict(_attribute(line) for line in lines.split("\n"))
    except (ValueError, ForeignError):
        return None


def _key(name: str) -> str:
    return name if PLAIN_KEY.fullmatch(name) and name == name.strip() else json_line(name)


def _attribute(line: str) -> tuple[str, Value]:
    """Parse one line. Raises ValueError and ForeignError."""
    if line.startswith('"'):
        name, end = json.JSONDecoder().raw_decode(line)
        if not line.startswith(": ", end):
            raise ValueError(line)
        return str(name), value_of(line[end + 2 :].encode(), 1)
    name, found, text = line.partition(": ")
    if not found:
        raise ValueError(line)
    return name, value_of(text.encode(), 1)
