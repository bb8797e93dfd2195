"""XML 1.0 output: forbidden characters are replaced, and whitespace survives a parser's normalisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.translation.messages import N_

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"
REPLACED = N_("characters that XML cannot hold are replaced by �")
IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
IN_ATTRIBUTES = {**IN_TEXT, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
NOT_IN_TEXT = re.compile(f"{FORBIDDEN.pattern}|[{''.join(IN_TEXT)}]")
NOT_IN_ATTRIBUTES = re.compile(f"{FORBIDDEN.pattern}|[{''.join(IN_ATTRIBUTES)}]")


def fits(value: Value) -> bool:
    """Return whether XML can hold every text of the value."""
    if isinstance(value, str):
        return value.isprintable() or not FORBIDDEN.search(value)
    if isinstance(value, dict):
        return all(fits(key) and fits(item) for key, item in value.items())
    return not isinstance(value, list) or all(map(fits, value))


def held(text: str) -> str:
    """Return the text with each character that XML cannot hold replaced."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def content(text: str) -> str:
    """Escape text content; each forbidden character is replaced by one other, so that offsets do not change."""
    return NOT_IN_TEXT.sub(lambda match: IN_TEXT.get(match[0], REPLACEMENT), text)


def element(name: str, attributes: Mapping[str, str] | None = None, inner: Iterable[str] = ()) -> str:
    """Return the element, on one line unless its text has newlines; ``inner`` is XML already."""
    opened = f"<{name}" + "".join(f' {key}="{_attribute(value)}"' for key, value in (attributes or {}).items())
    inside = "".join(inner)
    return f"{opened}>{inside}</{name}>" if inside else f"{opened}/>"


def text_element(name: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return the element with escaped text content."""
    return element(name, attributes, [content(text)])


def tell_what_is_replaced(entry: Entry, report: Report, *written: Value, relation_facts: bool = False) -> None:
    """Report items with characters that XML cannot hold, and the document where ``written`` or its names have some.

    ``relation_facts`` says that attributes and notes of relations are written too.
    """
    if not fits([*written, entry.path, entry.document.annotator]):
        report.document_altered(entry, REPLACED)
    items: list[Annotation | Relation] = [*entry.annotations, *entry.relations]
    for item in items:
        if not fits(_texts(item, relation_facts=relation_facts)):
            report.altered(entry, item, REPLACED)


def _texts(item: Annotation | Relation, *, relation_facts: bool) -> list[Value]:
    if isinstance(item, Relation):
        facts: list[Value] = [item.note, dict(item.attributes)] if relation_facts else []
        return [item.id, item.type, *facts]
    return [item.id, item.label, item.note, dict(item.attributes)]


def _attribute(text: str) -> str:
    return NOT_IN_ATTRIBUTES.sub(lambda match: IN_ATTRIBUTES.get(match[0], REPLACEMENT), text)
