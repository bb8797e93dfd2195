"""Convert a document to the standoff lines of a brat file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotator.interop.formats.brat.config import ROLES, BratConfig, Roles, on_one_line
from annotator.interop.formats.brat.kept import Kept
from annotator.interop.formats.brat.lines import (
    ATTRIBUTES,
    KEY,
    LINE_BREAKS,
    NEWLINE,
    NOTE,
    NOTES_TYPE,
    RELATION,
    TEXT,
    VALUES_TYPE,
    Line,
    Numbers,
    pieces,
)
from annotator.interop.outgoing.selection import DANGLING
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.model.scheme import AttributeRule
from annotator.model.span import Span
from annotator.translation.messages import N_

OWN_ID = re.compile(r"[TR][0-9]{1,9}")
BLANK = N_("it marks blanks only, which brat cannot hold")
TRIMMED = N_("the line breaks at its ends are left out")
NO_PIECES = N_("its pieces no longer fit its place and are joined")
NOTE_BREAKS = N_("control characters in its note became blanks, or its own ↵ newlines")
RENAMED = N_("brat cannot hold its label as it is, and has another spelling of it")
RENAMED_ATTRIBUTE = N_("brat cannot hold the name of an attribute as it is, and has another spelling of it")
RENAMED_RELATION = N_("brat cannot hold its type as it is, and has another spelling of it")
STRAY = N_("lines of its x-brat are left out, as they refer to something missing or are not valid in brat")


class BratDocument:
    """Make the lines of an entry; register names in ``config`` and report what brat cannot hold."""

    def __init__(self, entry: Entry, config: BratConfig, report: Report) -> None:
        self._entry, self._config, self._report = entry, config, report
        self._rules = {(label.id, rule.id): rule for label in entry.scheme.labels for rule in label.attributes}
        self._kept = Kept(entry.document.extra.get(KEY))
        own = [id for id in (*entry.document.annotations, *entry.document.relations) if OWN_ID.fullmatch(id)]
        self._numbers = Numbers([*own, *self._kept.ids])
        self._ids: dict[str, str] = {}
        self._types: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        """Yield the lines without newlines: text annotations first, since the other lines refer to them."""
        placed = [(item, line) for item in self._entry.annotations if (line := self._text_line(item))]
        yield from (str(line) for _, line in placed)
        for item, line in placed:
            yield from map(str, self._about(item, line))
        for relation in self._entry.relations:
            yield from map(str, self._relation(relation))
        yield from map(str, self._kept_lines())

    def _text_line(self, item: Annotation) -> Line | None:
        """Return the line of the annotation, in pieces where it has line breaks; None, reported, where it is blank."""
        text = self._entry.text
        spans = pieces(text, self._own_pieces(item))
        words = " ".join(span.of(text) for span in spans)
        if not words.strip():
            self._report.left_out(self._entry, item, BLANK)
            return None
        if (spans[0].start, spans[-1].end) != (item.span.start, item.span.end):
            self._report.altered(self._entry, item, TRIMMED)
        id = item.id if OWN_ID.fullmatch(item.id) and item.id[0] == TEXT else self._numbers.new(TEXT)
        self._ids[item.id] = id
        self._types[id] = self._config.label(item.label)
        if self._types[id] != item.label:
            self._report.altered(self._entry, item, RENAMED)
        places = ";".join(f"{span.start} {span.end}" for span in spans)
        return Line(id, (self._types[id], places), words)

    def _own_pieces(self, item: Annotation) -> list[Span]:
        """Return the annotation's imported pieces if they still fit its span; else its span."""
        kept = item.extra.get(KEY)
        if kept is None:
            return [item.span]
        start = item.span.start
        spans = _spans(kept, start)
        if spans and (spans[0].start, spans[-1].end) == (start, item.span.end):
            return spans
        self._report.altered(self._entry, item, NO_PIECES)
        return [item.span]

    def _about(self, item: Annotation, text_line: Line) -> Iterator[Line]:
        """Yield the lines of the annotation's attributes and note."""
        others: dict[str, Value] = {}
        for name, value in item.attributes.items():
            rule: AttributeRule | None = self._rules.get((item.label, name))
            held = self._config.attribute(self._types[text_line.id], rule, name, value)
            if held:
                if held[0] != name:
                    self._report.altered(self._entry, item, RENAMED_ATTRIBUTE)
                for word in held[1]:
                    words = (held[0], text_line.id, word) if word else (held[0], text_line.id)
                    yield Line(self._numbers.new(ATTRIBUTES[0]), words)
            else:
                others[name] = value
        if others:
            yield Line(self._numbers.new(NOTE), (VALUES_TYPE, text_line.id), on_one_line(others))
        if item.note:
            yield Line(self._numbers.new(NOTE), (NOTES_TYPE, text_line.id), self._note(item))

    def _note(self, item: Annotation) -> str:
        """Return the note on one line."""
        line = "".join(" " if sign in LINE_BREAKS[1:] else sign for sign in item.note)
        if line != item.note or NEWLINE in item.note:
            self._report.altered(self._entry, item, NOTE_BREAKS)
        return line.replace("\n", NEWLINE)

    def _relation(self, item: Relation) -> Iterable[Line]:
        source, target = self._ids.get(item.source), self._ids.get(item.target)
        if not source or not target:
            self._report.left_out(self._entry, item, DANGLING)
            return []
        id = item.id if OWN_ID.fullmatch(item.id) and item.id[0] == RELATION else self._numbers.new(RELATION)
        roles = _roles(item.extra.get(KEY))
        own = _own_type(item)
        type = self._config.relation(own, self._types[source], self._types[target], roles)
        if type != own:
            self._report.altered(self._entry, item, RENAMED_RELATION)
        self._ids[item.id] = id
        self._types[id] = type
        return [Line(id, (type, f"{roles[0]}:{source}", f"{roles[1]}:{target}"))]

    def _kept_lines(self) -> Iterator[Line]:
        """Yield the kept lines whose references still exist."""
        lines = self._kept.applicable(self._ids, self._types)
        if len(lines) < self._kept.size:
            self._report.document_altered(self._entry, STRAY)
        types = self._types | {line.id: line.words[0].partition(":")[0] for line in lines}
        for line in lines:
            self._register(line, types)
            yield line

    def _register(self, line: Line, types: dict[str, str]) -> None:
        """Register the line's names in the configuration."""
        roles = [word.partition(":")[0] for word in line.words[1:]]
        match line.kind:
            case "E":
                self._config.event(types[line.id], roles)
            case "R":
                first, second = line.references
                self._config.relation(line.words[0], types[first], types[second], (roles[0], roles[1]))
            case "*":
                self._config.equivalence(line.words[0])
            case "A" | "M":
                value = " ".join(line.words[2:]) or True
                self._config.attribute(types[line.words[1]], None, line.words[0], value)


def _spans(kept: Value, start: int) -> list[Span]:
    """Return the kept pieces, which are stored relative to the annotation's start; empty where they are invalid."""
    ranges = kept.get("pieces") if isinstance(kept, dict) else None
    spans = []
    for item in ranges if isinstance(ranges, list) else []:
        first, last = item if isinstance(item, list) and len(item) == 2 else (None, None)
        if not isinstance(first, int) or not isinstance(last, int) or not 0 <= first < last:
            return []
        spans.append(Span(start + first, start + last))
    return spans if all(a.end <= b.start for a, b in pairwise(spans)) else []


def _roles(kept: Value) -> Roles:
    """Return the relation's kept role names; the default ones where there are none."""
    roles = kept.get("roles") if isinstance(kept, dict) else None
    match roles:
        case [str(source), str(target)] if source != target:
            return source, target
        case _:
            return ROLES


def _own_type(item: Relation) -> str:
    """Return the type that the relation came with, where an import divided it by the labels that it joins."""
    kept = item.extra.get(KEY)
    type = kept.get("type") if isinstance(kept, dict) else None
    return type if isinstance(type, str) and item.type.startswith(f"{type}_") else item.type
