"""Infons, the pairs of key and text that BioC has for everything else: how values are written in them and read."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.interop.formats.bioc.kept import OURS
from annotator.interop.json.reading import Fields, value_of
from annotator.interop.json.writing import json_line
from annotator.interop.xml.writing import held, text_element
from annotator.model.annotation import Value

TYPE, NOTE = "type", "note"
ESCAPE = "attribute:"
JSON = f"{OURS}json"
"""Key of the infon that lists the keys whose values are JSON, as they are no texts."""


def infons_xml(own: Mapping[str, str], values: Mapping[str, Value]) -> list[str]:
    """Return the infons: those of ``own`` that are not empty, and the values below keys that are none of these."""
    texts = {key: text for key, text in own.items() if text}
    typed = [held(_escaped(name)) for name, value in values.items() if not isinstance(value, str)]
    texts |= {_escaped(name): value if isinstance(value, str) else json_line(value) for name, value in values.items()}
    texts |= {JSON: json_line(typed)} if typed else {}
    return [text_element("infon", text, {"key": key}) for key, text in texts.items()]


class Infons:
    """Infons of one element, as they are read: first those that mean something are taken, then the rest."""

    def __init__(self, infons: Fields) -> None:
        """Decode the values that are marked as JSON. Raises ForeignError."""
        self._values = infons.others()
        for name in _listed(self._values.pop(JSON, ""), infons.line):
            text = self._values.get(name)
            if isinstance(text, str):
                self._values[name] = value_of(text.encode(), infons.line)

    def taken(self, key: str) -> str:
        """Return the text at the key, and take it away; empty where there is none."""
        value = self._values.pop(key, None)
        return "" if value is None else str(value)

    def rest(self) -> dict[str, Value]:
        """Return all that was not taken, by the names that the values had."""
        return {_unescaped(key): value for key, value in self._values.items()}


def _listed(text: Value, line: int) -> list[str]:
    names = value_of(text.encode(), line) if isinstance(text, str) and text else []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _is_taken(name: str) -> bool:
    return name in (TYPE, NOTE) or name.startswith((OURS, ESCAPE))


def _escaped(name: str) -> str:
    return f"{ESCAPE}{name}" if _is_taken(name) else name


def _unescaped(key: str) -> str:
    name = key.removeprefix(ESCAPE)
    return name if _is_taken(name) else key
