"""Forms of their own that Hypothesis and Recogito give annotations, converted to the W3C's."""

from __future__ import annotations

import re
from typing import Any

from annotator.interop.formats.web_annotation.terms import COMMENTING, POSITION, QUOTE, TAGGING
from annotator.interop.json.reading import Fields

OF_HYPOTHESIS = ("id", "created", "updated", "user", "uri", "text", "tags", "target")
OF_TEXT_ANNOTATOR = ("id", "bodies", "target")
OF_RECOGITO = ("annotation_id", "annotates", "anchor", "bodies", "last_modified_by", "last_modified_at")
ANCHOR = re.compile(r"char-offset:([0-9]{1,9})")
ENTITIES = ("PLACE", "PERSON", "EVENT")


def as_w3c(item: Fields) -> Fields:
    """Return an annotation of Hypothesis or Recogito in the W3C's form; any other unchanged. Raises ForeignError."""
    if "body" in item:
        return item
    if "uri" in item and "target" in item:
        return _of_hypothesis(item)
    if "bodies" in item and "anchor" in item:
        return _of_recogito(item)
    if "bodies" in item and "target" in item:
        return _of_text_annotator(item)
    return item


def answers(item: Fields) -> bool:
    """Return whether a converted annotation is an answer to another, which marks nothing. Raises ForeignError."""
    return bool(item.fields("hypothesis").values_at("references"))


def _of_hypothesis(item: Fields) -> Fields:
    tags = [_body(TAGGING, tag) for tag in item.values_at("tags") if isinstance(tag, str)]
    comments = [_body(COMMENTING, item.text("text"))] if item.text("text") else []
    values = {
        "id": item.text("id"),
        "type": "Annotation",
        "created": item.text("created"),
        "modified": item.text("updated"),
        "creator": item.text("user").removeprefix("acct:").partition("@")[0],
        "body": tags + comments,
        "target": [_without_positions(target, item.text("uri")) for target in item.objects("target")],
        "hypothesis": item.others(*OF_HYPOTHESIS),
    }
    return Fields(values, item.line)


def _without_positions(target: Fields, uri: str) -> dict[str, Any]:
    """Drop the positions of a quoted target: Hypothesis counts in the rendered page, not in the article."""
    selectors = target.objects("selector")
    quoted = any(selector.text("type") == QUOTE for selector in selectors)
    kept = [selector.values for selector in selectors if not quoted or selector.text("type") != POSITION]
    return {"source": uri, "selector": kept}


def _of_text_annotator(item: Fields) -> Fields:
    """Convert an annotation of Recogito's text annotator, whose target has quotes and offsets side by side."""
    target = item.fields("target")
    selectors = [
        place
        for selector in target.objects("selector")
        for place in _places(selector.text("quote"), selector.whole("start"), selector.whole("end"))
    ]
    bodies = [_without_ids(body) for body in item.objects("bodies")]
    values = {
        "id": item.text("id"),
        "type": "Annotation",
        "created": target.text("created"),
        "creator": _name(target.fields("creator")),
        "body": bodies,
        "target": {"source": target.text("source"), "selector": selectors},
    }
    others = item.others(*OF_TEXT_ANNOTATOR)
    return Fields({**values, **({"recogito": others} if others else {})}, item.line)


def _of_recogito(item: Fields) -> Fields:
    """Convert an annotation of a Recogito server, which quotes the words in a body and has their start as anchor."""
    anchor = ANCHOR.fullmatch(item.text("anchor"))
    bodies = item.objects("bodies")
    quote = next((body.text("value") for body in bodies if body.text("type") == "QUOTE"), "")
    start = int(anchor[1]) if anchor else 0
    said = [body for body in bodies if body.text("type") != "QUOTE"]
    values = {
        "id": item.text("annotation_id"),
        "type": "Annotation",
        "created": item.text("last_modified_at"),
        "creator": item.text("last_modified_by"),
        "body": [part for body in said for part in _said_on_server(body)],
        "target": {"source": "", "selector": _places(quote, start, start + len(quote)) if anchor else []},
        "recogito": item.others(*OF_RECOGITO),
    }
    return Fields(values, item.line)


def _said_on_server(body: Fields) -> list[dict[str, Any]]:
    """Return a tag and an address for an entity, a tag or a comment; anything else as it is."""
    type, value, uri = body.text("type"), body.text("value"), body.text("uri")
    if type in ENTITIES:
        return [_body(TAGGING, type), *([{"id": uri}] if uri else [])]
    if type in ("TAG", "COMMENT") and value:
        return [_body(TAGGING if type == "TAG" else COMMENTING, value)]
    return [{**body.values, "type": type or "Body"}]


def _places(quote: str, start: int, end: int) -> list[dict[str, Any]]:
    quoted = [{"type": QUOTE, "exact": quote}] if quote else []
    return [*quoted, {"type": POSITION, "start": start, "end": end}]


def _without_ids(body: Fields) -> dict[str, Any]:
    kept = {key: value for key, value in body.values.items() if key in ("purpose", "value")}
    return {"type": "TextualBody", **kept}


def _name(creator: Fields) -> str:
    return creator.text("name") or creator.text("id")


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}
