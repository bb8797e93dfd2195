"""Configuration of a brat folder, collected from its documents, so that brat accepts and shows all annotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from annotator.interop.foreign.plain_names import PlainNames
from annotator.interop.formats.brat.lines import LINE_BREAKS
from annotator.interop.json.writing import json_line
from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule, Scheme

MADE_WITH = "# Made with Annotator "
"""Prefix of the line that records, as JSON, changed names, attributes that hold lists, and annotators."""

Roles: TypeAlias = tuple[str, str]
Held: TypeAlias = tuple[str, list[str]]
ROLES: Roles = ("Arg1", "Arg2")
FLAG, ONE, MANY = "flag", "one", "many"
RESERVED = ("SPAN_DEFAULT", "ARC_DEFAULT", "ATTRIBUTE_DEFAULT", "ENTITY-NESTING", "Equiv", "SEPARATOR")
ACCEPTED = re.compile(r"-*[A-Za-z0-9_][A-Za-z0-9_-]*")
"""Names that brat takes as they are; a line of hyphens alone is a separator."""

FITTING = re.compile(r"[^\s,|<>]+")
SHOWN = re.compile(r"[^\t|<>!#][^\t|<>]*")
MOST_VALUES = 200
"""Most values of an attribute outside of any scheme; brat offers all of them in one list."""

DEFAULTS = {
    "SPAN_DEFAULT": ["fgColor:black", "bgColor:lightgreen", "borderColor:darken"],
    "ARC_DEFAULT": ["color:black", "arrowHead:triangle-5"],
}


@dataclass(slots=True)
class _Attribute:
    kind: str
    bearers: dict[str, None] = field(default_factory=dict)
    values: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Relation:
    symmetric: bool
    sources: dict[str, None] = field(default_factory=dict)
    targets: dict[str, None] = field(default_factory=dict)


class BratConfig:
    """Collect the names used in documents and assign brat's; ``annotation`` and ``visual`` are its files."""

    def __init__(self) -> None:
        self._labels, self._attribute_names, self._relation_names = (_brat_names() for _ in range(3))
        self._attributes: dict[str, _Attribute] = {}
        self._relations: dict[tuple[str, Roles], _Relation] = {}
        self._events: dict[str, dict[str, None]] = {}
        self._equivalences: dict[str, None] = {}
        self._annotators: dict[str, str] = {}
        self._drawing = {name: [*values] for name, values in DEFAULTS.items()}
        self._scheme: Scheme | None = None

    def add(self, scheme: Scheme) -> None:
        """Add what the scheme allows; added first, labels and relations keep their names where brat permits them."""
        if scheme is self._scheme:
            return
        self._scheme = scheme
        for label in scheme.labels:
            bearer = self.label(label.id)
            self._drawing[bearer] = [f"fgColor:{_text_colour(label.colour)}", f"bgColor:{label.colour}"]
            for rule in label.attributes:
                self._allow(bearer, rule)
        for relation in scheme.relations:
            ends = self.label(relation.source), self.label(relation.target)
            self.relation(relation.id, *ends, symmetric=relation.symmetric)

    def label(self, label: str) -> str:
        """Return the label's name in brat."""
        return self._labels.of(label)

    def attribute(self, bearer: str, rule: AttributeRule | None, name: str, value: Value) -> Held | None:
        """Return the attribute's name and values in brat, one empty value for a flag; None where brat cannot hold it.

        ``bearer`` is brat's name of the annotation's label; ``rule`` is None where no scheme has the attribute.
        """
        kind, values = _kind(value)
        if not kind or (rule and rule.type not in ("choice", "flag")):
            return None
        attribute = self._attributes.get(name) or _Attribute(kind)
        more = [item for item in values if item not in attribute.values]
        named = rule.choices if rule else ()
        if attribute.kind != kind or (len(attribute.values) + len(more) > MOST_VALUES and not {*more} <= {*named}):
            return None
        self._attributes[name] = attribute
        attribute.bearers[bearer] = None
        attribute.values.update(dict.fromkeys(more))
        return self._attribute_names.of(name), values or [""]

    def relation(self, type: str, source: str, target: str, roles: Roles = ROLES, *, symmetric: bool = False) -> str:
        """Return the relation's name in brat; ``source`` and ``target`` are brat's names of the joined labels."""
        relation = self._relations.setdefault((type, roles), _Relation(symmetric))
        relation.sources[source] = None
        relation.targets[target] = None
        return self._relation_names.of(type)

    def event(self, type: str, roles: Iterable[str]) -> None:
        """Add the roles, such as “Theme” and “Theme2”, of events whose trigger has that type in brat."""
        plain = (role.rstrip("0123456789") for role in roles)
        self._events.setdefault(type, {}).update(dict.fromkeys(filter(None, plain)))

    def equivalence(self, type: str) -> None:
        """Add a type of equivalence."""
        self._equivalences[type] = None

    def document(self, name: str, annotator: str) -> None:
        """Note whose document that is, of which brat sees only the files’ name."""
        if annotator:
            self._annotators[name] = annotator

    @property
    def annotation(self) -> str:
        """Contents of the file annotation.conf."""
        marker = {
            "labels": self._labels.changed,
            "attributes": self._attribute_names.changed,
            "relations": self._relation_names.changed,
            "lists": [name for name, attribute in self._attributes.items() if attribute.kind == MANY],
            **({"annotators": self._annotators} if self._annotators else {}),
        }
        entities = [label for label in self._labels if label not in self._events]
        sections = {
            "entities": entities,
            "relations": [*self._overlaps(entities), *self._relation_lines(), *self._equivalence_lines()],
            "events": [self._event_line(label) for label in self._events],
            "attributes": [*self._attribute_lines()],
        }
        return f"{MADE_WITH}{on_one_line(marker)}\n{_sections(sections)}"

    @property
    def visual(self) -> str:
        """Contents of the file visual.conf: colours, and original names where brat's differ."""
        names = self._labels.changed | self._attribute_names.changed | self._relation_names.changed
        labels = [f"{plain} | {name}" for plain, name in names.items() if SHOWN.fullmatch(name) and name.isprintable()]
        drawing = self._drawing | {
            self._relation_names.of(type): ["arrowHead:none"]
            for (type, _), relation in self._relations.items()
            if relation.symmetric and self._relation_names.of(type) not in self._drawing
        }
        return _sections(
            {"labels": labels, "drawing": [f"{name}\t{', '.join(what)}" for name, what in drawing.items()]}
        )

    def _allow(self, bearer: str, rule: AttributeRule) -> None:
        fitting = [choice for choice in rule.choices if FITTING.fullmatch(choice)]
        if rule.type == "flag":
            self.attribute(bearer, rule, rule.id, True)
        elif fitting:
            self.attribute(bearer, rule, rule.id, [*fitting] if rule.many else fitting[0])
            for choice in () if rule.many else fitting[1:]:
                self.attribute(bearer, rule, rule.id, choice)

    def _overlaps(self, entities: Sequence[str]) -> list[str]:
        """Return the line that allows every overlap."""
        return ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"] if entities else []

    def _relation_lines(self) -> Iterable[str]:
        for (type, roles), relation in self._relations.items():
            ends = zip(roles, (relation.sources, relation.targets), strict=True)
            arguments = [f"{role}:{'|'.join(labels)}" for role, labels in ends]
            symmetric = ["<REL-TYPE>:symmetric"] if relation.symmetric else []
            yield f"{self._relation_names.of(type)}\t{', '.join([*arguments, *symmetric])}"

    def _equivalence_lines(self) -> list[str]:
        return [f"{type}\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive" for type in self._equivalences]

    def _event_line(self, label: str) -> str:
        return f"{label}\t{', '.join(f'{role}*:<ANY>' for role in self._events[label])}"

    def _attribute_lines(self) -> Iterable[str]:
        for name, attribute in self._attributes.items():
            values = f", Value:{'|'.join(attribute.values)}" if attribute.values else ""
            yield f"{self._attribute_names.of(name)}\tArg:{'|'.join(attribute.bearers)}{values}"


def _brat_names() -> PlainNames:
    return PlainNames(RESERVED, plain=ACCEPTED, longest=None)


def on_one_line(value: Mapping[str, Any]) -> str:
    """Return the value as JSON without any character at which brat would end the line."""
    text = json_line(value)
    return "".join(f"\\u{ord(sign):04x}" if sign in LINE_BREAKS else sign for sign in text)


def _kind(value: Value) -> tuple[str, list[str]]:
    """Return the kind, flag, one or many, and the values; an empty kind where brat cannot hold the value."""
    if value is True:
        return FLAG, []
    values = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]
    length = len(value) if isinstance(value, list) else 1
    fits = values and len({*values}) == length and all(map(FITTING.fullmatch, values))
    return (MANY if isinstance(value, list) else ONE) if fits else "", values


def _text_colour(colour: str) -> str:
    """Return black or white, whichever has more contrast with the colour."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "black" if red * 299 + green * 587 + blue * 114 > 128_000 else "white"


def _sections(sections: dict[str, list[str]]) -> str:
    blocks = ("\n".join((f"[{name}]", *lines)) for name, lines in sections.items())
    return "\n\n".join(blocks) + "\n"
