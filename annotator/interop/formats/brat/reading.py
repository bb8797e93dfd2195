"""Convert the standoff lines and the text of a brat document to a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

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
Placed: TypeAlias = tuple[Line, list[Span]]


@dataclass(slots=True)
class _TextAnnotation:
    """Text annotation, with what other lines add to it."""

    line: Line
    span: Span
    pieces: list[Span]
    attributes: dict[str, Value] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class BratReader:
    """Read the document ``name``, without suffix; ``original`` is its text as on disk, None if missing.

    ``faults`` has an error for each line that was left out.
    """

    def __init__(self, name: str, names: BratNames, original: str | None, report: Report) -> None:
        self._name, self._names, self._report = name, names, report
        self._original = original
        self._newlines = Newlines(original or "")
        self._found: dict[str, _TextAnnotation] = {}
        self._relations: dict[str, Relation] = {}
        self._kept: list[Line] = []
        self.faults: list[ForeignError] = []

    def read(self, content: str) -> Incoming:
        """Convert the standoff lines to a document, without those in ``faults``.

        Raises ForeignError where there are lines, and none of them can be read.
        """
        lines = self._lines(content)
        self._locate([line for line in lines if line.kind == TEXT])
        for line in lines:
            if line.kind != TEXT and not self._convert(line):
                self._kept.append(line)
        self._drop_dangling()
        if self.faults and not (self._found or self._relations or self._kept):
            raise self.faults[0]
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
                self._leave_out(_("{text} is not a line that brat writes.").format(text=told(text)), number)
            elif line.id in ids:
                self._leave_out(_("There are two lines with the id {id}.").format(id=told(line.id)), number)
            else:
                ids |= {line.id} - {"*"}
                lines.append(line)
        return lines

    def _locate(self, lines: Iterable[Line]) -> None:
        """Locate the annotations by offsets in the text on disk, or in that with LF newlines where more fit in it."""
        placed = [(line, spans) for line in lines if (spans := self._pieces(line))]
        here: Callable[[int], int] = self._newlines.moved
        if self._original is not None:
            fitting, others = _parted(self._original, placed)
            if others and self._original != self._newlines.text:
                again = _parted(self._newlines.text, placed)
                if len(again[0]) > len(fitting):
                    (fitting, others), here = again, int
            for line, spans in others:
                self._leave_out(self._why_misplaced(line, spans), line.number)
            placed = fitting
        for line, spans in placed:
            spans = sorted(Span(here(span.start), here(span.end)) for span in spans)
            self._found[line.id] = _TextAnnotation(line, Span(spans[0].start, spans[-1].end), spans)

    def _pieces(self, line: Line) -> list[Span]:
        """Return the pieces of the line; none where it is left out."""
        pieces = _pieces_of(line)
        if not pieces:
            self._leave_out(_("{id} is empty, or its pieces overlap.").format(id=line.id), line.number)
        return pieces

    def _why_misplaced(self, line: Line, spans: Sequence[Span]) -> str:
        length, end = len(self._original or ""), max(span.end for span in spans)
        if end > length:
            late = _("{id} ends at {end}, after the end of the text, which has {length} characters.")
            return late.format(id=line.id, end=end, length=length)
        elsewhere = _("The words of {id}, {words}, are not at its position in the text.")
        return elsewhere.format(id=line.id, words=told(line.tail))

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
        """Return the attributes that an export stored in a note, as brat cannot represent them; none where broken."""
        try:
            return fields_of(line.tail.encode(), line.number).values
        except ForeignError as error:
            self._leave_out(error.sentence, line.number)
            return {}

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

    def _drop_dangling(self) -> None:
        """Leave out the kept lines that refer to what is not there, until none does."""
        there, before = {*self._found, *self._relations}, -1
        while before != len(self._kept):
            before, known = len(self._kept), there | {line.id for line in self._kept}
            self._kept = [line for line in self._kept if self._is_joined(line, known)]

    def _is_joined(self, line: Line, known: set[str]) -> bool:
        """Return whether all that the line refers to is known; report it as left out if not."""
        gone = next((id for id in line.references if id not in known), None)
        if gone:
            sentence = _("{id} refers to {gone}, which does not exist.").format(id=line.id, gone=told(gone))
            self._leave_out(sentence, line.number)
        return gone is None

    def _report_losses(self) -> None:
        path = f"{self._name}.txt"
        for id, found in self._found.items():
            if self._is_discontinuous(found):
                self._report.losses.append(Loss(ALTERED, ANNOTATION, path, id, IN_PIECES, found.span.start))
        if self._kept:
            self._report.losses.append(Loss(ALTERED, DOCUMENT, path, "", HIDDEN))

    def _leave_out(self, sentence: str, number: int) -> None:
        self.faults.append(ForeignError(sentence, line_place(number, f"{self._name}.ann"), number))


def _pieces_of(line: Line) -> list[Span]:
    """Return the pieces in the line's order; none where one is empty or overlaps another."""
    ends = [[int(number) for number in place.split()] for place in " ".join(line.words[1:]).split(";")]
    if any(start >= end for start, end in ends):
        return []
    spans = [Span(start, end) for start, end in ends]
    rising = sorted(spans)
    return spans if all(one.end <= two.start for one, two in pairwise(rising)) else []


def _parted(text: str, placed: Iterable[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Return the lines of which the words are at their pieces in the text, and the others."""
    fits = _QuoteCheck(text)
    parts: tuple[list[Placed], list[Placed]] = ([], [])
    for line, spans in placed:
        parts[0 if fits(line, spans) else 1].append((line, spans))
    return parts


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
