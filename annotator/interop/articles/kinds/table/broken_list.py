"""Items of a list in JSON that is not valid: those before a fault, and those on lines of their own after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from json import JSONDecodeError
from typing import Any

from annotator.interop.articles.kinds.table.json_decoding import DECODER, why
from annotator.interop.articles.kinds.table.quoted_rows import REST
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.translation.messages import _

BEGINNING = re.compile(r"\s*\[\s*|\s*\{[^\[]*\[\s*(?=\{)")
"""Beginning of the list, or of an object up to its first list of objects."""

COMMA, END = re.compile(r"\s*,\s*"), re.compile(r"\s*\]")
MOST_FAULTS = 200
"""Most faults after which reading goes on, as each may take a pass through the whole file."""

OWN_LINE = re.compile(r"\n([ \t]*)\Z")


def items_of_broken(text: str, failed: Callable[[ForeignError], None]) -> Iterator[tuple[int, Any]]:
    """Yield the items and the lines on which they begin; ``failed`` takes the error of each that is not valid.

    After a fault, reading goes on at the next line that begins as the first item does, with the same indentation.
    """
    start = BEGINNING.match(text)
    at = start.end() if start else None
    next_item = _beginning_of_items(text, at) if at is not None else None
    line, counted, faults = 1, 0, 0
    while at is not None:
        line, counted = line + text.count("\n", counted, at), at
        try:
            item, end = DECODER.raw_decode(text, at)
            yield line, item
            at = _after_item(text, end)
        except (JSONDecodeError, RecursionError) as error:
            faults += 1
            following = next_item.search(text, counted) if next_item and faults < MOST_FAULTS else None
            failed(_failure(error, line, is_last=following is None))
            at = following.end() - 1 if following else None


def _beginning_of_items(text: str, first: int) -> re.Pattern[str] | None:
    """Return how a line with an item begins; None where the first item does not begin a line."""
    own = OWN_LINE.search(text, 0, first)
    return re.compile(rf"\n{re.escape(own[1])}{re.escape(text[first : first + 1])}") if own else None


def _after_item(text: str, end: int) -> int | None:
    """Return where the next item begins, None at the end of the list. Raises JSONDecodeError where it is neither."""
    if comma := COMMA.match(text, end):
        return comma.end()
    if END.match(text, end):
        return None
    raise JSONDecodeError("Expecting ',' delimiter", text, end)


def _failure(error: JSONDecodeError | RecursionError, line: int, *, is_last: bool) -> ForeignError:
    line = error.lineno if isinstance(error, JSONDecodeError) else line
    sentence = _(REST).format(why=why(error)) if is_last else why(error)
    return ForeignError(sentence, line_place(line), line)
