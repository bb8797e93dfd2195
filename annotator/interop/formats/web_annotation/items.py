"""The annotations of a file in any of the usual wrappers; others' own forms are converted to the W3C's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.separately import separately
from annotator.interop.formats.web_annotation.neighbours import as_w3c
from annotator.interop.json.reading import Fields, json_file, json_lines
from annotator.interop.report import Report
from annotator.translation.messages import N_, _

WRAPPERS = ("items", "rows", "annotations", "@graph")
ELSEWHERE = N_("It has only the addresses of its pages. Save the annotations themselves in one file.")
MORE = N_("The file names further pages of annotations, which are not in it.")


def items_in(path: Path, report: Report, take: Callable[[Fields], None]) -> int:
    """Give the annotations of the file to ``take``, one per line in a .jsonl file; return how many there are.

    One that fails is reported as a problem. Raises ForeignError where all fail, and FileError.
    """
    count = 0

    def each(item: Fields) -> list[None]:
        nonlocal count
        count += 1
        take(as_w3c(item))
        return []

    if path.suffix == ".jsonl":
        deque(json_lines(path, report, each), 0)
    else:
        deque(separately(enumerate(_values(path, report), 1), lambda item: each(_object(*item)), report, path), 0)
    return count


def _values(path: Path, report: Report) -> Iterator[Any]:
    value = json_file(path)
    for item in _listed(value, report) if isinstance(value, dict) else [value]:
        yield from item if isinstance(item, list) else [item]


def _object(number: int, value: Any) -> Fields:
    if not isinstance(value, dict):
        sentence = _("It has something that is not a JSON object where an annotation should be.")
        raise ForeignError(sentence, _("annotation {number}").format(number=number))
    return Fields(value, number)


def _listed(value: dict[str, Any], report: Report) -> Iterator[Any]:
    """Yield the lists of annotations in the file, or the file's single value. Raises ForeignError."""
    if isinstance(value.get("first"), str):
        raise ForeignError(_(ELSEWHERE))
    pages: list[dict[str, Any]] = [value, *([value["first"]] if isinstance(value.get("first"), dict) else [])]
    while isinstance(pages[-1].get("next"), dict):
        pages.append(pages[-1]["next"])
    if isinstance(pages[-1].get("next"), str):
        report.notes.append(_(MORE))
    lists = [page[wrapper] for page in pages for wrapper in WRAPPERS if isinstance(page.get(wrapper), list)]
    yield from lists or [value]
