"""Recognition of annotations in data of an unknown form, so that none is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.interop.report import ANNOTATION, LEFT_OUT, Loss, Report
from annotator.translation.messages import N_

STARTS = frozenset({"start", "begin", "from", "offset", "start_offset", "startoffset", "start_char", "char_start"})
ENDS = frozenset({"end", "stop", "to", "length", "end_offset", "endoffset", "end_char", "char_end"})
LABELS = frozenset({"label", "labels", "type", "tag", "tags", "entity", "entity_type", "category", "class", "name"})
TRIPLE = 3
DEEPEST = 6
UNKNOWN = N_("it stands in a form that is not known here")


def report_marks(values: Mapping[str, Any], path: str, report: Report) -> None:
    """Report what looks like an annotation below the keys, which are those that were not read, as left out."""
    for key, value in values.items():
        for start in _marks(value, DEEPEST):
            report.losses.append(Loss(LEFT_OUT, ANNOTATION, path, key, UNKNOWN, start))


def _marks(value: Any, levels: int) -> Iterator[int]:
    """Yield the start of each object or triple that says a start, an end and a label."""
    if isinstance(value, list) and levels:
        start = _start_of_triple(value)
        if start is not None:
            yield start
            return
        for item in value:
            yield from _marks(item, levels - 1)
    elif isinstance(value, dict) and levels:
        names = {key.casefold(): key for key in value}
        starts = [value[names[name]] for name in STARTS & names.keys()]
        ends = [value[names[name]] for name in ENDS & names.keys()]
        if _is_whole(starts) and _is_whole(ends) and LABELS & names.keys():
            yield next(start for start in starts if type(start) is int)
            return
        for item in value.values():
            yield from _marks(item, levels - 1)


def _start_of_triple(value: list[Any]) -> int | None:
    """Return the start in [start, end, label] or [label, start, end]; None where the list is neither."""
    if len(value) != TRIPLE:
        return None
    numbers = [item for item in value if type(item) is int and item >= 0]
    texts = [item for item in value if isinstance(item, str)]
    return numbers[0] if len(numbers) == TRIPLE - 1 and texts and numbers[0] < numbers[1] else None


def _is_whole(values: list[Any]) -> bool:
    return any(type(value) is int and value >= 0 for value in values)
