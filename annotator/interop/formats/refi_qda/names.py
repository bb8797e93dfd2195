"""What REFI-QDA calls things, and how a project of ours says what the standard has no element for.

A label is a code. A choice is one too, below the label's: “claim.kind: event”, so that it can be counted and retrieved.
The other attributes of an annotation stand in a note of its selection, a line each: “value: 40000”.
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
    """The same for the same names, in every export."""
    return str(uuid5(SPACE_OF_GUIDS, json.dumps(names)))


@lru_cache(maxsize=4096)
def is_time(text: str) -> bool:
    """Whether it is a time as XML has it, in UTC and with seconds."""
    return bool(TIME.fullmatch(text)) and utc(text) == text


def utc(text: str) -> str:
    """The time in UTC and with seconds; empty where there is none, or none that says its zone."""
    try:
        time = datetime.fromisoformat(text)
        return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if time.tzinfo and time.year >= 1000 else ""
    except (ValueError, OverflowError):
        return ""


def attribute_code(label: str, attribute: str) -> str:
    """The name of the code that has an attribute's choices below it; codes of one project never share a name."""
    return f"{label}.{attribute}"


def value_code(label: str, attribute: str, value: str) -> str:
    """The name of a choice's code."""
    return f"{attribute_code(label, attribute)}: {value}"


def attribute_lines(attributes: Mapping[str, Value]) -> str:
    """The attributes as people and programs can read them."""
    return "\n".join(f"{_key(name)}: {json_line(value)}" for name, value in attributes.items())


def attributes_of(lines: str) -> dict[str, Value] | None:
    """What such lines say; None where they are something else."""
    try:
        return dict(_attribute(line) for line in lines.split("\n"))
    except (ValueError, ForeignError):
        return None


def _key(name: str) -> str:
    return name if PLAIN_KEY.fullmatch(name) and name == name.strip() else json_line(name)


def _attribute(line: str) -> tuple[str, Value]:
    """Raises ValueError and ForeignError."""
    if line.startswith('"'):
        name, end = json.JSONDecoder().raw_decode(line)
        if not line.startswith(": ", end):
            raise ValueError(line)
        return str(name), value_of(line[end + 2 :].encode(), 1)
    name, found, text = line.partition(": ")
    if not found:
        raise ValueError(line)
    return name, value_of(text.encode(), 1)
