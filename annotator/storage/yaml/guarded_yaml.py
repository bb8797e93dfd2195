"""Reading of a safe subset of YAML in one pass with strict limits, so that no file can hang or crash the program.

Allowed: one document of mappings with string keys, sequences and scalars, nested at most 16 deep. Refused: anchors,
aliases, merge keys, tags, duplicate keys, files that take more than about two seconds to read. Plain scalars are
null, true, false, integers of up to 18 digits and decimals if YAML 1.1 and 1.2 agree on that; all others, including
dates and ``yes``, are strings.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

import yaml
from yaml import events

from annotator.model.annotation import Value
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.yaml_writing import value_of
from annotator.translation.messages import _, number

DEEPEST = 16
MOST_LINES = 400_000
MOST_EVENTS = 700_000
"""Limit of parser events: keys, values, starts and ends of lists and mappings; enough for 21,000 full annotations."""
DECIMAL_COSTS = 3
MAPPING_COSTS = 1
"""Additional cost of a decimal and of a mapping, in parser events that take as long."""
LIBYAML_TOO_DEEP = "exceeded maximum nesting depth"
"""Error of newer versions of libyaml, which may occur before the first event because they scan ahead for a key."""
CHUNK = 1024 * 1024
CHEAP = (str, int, bool, type(None))
CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def load(data: bytes, spent: int = 0, *, as_written: bool = False) -> Value:
    """Return the value of the YAML; None for an empty file. Every mapping in it is a ``LinedMapping``.

    ``spent`` reduces the limit of keys and values by the work already done for the same file. ``as_written`` leaves
    numbers, true and false as texts, as “+44” for a telephone. Raises YamlError, with the line, where the file is not
    valid YAML, uses a refused feature or exceeds a limit.
    """
    _screen(data)
    loader = yaml.CSafeLoader(data) if yaml.__with_libyaml__ else yaml.SafeLoader(data)
    reader = _Reader(loader, MOST_EVENTS - spent, as_written=as_written)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(
            mark.line + 1 if mark else reader.line, _sentence_for(error.problem or error.context)
        ) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise YamlError(reader.line, _("It is not valid YAML: a character or an escape is not Unicode.")) from error
    finally:
        loader.dispose()


class _Reader:
    """Construction of values from parser events, with limits on their depth and number."""

    def __init__(self, loader: Any, most: int, *, as_written: bool) -> None:
        self._next = loader.get_event
        self._depth, self._as_written = 0, as_written
        self._most = self._left = most
        self._current: Any = None

    @property
    def line(self) -> int:
        """Line of the last event; counts from 1."""
        return self._current.start_mark.line + 1 if self._current else 1

    def document(self) -> Value:
        value: Value = None
        begun = False
        while not isinstance(event := self._event(), events.StreamEndEvent):
            if isinstance(event, events.DocumentStartEvent):
                if begun:
                    raise self._error(_("It has more than one YAML document; only one is allowed."))
                begun, value = True, self._value(self._event())
        return value

    def _event(self) -> Any:
        self._left -= 1
        if self._left < 0:
            raise self._error(_too_many_values(self._most))
        self._current = self._next()
        return self._current

    def _value(self, event: Any) -> Value:
        kind = type(event)
        if kind is events.AliasEvent:
            raise self._error(_("It uses a YAML alias (*), which is not allowed; write the value out."))
        if event.anchor is not None:
            raise self._error(_("It uses a YAML anchor (&), which is not allowed; write the value out."))
        if event.tag is not None:
            raise self._error(_("It uses a YAML tag (!), which is not allowed; leave it out."))
        if kind is events.ScalarEvent:
            return self._text(event) if event.style else self._plain(event.value)
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error(_too_deep())
        value: Value = self._mapping() if kind is events.MappingStartEvent else self._sequence()
        self._depth -= 1
        return value

    def _sequence(self) -> list[Value]:
        values = []
        while type(event := self._event()) is not events.SequenceEndEvent:
            values.append(self._value(event))
        return values

    def _mapping(self) -> LinedMapping:
        self._left -= MAPPING_COSTS
        mapping = LinedMapping(self.line)
        while type(event := self._event()) is not events.MappingEndEvent:
            key = self._key(event)
            if key in mapping.lines:
                twice = _("The key {key} stands twice in one mapping; remove one.")
                raise self._error(twice.format(key=repr(key[:60])))
            mapping.lines[key] = event.start_mark.line + 1
            mapping[key] = self._value(self._event())
        return mapping

    def _key(self, event: Any) -> str:
        if type(event) is not events.ScalarEvent:
            raise self._error(_("A list, a mapping or an alias stands where a key should be."))
        if event.anchor is not None or event.tag is not None:
            raise self._error(_("A key has a YAML anchor (&) or tag (!), which is not allowed."))
        if event.value == "<<" and not event.style:
            raise self._error(_("It uses a YAML merge key (<<), which is not allowed; write the values out."))
        return self._text(event)

    def _text(self, event: Any) -> str:
        text: str = event.value
        if not text.isascii():
            text.encode()  # raises ValueError for a lone surrogate, which the parser without libyaml lets through
        return text

    def _plain(self, text: str) -> Value:
        value = value_of(text)
        if type(value) not in CHEAP:
            self._left -= DECIMAL_COSTS
        return text if self._as_written and value is not None else value

    def _error(self, sentence: str) -> YamlError:
        return YamlError(self.line, sentence)


def _screen(data: bytes) -> None:
    """Check encoding, lines and control characters, in chunks: the text may take four times the file's memory."""
    if data.count(b"\n") > MOST_LINES:
        raise YamlError(MOST_LINES, _too_many_lines())
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), CHUNK):
        chunk = data[start : start + CHUNK]
        begun = len(decoder.getstate()[0])
        try:
            text = decoder.decode(chunk, final=start + CHUNK >= len(data))
        except UnicodeDecodeError as error:
            line = _line_at(data, start - begun + error.start)
            raise YamlError(line, _("It is not UTF-8, as YAML should be. Save it as UTF-8.")) from error
        if (len(chunk.translate(None, CONTROLS)) < len(chunk) or not text.isascii()) and (odd := CONTROL.search(text)):
            line = _line_at(data, start - begun + len(text[: odd.start()].encode()))
            raise YamlError(line, _("It has a control character, which YAML does not allow."))


def _line_at(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _sentence_for(problem: str | None) -> str:
    if problem == LIBYAML_TOO_DEEP:
        return _too_deep()
    if not problem:
        return _("It is not valid YAML: the parser does not say why.")
    return _("It is not valid YAML: {problem}.").format(problem=problem)


def _too_deep() -> str:
    return _("It is nested more than {limit} levels deep.").format(limit=number(DEEPEST))


def _too_many_values(limit: int) -> str:
    sentence = _(
        "It has more than {limit} keys and values; that is too much for a file that was changed outside Annotator. "
        "Undo these changes, or split the file in two."
    )
    return sentence.format(limit=number(limit))


def _too_many_lines() -> str:
    sentence = _(
        "It has more than {limit} lines; that is too much for a file that was changed outside Annotator. "
        "Undo these changes, or split the file in two."
    )
    return sentence.format(limit=number(MOST_LINES))
