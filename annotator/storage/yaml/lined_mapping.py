"""Mappings with line numbers, for error messages that name the line."""

from __future__ import annotations

from typing import NoReturn

from annotator.model.annotation import Value
from annotator.storage.yaml.yaml_writing import scalar
from annotator.translation.messages import _


class YamlError(Exception):
    """The YAML is not valid or has an unexpected value; ``line`` counts from 1."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


class LinedMapping(dict[str, Value]):
    """A mapping with the line in which it begins and the line of each key; lines count from 1."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """Return the line of the key, or that of the mapping if the key is missing."""
        return self.lines.get(key, self.line)

    def fail(self, key: str, sentence: str) -> NoReturn:
        """Raise YamlError with the line of the key."""
        raise YamlError(self.line_of(key), sentence)

    def text(self, key: str) -> str:
        """Return the text at the key, empty if missing; a number or truth value as YAML writes it. Raises YamlError."""
        value = self.get(key)
        if isinstance(value, str) or value is None:
            return value or ""
        if isinstance(value, list | dict):
            self.fail(key, _("“{key}:” must be text, not a list or a mapping.").format(key=key))
        return scalar(value)

    def required(self, key: str) -> str:
        """Return the text at the key. Raises YamlError where it is missing or empty."""
        return self.text(key) or self.fail(key, _("“{key}:” is missing or empty.").format(key=key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at the key, empty if missing. Raises YamlError where it is anything else."""
        values = self._list(key)
        if any(isinstance(value, list | dict) for value in values):
            self.fail(key, _("“{key}:” must be a list of texts.").format(key=key))
        return tuple(value if isinstance(value, str) else scalar(value) for value in values)

    def required_texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at the key. Raises YamlError where it is missing, empty or anything else."""
        return self.texts(key) or self.fail(key, _("“{key}:” is missing or empty.").format(key=key))

    def flag(self, key: str) -> bool:
        """Return the truth value at the key, False if missing. Raises YamlError where it is anything else."""
        value = self.get(key)
        if not isinstance(value, bool | None):
            self.fail(key, _("“{key}:” must be true or false.").format(key=key))
        return bool(value)

    def mapping(self, key: str) -> LinedMapping:
        """Return the mapping at the key, empty if missing. Raises YamlError where it is anything else."""
        value = self.get(key)
        if value is None:
            return LinedMapping(self.line_of(key))
        if not isinstance(value, LinedMapping):
            self.fail(key, _("“{key}:” must be a mapping: one “name: value” a line.").format(key=key))
        return value

    def mappings(self, key: str) -> list[LinedMapping]:
        """Return the list of mappings at the key, empty if missing. Raises YamlError where it is anything else."""
        values = [value for value in self._list(key) if isinstance(value, LinedMapping)]
        if len(values) != len(self._list(key)):
            sentence = _("Each item of “{key}:” must be a mapping that begins with “- id:”.")
            self.fail(key, sentence.format(key=key))
        return values

    def others(self, known: frozenset[str] = frozenset()) -> dict[str, Value]:
        """Return the values of all keys except the known ones, as plain dicts and lists."""
        return {key: plain(value) for key, value in self.items() if key not in known}

    def _list(self, key: str) -> list[Value]:
        value = self.get(key)
        if value is not None and not isinstance(value, list):
            self.fail(key, _("“{key}:” must be a list.").format(key=key))
        return value or []


def plain(value: Value) -> Value:
    """Return the value with plain dicts in place of ``LinedMapping``."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value
