"""Convert a Prodigy task to a document: its spans, and the relations between them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from annotator.interop.foreign.text import ForeignText
from annotator.interop.format import Incoming
from annotator.interop.json.marks import report_marks
from annotator.interop.json.reading import Fields
from annotator.interop.options import CODE_POINTS
from annotator.interop.report import ANNOTATION, LEFT_OUT, RELATION, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.span import Span
from annotator.translation.messages import N_, _

KEPT = "x-prodigy"
ACCEPTED = ("accept", "")
SHOWN = ("path", "annotator", "status", "split")
HASHES = ("_input_hash", "_task_hash")
PLACE_KEYS = ("start", "end", "token_start", "token_end", "label")
SPAN_KEYS = (*PLACE_KEYS, "id", "text", "attributes", "note", "origin", "created", "modified", "extra", "answer")
RELATION_KEYS = ("head", "child", "head_span", "child_span", "label", "id", "attributes", "note", "extra")
TASK_KEYS = ("text", "tokens", "spans", "relations", "answer", "meta", "document", "accept", *HASHES)

ENTITIES = ("entities", "ents")
"""Keys at which spaCy has what Prodigy has at “spans”."""

TRIPLE = ("start", "end", "label")
HALF = 0.5
"""Least score of a class in spaCy's “cats” that holds."""

NOTHING_MARKED = N_("its end is not after its start")
NO_LABEL = N_("it has no label")
NOT_MARKED = N_("no span marks what it joins")


class Task:
    """Read one task; whatever is left out goes into the report."""

    def __init__(self, record: Fields, file: Path, report: Report) -> None:
        self._record = record
        self._report = report
        text = record.text("text") if "text" in record else record.required("text")
        self._text = ForeignText(text, CODE_POINTS)
        self._about = record.fields("document")
        shown = record.fields("meta").others()
        self._shown = {key: shown.pop(key) for key in SHOWN if isinstance(shown.get(key), str)}
        self._meta = shown
        self.path = self._shown_value("path") or f"{file.stem}-{record.line}.txt"
        self._ids: dict[object, str] = {}
        self._quotes: dict[str, str] = {}

    def incoming(self) -> Incoming:
        """Return the document of the task. Raises ForeignError."""
        annotations = tuple(self._annotations())
        return Incoming(
            self.path,
            self._text.text,
            annotations,
            tuple(self._relations()),
            self._shown_value("status"),
            tuple(self._read()),
            annotator=self._shown_value("annotator") or self._record.text("_annotator_id"),
            scheme=self._about.text("scheme"),
            quotes=self._quotes,
            article=self._about.fields("article").others(),
            extra=self._extra(),
            named=bool(self._shown_value("path")),
            labels=tuple(dict.fromkeys(self._classes())),
        )

    def _classes(self) -> Iterator[str]:
        """Yield the labels of the whole text: those accepted, that of a task without spans, and spaCy's."""
        yield from (item for item in self._record.values_at("accept") if isinstance(item, str))
        if not any(key in self._record.values for key in ("spans", "options", *ENTITIES)) and "label" in self._record:
            yield self._record.text("label")
        scores = self._record.values.get("cats")
        for label, score in scores.items() if isinstance(scores, dict) else ():
            if isinstance(score, int | float | Decimal) and score >= HALF:
                yield label

    def refused(self) -> str:
        """Return the task's answer if it is not “accept”, else an empty text."""
        answer = self._record.text("answer")
        return "" if answer in ACCEPTED else answer

    def _shown_value(self, key: str) -> str:
        return str(self._shown.get(key, ""))

    def _annotations(self) -> list[Annotation]:
        found = []
        for number, item in enumerate(marked_in(self._record)):
            own = item.values.get("id")
            id = own if isinstance(own, str) and own else f"s{number}"
            span, label = self._span(item), item.text("label") or self._record.text("label")
            why = "" if span and label else NO_LABEL if span else NOTHING_MARKED
            if item.text("answer") not in ACCEPTED:
                why = answered(item.text("answer"))
            if span is None or why:
                self._report.losses.append(Loss(LEFT_OUT, ANNOTATION, self.path, id, why, span.start if span else None))
                continue
            found.append(_annotation(item, id, label, span))
            self._register(item, id)
        return found

    def _span(self, item: Fields) -> Span | None:
        return self._text.span(item.whole("start"), item.whole("end"))

    def _register(self, item: Fields, id: str) -> None:
        """Map the names by which relations refer to the span to its id: id, offsets, last or first token."""
        place = tuple(item.values.get(key) for key in ("start", "end"))
        for name in (id, (*place, item.text("label")), place, *_tokens(item)):
            self._ids.setdefault(name, id)
        if item.text("text"):
            self._quotes[id] = ForeignText(item.text("text"), CODE_POINTS).text

    def _relations(self) -> list[Relation]:
        found = []
        for number, item in enumerate(self._record.objects("relations")):
            source, target = self._end(item, "head"), self._end(item, "child")
            own = item.values.get("id")
            id = own if isinstance(own, str) and own else f"r{number}"
            if not source or not target:
                self._report.losses.append(Loss(LEFT_OUT, RELATION, self.path, id, NOT_MARKED))
                continue
            said = (item.fields("attributes").others(), item.text("note"), _kept(item, RELATION_KEYS))
            found.append(Relation(id, item.required("label"), source, target, *said))
        return found

    def _end(self, item: Fields, role: str) -> str:
        """Return the id of the annotation at this end; empty where there is none."""
        span = item.fields(f"{role}_span")
        place = tuple(span.values.get(key) for key in ("start", "end"))
        names = [span.values.get("id"), (*place, span.text("label")), place]
        token = item.values.get(role)
        names += [] if span.values else [("last", token), ("first", token)]
        return next((self._ids[name] for name in names if _is_name(name) and name in self._ids), "")

    def _read(self) -> list[Span]:
        ranges = self._about.values_at("read")
        spans = [self._text.span(*item) for item in ranges if _is_range(item)]
        return [span for span in spans if span]

    def _extra(self) -> dict[str, Value]:
        written_here = ("options",) if self._about.values else ()
        read = ENTITIES if not isinstance(self._record.values.get("spans"), list) else ()
        others = self._record.others(*TASK_KEYS, *written_here, *read)
        report_marks(others, self.path, self._report)
        if self._meta:
            others["meta"] = self._meta
        extra = self._about.fields("extra").others()
        return {**extra, KEPT: others} if others else extra


def marked_in(record: Fields) -> list[Fields]:
    """Return the spans of a task, or of spaCy's forms: triples or objects at other keys, or spans by groups."""
    if isinstance(groups := record.values.get("spans"), dict):
        every = [item for group in groups for item in Fields(groups, record.line).objects(group)]
        return [*every, *Fields({**record.values, "spans": None}, record.line).objects("ents")]
    key = next((key for key in ENTITIES if key in record), "")
    if "spans" in record or not key:
        return record.objects("spans")
    return Fields({key: [_as_object(item) for item in record.values_at(key)]}, record.line).objects(key)


def _as_object(item: object) -> object:
    """Return an entity that is given as [start, end, label] as an object; anything else unchanged."""
    if isinstance(item, list) and len(item) >= len(TRIPLE):
        return dict(zip(TRIPLE, item, strict=False))
    return item


def answered(answer: str) -> str:
    """Return the reason, as a clause, why something with this answer is left out."""
    return _("it was answered with “{answer}”").format(answer=answer)


def _annotation(item: Fields, id: str, label: str, span: Span) -> Annotation:
    return Annotation(
        id,
        label,
        span,
        item.fields("attributes").others(),
        item.text("note"),
        item.text("origin"),
        item.text("created"),
        item.text("modified"),
        extra=_kept(item, SPAN_KEYS),
    )


def _kept(item: Fields, known: tuple[str, ...]) -> dict[str, Value]:
    extra, others = item.fields("extra").others(), item.others(*known)
    return {**extra, KEPT: others} if others else extra


def _tokens(item: Fields) -> list[tuple[str, object]]:
    first, last = item.values.get("token_start"), item.values.get("token_end")
    return [("last", last), ("first", first)] if type(first) is int and type(last) is int else []


def _is_name(name: object) -> bool:
    """Return whether the value is hashable and can name a span; a file may have a list in its place."""
    return isinstance(name, str) or (isinstance(name, tuple) and all(isinstance(part, str | int) for part in name))


def _is_range(item: object) -> bool:
    return isinstance(item, list) and len(item) == 2 and all(type(end) is int and end >= 0 for end in item)
