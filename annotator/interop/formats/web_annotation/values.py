"""Values of a W3C annotation, in the many forms that the standard allows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from annotator.interop.formats.web_annotation.terms import COMMENTING, OF_BODY, POSITION, QUOTE, TAGGING
from annotator.interop.json.reading import Fields
from annotator.translation.messages import _

TAGS = (TAGGING, "classifying")
COMMENTS = (COMMENTING, "describing", "replying", "")
PAGES = re.compile(r"\.x?html?$", re.IGNORECASE)
OURS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(slots=True)
class Said:
    """Bodies of an annotation: the first tag, the comments, the addresses and the others."""

    label: str = ""
    comments: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    others: list[dict[str, Any]] = field(default_factory=list)
    says_more: bool = False


@dataclass(slots=True)
class Target:
    """Target of an annotation: offsets, if any, and the quoted words with their context."""

    source: str
    position: tuple[int, int] | None = None
    quote: str = ""
    around: tuple[str, str] = ("", "")
    others: list[dict[str, Any]] = field(default_factory=list)


def is_annotation(item: Fields) -> bool:
    """Return whether the item declares the type Annotation."""
    return "Annotation" in many(item.values.get("type", item.values.get("@type")))


def id_of(item: Fields) -> str:
    """Return the annotation's address; empty where it has none."""
    return item.text("id") or item.text("@id")


def word_of(value: Any) -> str:
    """Return the first of one or several terms, such as a motivation, without the “oa:” prefix; empty where none."""
    word = next((word for word in many(value) if isinstance(word, str)), "")
    return word.removeprefix("oa:")


def creator_of(item: Fields) -> str:
    """Return the creator's name, or else address; empty where neither is given."""
    creator = next(iter(many(item.values.get("creator"))), "")
    if isinstance(creator, dict):
        creator = next((creator[key] for key in ("name", "nickname", "id") if creator.get(key)), "")
    return creator if isinstance(creator, str) else ""


def is_more_than_a_name(item: Fields) -> bool:
    """Return whether there are several creators, or one with an address or an account."""
    makers = many(item.values.get("creator"))
    return len(makers) > 1 or any(isinstance(maker, dict) and {*maker} - {"type", "name"} for maker in makers)


def time_of(text: str) -> str:
    """Return the time in UTC to the second; unchanged where it has no time zone or is invalid."""
    try:
        time = datetime.fromisoformat(text)
        if OURS.fullmatch(text) or time.tzinfo is None:
            return text
        return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return text


def said_by(item: Fields) -> Said:
    """Return the annotation's bodies. Raises ForeignError."""
    said = Said()
    for body in many(item.values.get("body")):
        if isinstance(body, str):
            said.addresses.append(body)
        elif not isinstance(body, dict):
            item.fail(_("A “body” must be an object or an address."))
        elif {*body} == {"id"} and isinstance(body["id"], str):
            said.addresses.append(body["id"])
        else:
            _add_body(said, body)
    if item.text("bodyValue"):
        said.comments.append(item.text("bodyValue"))
    return said


def targets_of(item: Fields) -> list[Target]:
    """Return the annotation's targets. Raises ForeignError."""
    found = []
    for target in many(item.values.get("target")):
        if isinstance(target, str):
            found.append(Target(target))
        elif isinstance(target, dict):
            found.append(_target(Fields(target, item.line)))
        else:
            item.fail(_("A “target” must be an object or an address."))
    return found


def path_of(source: str) -> str:
    """Return the article's path from a target's address; for a web page or file, its name."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return source
    if parts.scheme in ("http", "https", "file"):
        return PAGES.sub("", unquote(PurePosixPath(parts.path).name)) or parts.netloc
    return unquote(source)


def many(value: Any) -> list[Any]:
    """Return one value or several as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _add_body(said: Said, body: dict[str, Any]) -> None:
    value, purpose = body.get("value"), word_of(body.get("purpose"))
    is_text = isinstance(value, str) and bool(value)
    if is_text and purpose in TAGS and not said.label:
        said.label = str(value)
    elif is_text and purpose in COMMENTS:
        said.comments.append(str(value))
    else:
        said.others.append(body)
        return
    said.says_more = said.says_more or bool({*body}.difference(OF_BODY))


def _target(target: Fields) -> Target:
    source = target.values.get("source", target.values.get("id"))
    if isinstance(source, dict):
        source = source.get("id")
    found = Target(source if isinstance(source, str) else "")
    for selector in many(target.values.get("selector")):
        if isinstance(selector, dict):
            _select(found, Fields(selector, target.line))
    if found.position and found.position[1] < 0:  # Recogito gives no end
        found.position = found.position[0], found.position[0] + len(found.quote)
    return found


def _select(found: Target, selector: Fields) -> None:
    """Apply a selector; within a refined one offsets count from the part's start, so that only quotes are used."""
    type = word_of(selector.values.get("type"))
    if type == POSITION and found.position is None and "refinedBy" not in selector:
        found.position = selector.whole("start"), selector.whole("end") if "end" in selector else -1
    elif type == QUOTE and not found.quote:
        found.quote = selector.text("exact")
        found.around = selector.text("prefix"), selector.text("suffix")
    else:
        found.others.append(dict(selector.values))
        inner = selector.fields("refinedBy")
        while inner.values and not found.quote:
            if word_of(inner.values.get("type")) == QUOTE:
                found.quote = inner.text("exact")
                found.around = inner.text("prefix"), inner.text("suffix")
            inner = inner.fields("refinedBy")
