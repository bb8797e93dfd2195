"""The rules by which brat takes the lines of a file, written down from what its reader does; brat itself is slow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ID = re.compile(r"(?:[A-Za-z]+|#[A-Za-z]*)[0-9]+.*?|\*")
TYPED_TARGET = re.compile(r"(\S+) (\S+)")
SECTION = re.compile(r"\[(\w+)\]")


def complaints(text: str, lines: str, config: str) -> list[str]:
    """What brat would not take, each as “id: why”; empty where it takes all."""
    return [*_Checked(text, lines, types_of(config)).complaints()]


def types_of(config: str) -> dict[str, dict[str, str]]:
    """The arguments of every type by its section."""
    found: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in config.split("\n"):
        if match := SECTION.fullmatch(line.strip()):
            section = found.setdefault(match[1], {})
        elif line.strip() and not line.startswith("#"):
            name, _, arguments = line.partition("\t")
            section[name] = f"{section.get(name, '')} {arguments}"
    return found


@dataclass(frozen=True)
class _Line:
    id: str
    data: str
    tail: str


class _Checked:
    def __init__(self, text: str, lines: str, types: dict[str, dict[str, str]]) -> None:
        self.text, self.types = text, types
        self.lines = [line.rstrip("\r\n") for line in lines.splitlines(keepends=True)]
        self.type_of: dict[str, str] = {}
        self.references: list[tuple[str, str]] = []
        self.triggers: dict[str, str] = {}

    def complaints(self) -> Iterator[str]:
        for written in self.lines:
            id, tab, rest = written.partition("\t")
            data, tail_tab, tail = rest.partition("\t")
            if not tab or not ID.fullmatch(id):
                yield f"{written!r}: no id"
            elif id != "*" and id in self.type_of:
                yield f"{id}: twice"
            else:
                self.type_of[id] = re.split("[ :]", data)[0]
                check = {"T": self.stretch, "E": self.event, "R": self.relation, "N": self.reference}.get(id[0])
                line = _Line(id, data, tail_tab + tail)
                yield from (f"{id}: {why}" for why in (check or self.typed)(line))
        yield from (f"{id}: {other} is not there" for id, other in self.references if other not in self.type_of)
        yield from (
            f"{id}: a trigger" for id, other in self.references if other in self.triggers and id[0] not in "ER*"
        )

    def stretch(self, line: _Line) -> Iterator[str]:
        type, _, places = line.data.partition(" ")
        try:
            spans = [(int(start), int(end)) for start, end in (place.split(" ") for place in places.split(";"))]
        except ValueError:
            yield "no places"
            return
        for at, (start, end) in enumerate(spans):
            if not 0 <= start <= end <= len(self.text):
                yield "out of the text"
            if any(end >= other and start < until for other, until in spans[:at]):
                yield "overlapping pieces"
        words = " ".join(self.text[start:end] for start, end in spans)
        if not line.tail.strip():
            yield "no words"
        elif line.tail[1 : len(words) + 1] != words or not (line.tail[len(words) + 1 :] or " ")[0].isspace():
            yield "other words"
        if type not in {**self.types["entities"], **self.types["events"]}:
            yield f"{type} is no entity"

    def event(self, line: _Line) -> Iterator[str]:
        words = line.data.split()
        if not words or any(word.count(":") != 1 for word in words):
            yield "no event"
            return
        type, trigger = words[0].split(":")
        self.references += [(line.id, word.split(":")[1]) for word in words]
        self.triggers[trigger] = line.id
        if self.type_of.get(trigger) != type:
            yield "another type than its trigger"
        for word in words[1:]:
            if f"{word.split(':')[0].rstrip('0123456789')}*:" not in self.types["events"].get(type, ""):
                yield f"may not have {word}"

    def relation(self, line: _Line) -> Iterator[str]:
        words = line.data.split()
        if len(words) != 3 or any(word.count(":") != 1 for word in words[1:]):
            yield "no relation"
            return
        ends = [word.split(":") for word in words[1:]]
        self.references += [(line.id, end) for _, end in ends]
        if ends[0][0] == ends[1][0]:
            yield "the same role twice"
        allowed = re.split(r", | ", self.types["relations"].get(words[0], ""))
        for role, end in ends:
            types = [part.partition(":")[2].split("|") for part in allowed if part.startswith(f"{role}:")]
            if not any(self.type_of.get(end) in found or "<ANY>" in found for found in types):
                yield f"{role} may not be {self.type_of.get(end)}"

    def reference(self, line: _Line) -> Iterator[str]:
        match = re.fullmatch(r"(\S+) (\S+) (\S+?):(\S+)", line.data)
        if match is None:
            yield "no reference"
        else:
            self.references.append((line.id, match[2]))

    def typed(self, line: _Line) -> Iterator[str]:
        if line.id == "*":
            self.references += [(line.id, word) for word in line.data.split()[1:]]
        elif line.id[0] == "#":
            match = TYPED_TARGET.fullmatch(line.data)
            yield from [] if match else ["no note"]
            self.references += [(line.id, match[2])] if match else []
        elif line.id[0] in "AM":
            yield from self.attribute(line)
        else:
            yield "of no kind"

    def attribute(self, line: _Line) -> Iterator[str]:
        match = re.fullmatch(r"(.+?) (.+?)(?: (.+))?", line.data)
        if match is None:
            yield "no attribute"
            return
        name, target, value = match.groups()
        self.references.append((line.id, target))
        bearers, _, values = self.types["attributes"].get(name, "").strip().partition(", Value:")
        if self.type_of.get(target) not in bearers.removeprefix("Arg:").split("|"):
            yield f"{self.type_of.get(target)} may not have {name}"
        if (value or "") not in values.split("|"):
            yield f"{name} may not be {value}"
