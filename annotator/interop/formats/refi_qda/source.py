"""Source of a REFI-QDA project: an article with the selections of all its annotators."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.interop.formats.refi_qda.codebook import Codebook
from annotator.interop.formats.refi_qda.names import INTERNAL, attribute_lines, guid, is_time, variable_text
from annotator.interop.report import Report
from annotator.interop.xml.writing import element, tell_what_is_replaced, text_element
from annotator.model.annotation import Annotation, Relation
from annotator.model.entry import Entry
from annotator.translation.messages import N_

NO_TIME = "1970-01-01T00:00:00Z"
"""Time of notes without one, since some programs reject such notes."""

LONGEST_NAME = 60
ODD_TIME = N_("a time is left out that is not in the format's notation")
TRACELESS = N_("nothing is annotated in it, so the project does not have it beside the article's other documents")
OTHER_VALUES = N_("its article's attributes are not those of the document before it, so they are left out")
AS_TEXT = N_("a value of the article's attributes is written as text")


class Source:
    """Write the documents of one article; ``notes`` and ``links`` go to other parts of the project."""

    def __init__(self, entries: Sequence[Entry], codebook: Codebook, report: Report) -> None:
        self.notes: list[str] = []
        self.links: list[str] = []
        self.guid = guid("source", entries[0].name)
        self._entries = entries
        self._codebook = codebook
        self._report = report

    def xml(self) -> str:
        """Return the TextSource element; its text is a file of its own."""
        first, *others = self._entries
        inner = [selection for entry in self._entries for selection in self._selections(entry)]
        for entry in others:
            if entry.document.article_extra != first.document.article_extra:
                self._report.document_altered(entry, OTHER_VALUES)
        for entry in self._entries:
            if others and not entry.annotations:
                self._report.document_altered(entry, TRACELESS)
        path = f"{INTERNAL}{self.guid}.txt"
        about = {"guid": self.guid, "name": first.path, "plainTextPath": path, **by(first.document.annotator)}
        return "\n" + element("TextSource", about, [*inner, *self._variables(first)])

    def _selections(self, entry: Entry) -> list[str]:
        self._codebook.declare(entry.scheme)
        tell_what_is_replaced(entry, self._report, dict(entry.document.article_extra))
        symmetric = {rule.id for rule in entry.scheme.relations if rule.symmetric}
        self.links += [_link(entry, item, item.type in symmetric) for item in entry.relations]
        return [self._selection(entry, item) for item in entry.annotations]

    def _selection(self, entry: Entry, item: Annotation) -> str:
        if not all(is_time(time) for time in (item.created, item.modified) if time):
            self._report.altered(entry, item, ODD_TIME)
        about = {
            "guid": guid("annotation", entry.name, item.id),
            "name": _name(item.span.of(entry.text)),
            "startPosition": str(item.span.start),
            "endPosition": str(item.span.end),
            **by(entry.document.annotator),
            **_time("creationDateTime", item.created),
            **_time("modifiedDateTime", item.modified),
        }
        described = [text_element("Description", item.note)] if item.note else []
        return "\n" + element("PlainTextSelection", about, [*described, *self._codings(entry, item)])

    def _codings(self, entry: Entry, item: Annotation) -> list[str]:
        """Return codings of the label and the choices, and a reference to a note with all other attributes."""
        coded = {name: self._codebook.choice(item.label, name, value) for name, value in item.attributes.items()}
        codes = [self._codebook.label(item.label), *filter(None, coded.values())]
        when = {**by(entry.document.annotator), **_time("creationDateTime", item.created)}
        inner = [
            element(
                "Coding",
                {"guid": guid("coding", entry.name, item.id, code), **when},
                [element("CodeRef", {"targetGUID": code})],
            )
            for code in codes
        ]
        others = {name: value for name, value in item.attributes.items() if not coded[name]}
        if not others:
            return inner
        note = guid("note", entry.name, item.id)
        about = {"guid": note, "name": _name(f"{item.label}: {item.span.of(entry.text)}"), "creationDateTime": NO_TIME}
        lines = text_element("PlainTextContent", attribute_lines(others))
        self.notes.append("\n" + element("Note", {**about, **when}, [lines]))
        return [*inner, element("NoteRef", {"targetGUID": note})]

    def _variables(self, entry: Entry) -> list[str]:
        values = entry.document.article_extra
        if not all(isinstance(value, str) for value in values.values()):
            self._report.document_altered(entry, AS_TEXT)
        return [
            element(
                "VariableValue",
                inner=[
                    element("VariableRef", {"targetGUID": guid("variable", name)}),
                    text_element("TextValue", variable_text(value)),
                ],
            )
            for name, value in values.items()
        ]


def by(annotator: str) -> dict[str, str]:
    """Return the XML attribute that names the creating user; empty where there is no annotator."""
    return {"creatingUser": guid("user", annotator)} if annotator else {}


def _link(entry: Entry, item: Relation, symmetric: bool) -> str:
    about = {
        "guid": guid("relation", entry.name, item.id),
        "name": item.type,
        "direction": "Associative" if symmetric else "OneWay",
        "originGUID": guid("annotation", entry.name, item.source),
        "targetGUID": guid("annotation", entry.name, item.target),
    }
    return "\n" + element("Link", about)


def _time(name: str, time: str) -> dict[str, str]:
    return {name: time} if is_time(time) else {}


def _name(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"
