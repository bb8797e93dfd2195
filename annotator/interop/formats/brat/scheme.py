"""Scheme from a brat configuration: ``annotation.conf``, with the colours of a ``visual.conf`` beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.formats.brat.names import BratNames
from annotator.interop.incoming.foreign_scheme import Derived, ForeignScheme, line_of
from annotator.model.scheme import AttributeRule
from annotator.storage.files.file_bytes import MIB, bytes_of, is_there
from annotator.storage.files.file_error import FileError, told
from annotator.translation.messages import N_, _
from annotator.translation.messages import number as format_number

VISUAL = "visual.conf"
MOST_BYTES = 2 * MIB
SECTION = re.compile(r"\[(\w+)\]")
ENTITIES, EVENTS, RELATIONS, ATTRIBUTES = "entities", "events", "relations", "attributes"
KNOWN = (ENTITIES, EVENTS, RELATIONS, ATTRIBUTES, "spans")
COUNTED = re.compile(r"[*+?]$|\{\d+(?:-\d+)?\}$")
COLOUR = re.compile(r"(?:^|[\s,])bgColor:\s*([^,\s]+)")
OTHERS = N_("{place}: The section {name} has no place in a scheme: it is left out.")
FLAT = N_("Types within types are labels side by side: a scheme has no levels.")
MOST_MACROS, MOST_LINES = 100, 10_000


class _Line(NamedTuple):
    number: int
    section: str
    name: str
    rest: str
    is_below: bool


def scheme_of(path: Path) -> Derived:
    """Return the scheme of the file. Raises ForeignError and FileError."""
    text = _text_of(path)
    reader = _Reader(path.parent.name or path.stem, BratNames(text))
    reader.read([*_lines(text)], _colours(path.with_name(VISUAL)))
    return reader.scheme.derived()


class _Reader:
    def __init__(self, name: str, names: BratNames) -> None:
        self.scheme = ForeignScheme(name)
        self._names = names
        self._macros: dict[str, list[str]] = {}
        self._events: list[str] = []

    def read(self, lines: list[_Line], colours: dict[str, str]) -> None:
        for line in lines:
            if line.section in (ENTITIES, EVENTS, "spans") and line.name[0] not in "<!":
                self._label(line, colours)
            elif line.name[0] == "<" and "=" in line.name + line.rest:
                self._macro(line)
            elif line.section not in KNOWN:
                self.scheme.note(_(OTHERS).format(place=line_of(line.number), name=told(line.section)))
        for line in lines:
            if line.name[0] not in "<!":
                self._joined(line)

    def _label(self, line: _Line, colours: dict[str, str]) -> None:
        name, place = self._names.label(line.name), line_of(line.number)
        if line.is_below:
            self.scheme.note(_(FLAT))
        if self.scheme.label(name, place, colour=colours.get(line.name, ""), line=line.number):
            self._events += [name] if line.section == EVENTS else []

    def _macro(self, line: _Line) -> None:
        name, _sign, rest = f"{line.name} {line.rest}".partition("=")
        if len(self._macros) < MOST_MACROS:
            self._macros[name.strip()] = rest.strip().split("|")

    def _joined(self, line: _Line) -> None:
        place, arguments = line_of(line.number), _arguments(line.rest)
        if line.section == RELATIONS:
            source, target, *_more = *(types for role, types in arguments.items() if role[0] != "<"), "", ""
            symmetric = "symmetric" in arguments.get("<REL-TYPE>", "")
            name, ends = self._names.relation(line.name), (self._labels(source), self._labels(target))
            self.scheme.relation(name, *ends, place, symmetric=symmetric)
        elif line.section == EVENTS:
            for role, types in arguments.items():
                source, targets = self._names.label(line.name), self._labels(types)
                self.scheme.relation(COUNTED.sub("", role), [source], targets, place)
        elif line.section == ATTRIBUTES:
            self._attribute(line.name, arguments, place)

    def _attribute(self, name: str, arguments: dict[str, str], place: str) -> None:
        values = arguments.get("Value", "")
        choices = tuple(values.split("|")) if values else ()
        id = self._names.attribute(name)
        rule = AttributeRule(id, "choice" if choices else "flag", choices, self._names.is_list(id))
        for label in self._labels(arguments.get("Arg", "")):
            self.scheme.attribute(label, rule, place)

    def _labels(self, types: str) -> Iterator[str]:
        """Yield the labels that a list of types and macros stands for."""
        for type in types.split("|"):
            if type in ("<ANY>", "<ENTITY>"):
                events = self._events if type == "<ENTITY>" else []
                yield from (label for label in self.scheme.labels if label not in events)
            elif type == "<EVENT>":
                yield from self._events
            else:
                yield from map(self._names.label, self._macros.get(type, [type]))


def _arguments(text: str) -> dict[str, str]:
    """Return the arguments of a line, “Arg1:Person, Arg2:City|Town”, by their names."""
    pairs = (part.strip().partition(":") for part in text.split(","))
    return {name.strip(): types.strip() for name, colon, types in pairs if colon and name.strip()}


def _lines(text: str) -> Iterator[_Line]:
    """Yield what the sections hold. Raises ForeignError, with the line, for what stands before all sections."""
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if not words or words[0] == "#" or set(words) == {"-"}:
            continue
        if found := SECTION.fullmatch(words):
            section = found[1].lower()
            continue
        if not section:
            raise ForeignError(
                _("It is no configuration of brat: a section such as [entities] is to come first."),
                line_place(number),
                number,
            )
        name, _blank, rest = words.partition("\t") if "\t" in words else words.partition(" ")
        if number > MOST_LINES:
            sentence = _("It has more than {most} lines, which is too many.").format(most=format_number(MOST_LINES))
            raise ForeignError(sentence, line_place(number), number)
        yield _Line(number, section, name, rest, line[0] in "\t ")


def _colours(path: Path) -> dict[str, str]:
    """Return the colours of the types, from the section [drawing] of a ``visual.conf``; none where there is no file."""
    if not is_there(path):
        return {}
    drawn = (line for line in _lines(_text_of(path)) if line.section == "drawing")
    found = ((line.name, COLOUR.search(line.rest)) for line in drawn)
    return {name: match[1] for name, match in found if match}


def _text_of(path: Path) -> str:
    data = bytes_of(path, MOST_BYTES, FileError)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ForeignError(_("It is not UTF-8, as brat's files are."), line_place(line, path.name), line) from error
