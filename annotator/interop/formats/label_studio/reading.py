"""Convert an annotation of Label Studio to a document: regions, their attributes, and relations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from annotator.interop.foreign.newlines import Newlines
from annotator.interop.foreign.text import ForeignText
from annotator.interop.formats.label_studio.config import ANNOTATOR, NOTE, STATUS
from annotator.interop.formats.label_studio.values import (
    ARTICLE,
    CHOICES,
    KEYS,
    NO,
    TEXTAREA,
    YES,
    attribute_name,
    plain,
)
from annotator.interop.formats.label_studio.writing import KEPT, OWN
from annotator.interop.json.reading import Fields
from annotator.interop.outgoing.records import filled
from annotator.interop.report import ALTERED, ANNOTATION, DOCUMENT, LEFT_OUT, RELATION, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.span import Span
from annotator.translation.messages import N_

ATTRIBUTES = (*KEYS, "taxonomy", "rating")
RESULT_KEYS = ("id", "from_name", "to_name", "type", "value", "meta")
VALUE_KEYS = ("start", "end", "text", "labels")
UNNAMED = "related"
OF_PICTURES = ("rectangle", "polygon", "keypoint", "brush", "ellipse", "videorectangle")
"""Types of results that mark a place in a picture, beside those that end in “labels”."""

NOT_TEXT = N_("it marks no plain text")
NO_WORDS = N_("it marks a place in a picture or a time in a recording, not words; it is kept for Label Studio")
NO_LABEL = N_("it has no label")
NOTHING_MARKED = N_("its end is not after its start")
OF_THE_WHOLE = N_("what it says of the whole text beside choices is kept for Label Studio, and not shown here")
NO_TYPE = N_("it has no label in Label Studio, so its type is “related”")


class Results:
    """Results of one annotation of a task; what cannot be imported goes into the report."""

    def __init__(self, annotation: Fields, text: ForeignText, path: str, report: Report) -> None:
        self._text = text
        self._path = path
        self._report = report
        self._regions: dict[str, list[Fields]] = {}
        self._relations: list[Fields] = []
        self._said: dict[str, Value] = {}
        self.others: list[Value] = []
        self.labels: list[str] = []
        self.quotes: dict[str, str] = {}
        self._sort(annotation.objects("result"))

    @property
    def annotator(self) -> str:
        """Annotator that an export from Annotator names; empty in other files."""
        return str(self._said.get(ANNOTATOR, ""))

    @property
    def status(self) -> str:
        return str(self._said.get(STATUS, ""))

    def annotations(self) -> Iterator[Annotation]:
        """Yield one annotation for each label of each region."""
        for id, results in self._regions.items():
            region = next((item for item in results if item.text("type").endswith("labels")), results[0])
            span, labels = self._place(region), _labels(results)
            why = "" if isinstance(span, Span) else span
            if isinstance(span, Span) and labels:
                yield from self._region(id, region, results, labels, span)
            else:
                start = span.start if isinstance(span, Span) else None
                self._report.losses.append(Loss(LEFT_OUT, ANNOTATION, self._path, id, why or NO_LABEL, start))

    def relations(self) -> Iterator[Relation]:
        """Yield one relation for each label of each arrow."""
        numbers = (f"r{number}" for number in count(1) if f"r{number}" not in self._regions)
        for item in self._relations:
            source, target = item.required("from_id"), item.required("to_id")
            if item.text("direction") == "left":
                source, target = target, source
            own = item.fields("meta").objects(OWN)
            types = [type for type in item.values_at("labels") if isinstance(type, str) and type]
            for number, type in enumerate(types or [UNNAMED]):
                known = own[number] if types and len(own) == len(types) else Fields({}, item.line)
                extra = known.fields("extra").others()
                if not own and item.text("direction") == "bi":
                    extra[KEPT] = {"direction": "bi"}
                relation = Relation(
                    known.text("id") or next(numbers),
                    type,
                    source,
                    target,
                    known.fields("attributes").others(),
                    known.text("note"),
                    extra,
                )
                if not types:
                    self._report.losses.append(Loss(ALTERED, RELATION, self._path, relation.id, NO_TYPE))
                yield relation

    def _sort(self, results: list[Fields]) -> None:
        """Sort the results into regions, relations, and values for the whole text."""
        places = (f"region-{number}" for number in count(1))
        marked = {item.text("id") for item in results if "start" in item.fields("value")}
        for item in results:
            if item.text("type") == "relation":
                self._relations.append(item)
            elif item.text("id") in marked and ("id" in item or "start" in item.fields("value")):
                self._regions.setdefault(item.text("id") or next(places), []).append(item)
            elif item.text("from_name") in (ANNOTATOR, STATUS):
                self._said[item.text("from_name")] = plain(item.text("type"), item.fields("value").values) or ""
            elif item.text("type") == CHOICES and item.text("from_name").startswith(f"{ARTICLE}."):
                self._classify(item)
            else:
                self.others.append(dict(item.values))
                self._report_other(item)

    def _report_other(self, item: Fields) -> None:
        """Take choices for the whole text as its labels, and report anything else."""
        if item.text("type") == CHOICES:
            self._classify(item)
        elif item.text("type").endswith(("labels", *OF_PICTURES)):
            self._report.losses.append(Loss(LEFT_OUT, ANNOTATION, self._path, item.text("id"), NO_WORDS))
        else:
            self._report.losses.append(Loss(ALTERED, DOCUMENT, self._path, "", OF_THE_WHOLE))

    def _classify(self, item: Fields) -> None:
        """Take the choices as labels of the whole text."""
        found = item.fields("value").values.get(KEYS[CHOICES])
        self.labels += map(str, found if isinstance(found, list) else [] if found is None else [found])

    def _place(self, region: Fields) -> Span | str:
        """Return the span of a region, or the reason why there is none."""
        value, type = region.fields("value"), region.text("type")
        ends = [_whole(value.values.get(key)) for key in ("start", "end")]
        if None in ends or (type.endswith("labels") and type != "labels"):
            return NOT_TEXT
        return self._text.span(ends[0] or 0, ends[1] or 0) or NOTHING_MARKED

    def _region(
        self, id: str, region: Fields, results: list[Fields], labels: list[str], span: Span
    ) -> Iterator[Annotation]:
        own, meta = region.fields("meta").fields(OWN), region.fields("meta").others(OWN)
        notes = [text for item in results if _is_note(item) for text in item.fields("value").values_at("text")]
        notes += _pop_texts(meta)
        self._quote(id, region, span)
        for number, label in enumerate(labels):
            item_id = id if number == 0 else f"{id}-{number + 1}"
            yield Annotation(
                item_id,
                label,
                span,
                _attributes(results, label, own),
                "\n".join(map(str, notes)),
                own.text("origin"),
                own.text("created"),
                own.text("modified"),
                extra=_extra(region, results, meta, own),
            )

    def _quote(self, id: str, region: Fields, span: Span) -> None:
        """Keep the quote if it differs from the text in more than blanks, which Label Studio may trim or escape."""
        words = region.fields("value").values.get("text")
        if isinstance(words, str) and words and _squeezed(words) != _squeezed(span.of(self._text.text)):
            self.quotes[id] = Newlines(words).text


def _labels(results: list[Fields]) -> list[str]:
    found = [
        label for item in results if item.text("type") == "labels" for label in item.fields("value").values_at("labels")
    ]
    return [label for label in dict.fromkeys(map(str, found)) if label]


def _attributes(results: list[Fields], label: str, own: Fields) -> dict[str, Value]:
    """Return the attributes from their controls; a value unchanged since an export is restored to its exact type."""
    found = {}
    exact = own.fields("exact").others()
    for item in results:
        value = plain(item.text("type"), item.fields("value").values) if _is_attribute(item) else None
        if value is not None:
            name = attribute_name(item.text("from_name"), label)
            found[name] = exact[name] if name in exact and _as_shown(exact[name]) == _as_shown(value) else value
    return {**found, **own.fields("uncontrolled").others()}


def _as_shown(value: Value) -> Value:
    """Return the value as a control represents it, whatever its type."""
    if isinstance(value, bool):
        return [YES if value else NO]
    return [value] if isinstance(value, str) else value


def _is_attribute(item: Fields) -> bool:
    return item.text("type") in ATTRIBUTES and not _is_note(item)


def _is_note(item: Fields) -> bool:
    return item.text("type") == TEXTAREA and item.text("from_name") == NOTE


def _extra(region: Fields, results: list[Fields], meta: dict[str, Value], own: Fields) -> dict[str, Value]:
    """Return unknown keys: those of Annotator unchanged, Label Studio's under one key."""
    others: list[Value] = [
        dict(item.values)
        for item in results
        if not (_is_attribute(item) or _is_note(item) or item.text("type") == "labels")
    ]
    value = region.fields("value").others(*VALUE_KEYS)
    kept = filled({"result": region.others(*RESULT_KEYS), "value": value, "meta": meta, "results": others})
    return {**own.fields("extra").others(), **filled({KEPT: kept})}


def _pop_texts(meta: dict[str, Value]) -> list[Value]:
    """Remove a region's meta information from the meta and return it, to be used as a note."""
    texts = meta.get("text")
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        return []
    del meta["text"]
    return texts


def _whole(offset: Value) -> int | None:
    """Return the offset as an integer, also from 12.0; None where it is not a valid offset."""
    if isinstance(offset, bool) or not isinstance(offset, int | float) or offset < 0 or offset != int(offset):
        return None
    return int(offset)


def _squeezed(words: str) -> str:
    return "".join(words.replace("\\n", "").split())
