"""Strict reading of foreign JSON: each value is requested by type, and every error names its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.foreign.separately import separately
from annotator.interop.report import Report
from annotator.model.annotation import Value
from annotator.storage.files.file_bytes import MIB, bytes_of, open_file
from annotator.storage.files.file_error import FileError, told
from annotator.storage.yaml.yaml_writing import number
from annotator.translation.messages import N_, _

MOST_BYTES = 512 * MIB
LONGEST_LINE = 128 * MIB
DEEPEST = 16
LONGEST_INTEGER = 18
BOM = b"\xef\xbb\xbf"
HALF = N_("It has half of a character, {half}, without the other half. Write the file again without it.")
Result = TypeVar("Result")


class Fields:
    """A JSON object; ``line`` is the line on which its record begins."""

    def __init__(self, values: Mapping[str, Any], line: int) -> None:
        self.values = values
        self.line = line

    def __contains__(self, key: str) -> bool:
        return self.values.get(key) is not None

    def fail(self, sentence: str) -> NoReturn:
        """Raise ForeignError at this record's line."""
        raise ForeignError(sentence, line_place(self.line), self.line)

    def text(self, key: str) -> str:
        """Return the text at the key; empty where there is none. Raises ForeignError."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            self.fail(_("“{key}” must be text.").format(key=key))
        return value or ""

    def required(self, key: str) -> str:
        """Return the text at the key. Raises ForeignError where it is missing or empty."""
        return self.text(key) or self.fail(_("“{key}” is missing or empty.").format(key=key))

    def whole(self, key: str) -> int:
        """Return the whole number at the key, 0 or more. Raises ForeignError."""
        value = self.values.get(key)
        if type(value) is not int or value < 0:
            self.fail(_("“{key}” must be a whole number, 0 or more.").format(key=key))
        return value

    def fields(self, key: str) -> Fields:
        """Return the object at the key; an empty one where there is none. Raises ForeignError."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, dict):
            self.fail(_("“{key}” must be an object.").format(key=key))
        return Fields(value or {}, self.line)

    def values_at(self, key: str) -> list[Any]:
        """Return the list at the key; an empty one where there is none. Raises ForeignError."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, list):
            self.fail(_("“{key}” must be a list.").format(key=key))
        return value or []

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at the key; an empty one where there is none. Raises ForeignError."""
        values = self.values_at(key)
        if not all(isinstance(value, str) for value in values):
            self.fail(_("Each item of “{key}” must be text.").format(key=key))
        return tuple(values)

    def flag(self, key: str) -> bool:
        """Return the truth value at the key, False where there is none. Raises ForeignError."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            self.fail(_("“{key}” must be true or false.").format(key=key))
        return bool(value)

    def objects(self, key: str) -> list[Fields]:
        """Return the list of objects at the key; an empty one where there is none. Raises ForeignError."""
        values = self.values_at(key)
        if not all(isinstance(value, dict) for value in values):
            self.fail(_("Each item of “{key}” must be an object.").format(key=key))
        return [Fields(value, self.line) for value in values]

    def others(self, *known: str) -> dict[str, Value]:
        """Return the values of all keys but these, to be kept as unknown keys."""
        return {key: value for key, value in self.values.items() if key not in known}


def json_lines(path: Path, report: Report, read: Callable[[Fields], Iterable[Result]]) -> Iterator[Result]:
    """Yield what is read of each line, which is an object; a line that fails is a problem and takes no other with it.

    Blank lines are skipped. Raises ForeignError where every line fails, and FileError.
    """
    return separately(_lines(path), lambda line: read(fields_of(*line)), report, path)


def _lines(path: Path) -> Iterator[tuple[bytes, int]]:
    """Yield the lines that are not blank with their numbers; of one that is too long a beginning that is too long."""
    try:
        with open_file(path, FileError) as file:
            for line, data in enumerate(iter(lambda: file.readline(LONGEST_LINE + 1), b""), 1):
                rest = data
                while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
                    rest = file.readline(LONGEST_LINE + 1)
                data = data.removeprefix(BOM) if line == 1 else data
                if data.strip():
                    yield data.rstrip(b"\r\n"), line
    except OSError as failure:
        raise FileError.at(path, _("It cannot be read: {reason}.").format(reason=failure.strerror)) from failure


def json_file(path: Path) -> Any:
    """Return the one value of a file, checked for depth and numbers. Raises ForeignError and FileError."""
    return value_of(bytes_of(path, MOST_BYTES, FileError).removeprefix(BOM), 1)


def fields_of(data: bytes, line: int) -> Fields:
    """Decode bytes that hold one object. Raises ForeignError at ``line``."""
    if len(data) > LONGEST_LINE:
        raise ForeignError(_("It is longer than {most} MiB.").format(most=LONGEST_LINE // MIB), line_place(line), line)
    value = value_of(data, line)
    if not isinstance(value, dict):
        raise ForeignError(
            _("It is not a JSON object, which begins with {brace}.").format(brace="{"), line_place(line), line
        )
    return Fields(value, line)


def value_of(data: bytes, line: int) -> Any:
    """Decode bytes that hold one value beginning on ``line``. Raises ForeignError."""
    with as_foreign_errors(line, line):
        return checked(DECODER.decode(data.decode()))


def checked(value: Any) -> Any:
    """Return the value if a sidecar could hold it. Raises RecursionError and UnicodeEncodeError."""
    _check_depth(value)
    _check_text(value)
    return value


@contextmanager
def as_foreign_errors(line: int, first: int) -> Iterator[None]:
    """Raise ForeignError for a decoding error in a value that begins on ``line``.

    ``first`` is the line of the file that the JSON decoder counts as its line 1.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise ForeignError(_("It is not UTF-8, as JSON is."), line_place(line), line) from error
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        raise ForeignError(_(HALF).format(half=half), line_place(line), line) from error
    except json.JSONDecodeError as error:
        at = first + error.lineno - 1
        raise ForeignError(
            _("It is not valid JSON: {fault}, column {column}.").format(fault=error.msg, column=error.colno),
            line_place(at),
            at,
        ) from error
    except (ValueError, RecursionError) as error:
        what = _("It is nested too deep.") if isinstance(error, RecursionError) else str(error)
        raise ForeignError(what, line_place(line), line) from error


def _decimal(text: str) -> float | Decimal:
    """Convert as sidecars do: to a float where that is exact, else to a Decimal."""
    value = float(text)
    return value if text in (number(value), repr(value), _with_short_exponent(value)) else Decimal(text)


def _with_short_exponent(value: float) -> str:
    """Write a float with a short exponent, as many programs do: 1e16 and 1e-7, not Python's 1e+16 and 1e-07."""
    mantissa, e, exponent = repr(value).partition("e")
    return f"{mantissa}e{int(exponent)}" if e else mantissa


def _integer(text: str) -> int:
    if len(text) > LONGEST_INTEGER + 1:
        raise ValueError(
            _("The number {text} has more than {most} digits.").format(text=told(text), most=LONGEST_INTEGER)
        )
    return int(text)


def _reject_constant(text: str) -> NoReturn:
    raise ValueError(_("{text} is no number.").format(text=text))


DECODER = json.JSONDecoder(parse_float=_decimal, parse_int=_integer, parse_constant=_reject_constant)


def _check_depth(value: Any) -> None:
    """Reject what is nested deeper than sidecars allow, 16 levels. Raises RecursionError."""
    level = [value]
    for _level in range(DEEPEST):
        level = [
            item
            for container in level
            if isinstance(container, dict | list)
            for item in (container.values() if isinstance(container, dict) else container)
        ]
        if not level:
            return
    raise RecursionError


def _check_text(value: Any) -> None:
    """Reject lone surrogates, which JSON can express but UTF-8 cannot. Raises UnicodeEncodeError."""
    for text in _texts(value):
        if not text.isascii():
            text.encode()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
