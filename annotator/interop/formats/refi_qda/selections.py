"""Annotations of one source of a REFI-QDA project, by user."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.refi_qda.names import attributes_of, utc
from annotator.interop.formats.refi_qda.tables import Code, Tables, guid_of
from annotator.interop.report import ANNOTATION, LEFT_OUT, Loss, Report
from annotator.model.annotation import Annotation, Value
from annotator.model.span import Span
from annotator.translation.messages import N_, _

NOTE_ALONE = "note"
"""Label of a selection that has a note but no code."""

EMPTY = N_("it marks no words")
NO_CODE = N_("it has neither a code nor a note")
CASE = N_("it marks what belongs to a case, not what a code is for")
UNKNOWN_CODE = N_("its code is not in the codebook")
WHOLE_SOURCE = N_("it is a code of the whole source")


class Selections:
    """Read the selections of sources.

    ``ids`` maps the GUIDs of selections and codings of the last source read to annotations; ``said`` has the notes
    that links attach to a selection.
    """

    def __init__(self, tables: Tables, said: Mapping[str, str], report: Report) -> None:
        self.ids: dict[str, str] = {}
        self._tables = tables
        self._said = said
        self._report = report

    def of(self, source: Element, path: str, moved: Callable[[int], int]) -> dict[str, list[Annotation]]:
        """Return the annotations by annotator; ``moved`` converts positions to those of the article."""
        found: dict[str, list[Annotation]] = {}
        self.ids = {}
        for coding in self._tables.children(source, "Coding"):
            self._report_loss(path, guid_of(coding), WHOLE_SOURCE)
        for selection in self._tables.children(source, "PlainTextSelection"):
            span = _span(selection, path, moved)
            if span is None:
                self._report_loss(path, guid_of(selection), EMPTY)
                continue
            for annotator, item in self._annotations(selection, source, span, path):
                found.setdefault(annotator, []).append(item)
        return found

    def _annotations(
        self, selection: Element, source: Element, span: Span, path: str
    ) -> Iterator[tuple[str, Annotation]]:
        """Yield an annotation for each code; the selection's own note and attributes go to the first."""
        note, attributes = self._about(selection)
        coded = []
        codings = self._tables.children(selection, "Coding")
        for coding in codings:
            code = self._code(coding, path)
            if code and code.attribute:
                attributes.setdefault(code.attribute, code.value)
            elif code:
                coded.append((coding, code.label))
        if not coded and note:
            coded = [(selection, NOTE_ALONE)]
        elif not coded and (attributes or not codings):
            self._report_loss(path, guid_of(selection), NO_CODE)
        for number, (coding, label) in enumerate(coded):
            id = guid_of(coding if number else selection)
            self.ids |= dict.fromkeys((id, guid_of(coding)), id)
            own = [] if coding is selection else [self._tables.note(each) for each in self._tables.notes_of(coding)]
            words = _joined([] if number else [note], own)
            created = _time(coding) or _time(selection)
            modified = _time(selection, "modifiedDateTime")
            item = Annotation(id, label, span, {} if number else attributes, words, "", created, modified)
            yield self._tables.user(coding, selection, source), item

    def _about(self, selection: Element) -> tuple[str, dict[str, Value]]:
        """Return the selection's note and attributes; in Annotator's projects, attributes are stored in notes."""
        words, attributes = [self._tables.text(selection, "Description")], dict[str, Value]()
        for guid in self._tables.notes_of(selection):
            text = self._tables.note(guid)
            read = attributes_of(text) if self._tables.is_ours else None
            if read is None:
                words.append(text)
            else:
                attributes |= read
        words.append(self._said.get(guid_of(selection), ""))
        return _joined(words), attributes

    def _code(self, coding: Element, path: str) -> Code | None:
        target = self._tables.target(coding, "CodeRef")
        if target in self._tables.codes and target not in self._tables.cases:
            return self._tables.codes[target]
        self._report_loss(path, guid_of(coding), CASE if target in self._tables.cases else UNKNOWN_CODE)
        return None

    def _report_loss(self, path: str, id: str, why: str) -> None:
        self._report.losses.append(Loss(LEFT_OUT, ANNOTATION, path, id, why))


def _span(selection: Element, path: str, moved: Callable[[int], int]) -> Span | None:
    """Return the span of a selection; None where it is empty. Raises ForeignError."""
    start, end = (_position(selection.get(name, ""), path) for name in ("startPosition", "endPosition"))
    if start > end:
        raise ForeignError(
            _("A selection ends at {end}, which is before its start at {start}.").format(end=end, start=start), path
        )
    start, end = moved(start), moved(end)
    return Span(start, end) if start < end else None


def _position(text: str, path: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise ForeignError(_("A selection's positions must be whole numbers, 0 or more."), path)
    return int(text)


def _joined(*texts: list[str]) -> str:
    return "\n\n".join(text for some in texts for text in some if text)


def _time(element: Element, name: str = "creationDateTime") -> str:
    return utc(element.get(name, ""))
