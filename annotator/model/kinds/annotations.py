"""The row of annotations in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from annotator.model.alike import alike
from annotator.model.annotation import Annotation
from annotator.model.either import UNMERGEABLE, either, either_of_each
from annotator.model.items import altered
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.translation.messages import ngettext

PARTS = (
    ("label", "label"),
    ("span", "place"),
    ("displaced", "place"),
    ("note", "note"),
    ("state", "state"),
    ("wording", "wording"),
)


def _altered(old: Annotation, new: Annotation) -> list[str]:
    """Return which parts differ: label, place, note, state, wording, attribute; detail for anything else."""
    named = dict.fromkeys(what for name, what in PARTS if getattr(old, name) != getattr(new, name))
    if not alike(old.attributes, new.attributes):
        named["attribute"] = None
    return list(named) or ["detail"]


def _phrase(what: str, done: str, count: int) -> str:
    match done, what:
        case "added", _label:
            # Translators: {label} is a name from the scheme, {labels} its English plural; use either of them
            return ngettext("{count} {label} added", "{count} {labels} added", count)
        case "removed", _label:
            # Translators: {label} is a name from the scheme, {labels} its English plural; use either of them
            return ngettext("{count} {label} removed", "{count} {labels} removed", count)
        case _, "label":
            return ngettext("{count} label changed", "{count} labels changed", count)
        case _, "place":
            return ngettext("{count} place changed", "{count} places changed", count)
        case _, "note":
            return ngettext("{count} note changed", "{count} notes changed", count)
        case _, "state":
            return ngettext("{count} state of check changed", "{count} states of check changed", count)
        case _, "wording":
            return ngettext("{count} proposed wording changed", "{count} proposed wordings changed", count)
        case _, "attribute":
            return ngettext("{count} attribute changed", "{count} attributes changed", count)
        case _:
            return ngettext("{count} detail changed", "{count} details changed", count)


def _merged(was: Annotation, here: Annotation, there: Annotation) -> Annotation | None:
    """Merge part by part, such as the place, the label with its attributes, and the note; None if a part clashes."""
    place = either(_place(was), _place(here), _place(there))
    sense = _merged_sense(was, here, there)
    note, origin = either(was.note, here.note, there.note), either(was.origin, here.origin, there.origin)
    state = either(was.state, here.state, there.state)
    wording = either_of_each(was.wording, here.wording, there.wording)
    extra = either_of_each(was.extra, here.extra, there.extra)
    if any(part is UNMERGEABLE for part in (place, sense, note, origin, state, wording, extra)):
        return None
    return altered(
        here,
        label=sense[0],
        attributes=sense[1],
        span=place[0],
        displaced=place[1],
        note=note,
        origin=origin,
        created=min(filter(None, (here.created, there.created)), default=""),
        modified=max(here.modified, there.modified),
        state=state,
        by_rule=_unconfirmed(was, here, there, sense[1]),
        wording=wording,
        extra=extra,
    )


def _merged_sense(was: Annotation, here: Annotation, there: Annotation) -> Any:
    """Merge the label with its attributes; those of the same label one by one."""
    sense = either((was.label, was.attributes), (here.label, here.attributes), (there.label, there.attributes))
    if sense is UNMERGEABLE and here.label == there.label:
        attributes = either_of_each(was.attributes, here.attributes, there.attributes)
        return UNMERGEABLE if attributes is UNMERGEABLE else (here.label, attributes)
    return sense


def _unconfirmed(
    was: Annotation, here: Annotation, there: Annotation, attributes: Mapping[str, object]
) -> tuple[str, ...]:
    """Return the attributes that a rule has filled and neither side has confirmed, removed or changed since."""
    named = dict.fromkeys((*here.by_rule, *there.by_rule))
    return tuple(
        name
        for name in named
        if name in attributes
        and all(
            name in side.by_rule or (name not in was.by_rule and _is_alike(side, was, name)) for side in (here, there)
        )
    )


def _is_alike(one: Annotation, other: Annotation, name: str) -> bool:
    return alike(one.attributes.get(name), other.attributes.get(name))


def _place(annotation: Annotation) -> tuple[object, object]:
    return annotation.span, annotation.displaced


ANNOTATIONS = Kind(
    Annotation,
    section="annotations",
    noun="annotation",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("label", "label", Form.WORD, required=True),
        Key("start", "span", Form.PLACE),
        Key("end", "span", Form.PLACE),
        Key("text", "displaced", Form.PLACE),
        Key("before", "displaced", Form.PLACE),
        Key("after", "displaced", Form.PLACE),
        Key("state", "state", Form.WORD),
        Key("attributes", "attributes", Form.VALUES),
        Key("by_rule", "by_rule", Form.WORDS),
        Key("wording", "wording", Form.VALUES),
        Key("note", "note"),
        Key("origin", "origin"),
        Key("created", "created"),
        Key("modified", "modified"),
        Key("anchor", "displaced", Form.PLACE),
        Key("sha256", "displaced", Form.PLACE),
    ),
    phrase=_phrase,
    position=attrgetter("position"),
    named=attrgetter("label"),
    altered=_altered,
    merged=_merged,
)
