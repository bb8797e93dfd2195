"""Reading of REFI-QDA projects of any program: the texts in them with their selections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.newlines import Newlines
from annotator.interop.foreign.separately import separately
from annotator.interop.format import Incoming
from annotator.interop.formats.refi_qda.members import Members, members_of, project_in
from annotator.interop.formats.refi_qda.names import INTERNAL, SOURCES, variable_value
from annotator.interop.formats.refi_qda.selections import Selections
from annotator.interop.formats.refi_qda.tables import Tables, guid_of, normal, tag
from annotator.interop.json.reading import value_of
from annotator.interop.report import DOCUMENT, LEFT_OUT, RELATION, Loss, Report
from annotator.interop.xml.reading import root_of
from annotator.model.annotation import Annotation, Relation, Value
from annotator.translation.messages import N_, _, ngettext, number

BOM = "\ufeff"
NOT_TEXT = {
    "PDFSource": N_("it is a PDF, and only texts are taken"),
    "PictureSource": N_("it is a picture, and only texts are taken"),
    "AudioSource": N_("it is a recording, and only texts are taken"),
    "VideoSource": N_("it is a film, and only texts are taken"),
}
ELSEWHERE = N_("the project has no text of it")
DANGLING = N_("it joins what is not an annotation of the same article and annotator")


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield a document for each text and each of its annotators. Raises ForeignError and FileError."""
    yield from _Project(path, members_of(path), report).documents()


def _left_out(what: str, count: int) -> str:
    """Return the sentence of the report on elements of a kind that belong to no annotation."""
    message = ngettext(
        "{count} of {what} are left out, as they belong to no annotation.",
        "{count} of {what} are left out, as they belong to no annotation.",
        count,
    )
    return message.format(count=number(count), what=what)


class _Project:
    def __init__(self, file: Path, archive: Members, report: Report) -> None:
        self._file = file
        self._archive = archive
        self._report = report
        self._members = {name.lower(): name for name in archive.names}
        project = project_in(archive.names)
        self._root = root_of(archive.read(project), PurePosixPath(project).name)
        self._tables = Tables(self._root, self._text)
        self._links: dict[str, list[Element]] = {}
        self._selections = Selections(self._tables, self._sorted_links(), report)
        self._paths: set[str] = set()

    def documents(self) -> Iterator[Incoming]:
        sources = [source for sources in self._tables.children(self._root, "Sources") for source in sources]
        yield from separately(sources, self._documents_of, self._report, self._file)
        unused = len(self._tables.notes.keys() - self._tables.used)
        links = sum(map(len, self._links.values()))
        for what, count in {**self._tables.others, "Note": unused, "Link": links}.items():
            if count:
                self._report.notes.append(_left_out(what, count))

    def _documents_of(self, source: Element) -> Iterator[Incoming]:
        path = self._path(source)
        if tag(source) != "TextSource":
            self._report_lost_source(path, NOT_TEXT.get(tag(source), N_("only texts are taken")))
            return
        original = self._text(source)
        if not original:
            self._report_lost_source(path, ELSEWHERE)
            return
        newlines = Newlines(original.removeprefix(BOM))
        found = self._selections.of(source, path, self._position_map(newlines))
        relations = self._relations(found, path)
        for annotator in found or {self._tables.user(source): []}:
            yield Incoming(
                path,
                newlines.text,
                tuple(found.get(annotator, ())),
                tuple(relations.get(annotator, ())),
                annotator=annotator,
                article=self._article(source),
            )

    def _position_map(self, newlines: Newlines) -> Callable[[int], int]:
        """Return the conversion of positions: ATLAS.ti counts CR LF as one character, other programs as two."""
        return (lambda position: position) if "ATLAS" in self._tables.origin.upper() else newlines.moved

    def _relations(self, found: dict[str, list[Annotation]], path: str) -> dict[str, list[Relation]]:
        """Return the relations by annotator; a link is imported with the source that contains its origin."""
        ids, owners = self._selections.ids, {item.id: owner for owner, items in found.items() for item in items}
        relations: dict[str, list[Relation]] = {}
        for guid, source in ids.items():
            for link in self._links.pop(guid, []):
                target = ids.get(normal(link.get("targetGUID", "")), "")
                if target and owners[source] == owners[target]:
                    item = Relation(guid_of(link), link.get("name") or "link", source, target)
                    relations.setdefault(owners[source], []).append(item)
                else:
                    self._report.losses.append(Loss(LEFT_OUT, RELATION, path, guid_of(link), DANGLING))
        return relations

    def _sorted_links(self) -> dict[str, str]:
        """Return the notes that links attach to selections, as in NVivo; store other links by their origin."""
        said: dict[str, list[str]] = {}
        for link in self._tables.links:
            origin, target = (normal(link.get(end, "")) for end in ("originGUID", "targetGUID"))
            for note, other in ((origin, target), (target, origin)):
                if text := self._tables.note(note):
                    said.setdefault(other, []).append(text)
                    break
            else:
                self._links.setdefault(origin, []).append(link)
        return {guid: "\n\n".join(texts) for guid, texts in said.items()}

    def _article(self, source: Element) -> dict[str, Value]:
        values: dict[str, Value] = {}
        if description := self._tables.text(source, "Description"):
            values["note"] = description
        for given in self._tables.children(source, "VariableValue"):
            name = self._tables.variables.get(self._tables.target(given, "VariableRef"), "")
            for child in given:
                if name and tag(child) != "VariableRef" and child.text:
                    ours = self._tables.is_ours and tag(child) == "TextValue"
                    values[name] = variable_value(child.text) if ours else _value(tag(child), child.text)
        return values

    def _path(self, source: Element) -> str:
        """Return the source's name, with a number where another source has the same."""
        name = source.get("name") or guid_of(source)
        stem, dot, suffix = name.rpartition(".")
        number, path = 1, name
        while path.lower() in self._paths:
            number += 1
            path = f"{stem} {number}.{suffix}" if dot else f"{name} {number}"
        self._paths.add(path.lower())
        return path

    def _text(self, element: Element) -> str:
        """Return the text of a source or note, inline or from the archive; empty where it is outside of both."""
        content = self._tables.text(element, "PlainTextContent")
        path = element.get("plainTextPath", "")
        if content or not path.startswith(INTERNAL):
            return content
        name = f"{SOURCES}/{path.removeprefix(INTERNAL)}"
        data = self._archive.read(self._members.get(name.lower(), name))
        try:
            text = data.decode()
        except UnicodeError as error:
            raise ForeignError(_("It is not UTF-8, as the texts of a project have to be."), name) from error
        if "\0" in text:
            raise ForeignError(_("It is not text: it has NUL characters in it."), name)
        return text

    def _report_lost_source(self, path: str, why: str) -> None:
        self._report.losses.append(Loss(LEFT_OUT, DOCUMENT, path, "", why))


def _value(kind: str, text: str) -> Value:
    """Return a variable's value; as text where it does not have its declared type."""
    if kind == "BooleanValue" and text.strip() in ("true", "false", "1", "0"):
        return text.strip() in ("true", "1")
    if kind in ("IntegerValue", "FloatValue"):
        try:
            value: Value = value_of(text.strip().encode(), 1)
        except ForeignError:
            return text
        return value
    return text
