"""Mappings that know the lines they were read from, and so can say where something is wrong."""

from __future__ import annotations

from typing import NoReturn

from annotator.model.annotation import Value
from annotator.storage.yaml.yaml_writing import scalar


class YamlError(Exception):
    """The YAML is not as it should be; ``line`` counts from 1."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


class LinedMapping(dict[str, Value]):
    """A mapping that knows in which line it begins and in which each of its keys stands; lines count from 1."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """The key's line; where it is missing, the mapping's."""
        return self.lines.get(key, self.line)

    def fail(self, key: str, sentence: str) -> NoReturn:
        """Raise YamlError for what stands at the key."""
        raise YamlError(self.line_of(key), sentence)

    def text(self, key: str) -> str:
        """The text at the key; empty where there is none. A number or a truth value is taken as it is written."""
        value = self.get(key)
        if isinstance(value, str) or value is None:
            return value or ""
        if isinstance(value, list | dict):
            self.fail(key, f"“{key}:” must be text, not a list or a mapping.")
        return scalar(value)

    def required(self, key: str) -> str:
        """The text at the key, which must not be empty."""
        return self.text(key) or self.fail(key, f"“{key}:” is missing or empty.")

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts at the key; empty where there is none."""
        values = self._list(key)
        if any(isinstance(value, list | dict) for value in values):
            self.fail(key, f"“{key}:” must be a list of texts.")
        return tuple(value if isinstance(value, str) else scalar(value) for value in values)

    def mapping(self, key: str) -> LinedMapping:
        """The mapping at the key; an empty one where there is none."""
        value = self.get(key)
        if value is None:
            return LinedMapping(self.line_of(key))
        if not isinstance(value, LinedMapping):
            self.fail(key, f"“{key}:” must be a mapping: one “name: value” a line.")
        return value

    def mappings(self, key: str) -> list[LinedMapping]:
        """The list of mappings at the key; empty where there is none."""
        values = [value for value in self._list(key) if isinstance(value, LinedMapping)]
        if len(values) != len(self._list(key)):
            self.fail(key, f"Each item of “{key}:” must be a mapping that begins with “- id:”.")
        return values

    def others(self, known: frozenset[str] = frozenset()) -> dict[str, Value]:
        """What stands at all keys but the known ones, without the lines."""
        return {key: plain(value) for key, value in self.items() if key not in known}

    def _list(self, key: str) -> list[Value]:
        value = self.get(key)
        if value is not None and not isinstance(value, list):
            self.fail(key, f"“{key}:” must be a list.")
        return value or []


def plain(value: Value) -> Value:
    """The value without the lines."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value
