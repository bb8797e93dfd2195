"""Iterate over a long list in a JSON file, building one item at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.json.reading import BOM, DECODER, MOST_BYTES, as_foreign_errors, checked, value_of
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import _

BLANKS = re.compile(r"[ \t\r\n]*")


def json_items(path: Path) -> Iterator[Any]:
    """Yield the items of the file's list, or its single value if it is no list. Raises ForeignError and FileError."""
    data = bytes_of(path, MOST_BYTES, FileError).removeprefix(BOM)
    if not data.lstrip().startswith(b"["):
        return iter([value_of(data, 1)])
    with as_foreign_errors(1, 1):
        return _items(data.decode())


def _items(text: str) -> Iterator[Any]:
    at = _after_blanks(text, text.index("[") + 1)
    line = 1 + text.count("\n", 0, at)
    more = not text.startswith("]", at)
    while more:
        with as_foreign_errors(line, 1):
            value, end = DECODER.raw_decode(text, at)
            checked(value)
        yield value
        end = _after_blanks(text, end)
        more = text.startswith(",", end)
        if not more and not text.startswith("]", end):
            raise ForeignError(_("It is not valid JSON: there is no , or ] after an item."), line_place(line), line)
        following = _after_blanks(text, end + 1) if more else end
        line += text.count("\n", at, following)
        at = following
    if _after_blanks(text, at + 1) < len(text):
        raise ForeignError(_("It is not valid JSON: there is something after its end."), line_place(line), line)


def _after_blanks(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at
