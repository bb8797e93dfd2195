"""Convert the standoff lines and the text of a brat document to a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NoReturn

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.foreign.newlines import Newlines
from annotator.interop.format import Incoming
from annotator.interop.formats.brat.config import ROLES
from annotator.interop.formats.brat.lines import (
    KEY,
    NOTES_TYPE,
    TEXT,
    VALUES_TYPE,
    Line,
    line_of,
    pieces,
)
from annotator.interop.formats.brat.names import BratNames
from annotator.interop.json.reading import fields_of
from annotator.interop.report import ALTERED, ANNOTATION, DOCUMENT, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.span import Span
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _

IN_PIECES = N_("it is in several pieces: the text between them is marked with them")
HIDDEN = N_("what Annotator cannot show, such as events and equivalences, is kept for brat")
ANY_BLANK = re.compile(r"\s")


@dataclass(slots=True)
class _TextAnnotation:
    """Text annotation, with what other lines add to it."""

    line: Line
    span: Span
    pieces: list[Span]
    attributes: dict[str, Value] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class BratReader:
    """Read the document ``name``, without suffix; ``original`` is its text as on disk, None if missing."""

    def __init__(self, name: str, names: BratNames, original: str | None, report: Report) -> None:
        self._name, self._names, self._report = name, names, report
        self._original = original
        self._newlines = Newlines(original or "")
        self._found: dict[str, _TextAnnotation] = {}
        self._relations: dict[str, Relation] = {}
        self._kept: list[Line] = []

    def read(self, content: str) -> Incoming:
        """Convert the standoff lines to a document. Raises ForeignError."""
        lines = self._lines(content)
        self._locate([line for line in lines if line.kind == TEXT])
        for line in lines:
            if line.kind != TEXT and not self._convert(line):
                self._kept.append(line)
        self._check_references()
        self._report_losses()
        return Incoming(
            f"{self._name}.txt",
            None if self._original is None else self._newlines.text,
            tuple(self._annotation(id, found) for id, found in self._found.items()),
            tuple(self._relations.values()),
            quotes={id: found.line.tail for id, found in self._found.items() if len(found.pieces) == 1},
            extra={KEY: [str(line) for line in self._kept]} if self._kept else {},
        )

    def _lines(self, content: str) -> list[Line]:
        lines, ids = [], set()
        for number, text in enumerate(content.split("\n"), 1):
            if not text.strip():
                continue
            line = line_of(text.rstrip("\r"), number)
            if line is None:
                self._fail(_("{text} is not a line that brat writes.").format(text=told(text)), number)
            if line.id in ids:
                self._fail(_("There are two lines with the id {id}.").format(id=told(line.id)), number)
            if line.id != "*":
                ids.add(line.id)
            lines.append(line)
        return lines

    def _locate(self, lines: Sequence[Line]) -> None:
        """Locate the annotations, trying offsets in the text on disk first, then in the text with LF newlines."""
        places = [
            _pieces_of(line) or self._fail(_("{id} is empty, or its pieces overlap.").format(id=line.id), line.number)
            for line in lines
        ]
        text = self._newlines.text
        moved = self._newlines.moved
        if self._original is None or all(map(_QuoteCheck(self._original), lines, places)):
            here: Callable[[int], int] = moved
        elif self._original != text and all(map(_QuoteCheck(text), lines, places)):
            here = int
        else:
            self._fail_at_misplaced(lines, places)
        for line, spans in zip(lines, places, strict=True):
            spans = sorted(Span(here(span.start), here(span.end)) for span in spans)
            self._found[line.id] = _TextAnnotation(line, Span(spans[0].start, spans[-1].end), spans)

    def _fail_at_misplaced(self, lines: Sequence[Line], places: Sequence[list[Span]]) -> NoReturn:
        original = self._original or ""
        stands = _QuoteCheck(original)
        line, spans = next(pair for pair in zip(lines, places, strict=True) if not stands(*pair))
        if spans[-1].end > len(original):
            self._fail(
                _("{id} ends at {end}, after the end of the text, which has {length} characters.").format(
                    id=line.id, end=spans[-1].end, length=len(original)
                ),
                line.number,
            )
        self._fail(
            _("The words of {id}, {words}, are not at its position in the text.").format(
                id=line.id, words=told(line.tail)
            ),
            line.number,
        )

    def _convert(self, line: Line) -> bool:
        """Convert the line if a document can represent it; return whether it can."""
        targets = [self._found.get(id) for id in line.references]
        match line.kind:
            case "A" | "M" if targets[0]:
                self._add(targets[0], self._names.attribute(line.words[0]), " ".join(line.words[2:]) or True)
            case "#" if targets[0] and line.words[0] == NOTES_TYPE:
                targets[0].notes.append(self._names.note(line.tail))
            case "#" if targets[0] and line.words[0] == VALUES_TYPE and self._names.is_own:
                targets[0].attributes |= self._values(line)
            case "R" if all(targets):
                self._relations[line.id] = self._relation(line)
            case _:
                return False
        return True

    def _values(self, line: Line) -> Mapping[str, Value]:
        """Return the attributes that an export stored in a note, as brat cannot represent them. Raises ForeignError."""
        try:
            return fields_of(line.tail.encode(), line.number).values
        except ForeignError as error:
            self._fail(error.sentence, line.number)

    def _add(self, found: _TextAnnotation, name: str, value: Value) -> None:
        """Add the value; a second one turns the attribute into a list."""
        before = found.attributes.get(name)
        if isinstance(before, list):
            before.append(value)
        elif name in found.attributes:
            found.attributes[name] = [before, value]
        else:
            found.attributes[name] = [value] if self._names.is_list(name) else value

    def _relation(self, line: Line) -> Relation:
        roles = tuple(word.partition(":")[0] for word in line.words[1:])
        source, target = line.references
        extra: dict[str, Value] = {} if roles == ROLES else {KEY: {"roles": [*roles]}}
        return Relation(line.id, self._names.relation(line.words[0]), source, target, extra=extra)

    def _annotation(self, id: str, found: _TextAnnotation) -> Annotation:
        label = self._names.label(found.line.words[0])
        extra: dict[str, Value] = {}
        if self._is_discontinuous(found):
            start = found.span.start
            extra[KEY] = {"pieces": [[piece.start - start, piece.end - start] for piece in found.pieces]}
        return Annotation(id, label, found.span, found.attributes, "\n".join(found.notes), extra=extra)

    def _is_discontinuous(self, found: _TextAnnotation) -> bool:
        """Return whether more than line breaks separates the pieces."""
        if len(found.pieces) == 1:
            return False
        return self._original is None or pieces(self._newlines.text, [found.span]) != found.pieces

    def _check_references(self) -> None:
        there = {*self._found, *self._relations, *(line.id for line in self._kept)}
        for line in self._kept:
            gone = next((id for id in line.references if id not in there), None)
            if gone:
                self._fail(
                    _("{id} refers to {gone}, which does not exist.").format(id=line.id, gone=told(gone)), line.number
                )

    def _report_losses(self) -> None:
        path = f"{self._name}.txt"
        for id, found in self._found.items():
            if self._is_discontinuous(found):
                self._report.losses.append(Loss(ALTERED, ANNOTATION, path, id, IN_PIECES, found.span.start))
        if self._kept:
            self._report.losses.append(Loss(ALTERED, DOCUMENT, path, "", HIDDEN))

    def _fail(self, sentence: str, number: int) -> NoReturn:
        raise ForeignError(sentence, line_place(number, f"{self._name}.ann"), number)


def _pieces_of(line: Line) -> list[Span]:
    """Return the pieces in the line's order; none where one is empty or overlaps another."""
    ends = [[int(number) for number in place.split()] for place in " ".join(line.words[1:]).split(";")]
    if any(start >= end for start, end in ends):
        return []
    spans = [Span(start, end) for start, end in ends]
    rising = sorted(spans)
    return spans if all(one.end <= two.start for one, two in pairwise(rising)) else []


class _QuoteCheck:
    """Test whether a line's words match the text at its pieces, with all kinds of blanks treated as equal."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._alike = ANY_BLANK.sub(" ", text)

    def __call__(self, line: Line, spans: Sequence[Span]) -> bool:
        if max(span.end for span in spans) > len(self._text):
            return False
        words = ANY_BLANK.sub(" ", line.tail)
        parts = [self._alike[span.start : span.end] for span in spans]
        return not words.strip() or words.startswith((" ".join(parts), "".join(parts)))
