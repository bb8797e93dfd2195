"""Transfer of the corrections and times of an article, which have offsets into its text, to a changed text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from annotator.anchoring.blanks import seen
from annotator.anchoring.places import SAME
from annotator.model.annotation import Value
from annotator.model.span import Span

CORRECTIONS, TIMES = "corrections", "times"
TIME = re.compile(r"([0-9]{1,12})-([0-9]{1,12})(?![0-9-])")
BEFORE, BEHIND = re.compile(r"\S{1,40}\s*\Z"), re.compile(r"\s*\S{1,40}")
NEAR = 400
"""Code points on either side of a place without words within which the words next to it are looked for."""

Place: TypeAlias = tuple[int, int]
"""Start and end of an entry, which are equal where nothing replaces what was deleted."""
Places: TypeAlias = Mapping[Place, Place]


def placed_in(old: str | None, new: str, about: Mapping[str, Value]) -> tuple[Mapping[str, Value], dict[str, int]]:
    """Return what is known of the article with the offsets of the ``new`` text, and the number of dropped entries.

    An entry stays if its words are certainly the same; all are dropped if ``old`` is None. Whatever has no offsets of
    the known form is left as it is. The numbers are by key, without zeros.
    """
    listed = {key: entries for key in (CORRECTIONS, TIMES) if isinstance(entries := about.get(key), list)}
    found = {place for key, entries in listed.items() for entry in entries if (place := PLACE_OF[key](entry))}
    if not found:
        return about, {}
    places = {} if old is None else _places(old, new, sorted(found))
    result: dict[str, Value] = dict(about)
    dropped: dict[str, int] = {}
    for key, entries in listed.items():
        kept: list[Value] = [
            one for entry in entries if (one := _moved(key, entry, places, old or "", new)) is not None
        ]
        result[key] = kept
        if len(kept) < len(entries):
            dropped[key] = len(entries) - len(kept)
            if not kept:
                del result[key]
    return result, dropped


def _moved(key: str, entry: Value, places: Places, old: str, new: str) -> Value:
    """Return the entry at its new place; None if it has none."""
    place = PLACE_OF[key](entry)
    if place is None:
        return entry
    if place not in places:
        return None
    start, end = places[place]
    if isinstance(entry, dict):
        words = {"new": new[start:end]} if entry.get("new") == old[place[0] : place[1]] else {}
        return {**entry, "start": start, "end": end, **words}
    return TIME.sub(f"{start}-{end}", str(entry), count=1)


def _of_correction(entry: Value) -> Place | None:
    if not isinstance(entry, dict):
        return None
    start, end = entry.get("start"), entry.get("end")
    return (start, end) if type(start) is int and type(end) is int else None


def _of_time(entry: Value) -> Place | None:
    match = TIME.match(entry) if isinstance(entry, str) else None
    return (int(match[1]), int(match[2])) if match else None


PLACE_OF: Mapping[str, Callable[[Value], Place | None]] = {CORRECTIONS: _of_correction, TIMES: _of_time}


def _places(old: str, new: str, places: Sequence[Place]) -> Places:
    """Return the new place of each place that is certainly the same."""
    inside = [place for place in places if 0 <= place[0] <= place[1] <= len(old)]
    spans = {place: Span(*place) for place in inside if place[0] < place[1]}
    around = {place: _around(old, place[0]) for place in inside if place[0] == place[1]}
    same = _same(old, new, [*spans.values(), *(span for pair in around.values() for span in pair if span)])
    found: dict[Place, Place] = {}
    for place, span in spans.items():
        if span in same:
            found[place] = _with_blanks(span.of(old), same[span], new)
    for place, pair in around.items():
        if (at := _between(old, place[0], pair, same, new)) is not None:
            found[place] = at, at
    return found


def _same(old: str, new: str, spans: Sequence[Span]) -> Mapping[Span, Span]:
    from annotator.anchoring.from_text import from_text  # imported late: most articles have not changed

    found = zip(spans, from_text(old, new, spans), strict=True)
    return {span: place.span for span, place in found if place.verdict == SAME and place.span}


def _with_blanks(words: str, span: Span, new: str) -> Place:
    """Return the span with the blanks at the ends of the old words, where the new text has the same ones."""
    before, behind = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    start = span.start - len(before) if new[: span.start].endswith(before) else span.start
    end = span.end + len(behind) if new.startswith(behind, span.end) else span.end
    return start, end


def _around(text: str, at: int) -> tuple[Span | None, Span | None]:
    """Return the words before and behind the place; None for one that is missing."""
    before = BEFORE.search(text, max(0, at - NEAR), at)
    behind = BEHIND.match(text, at, at + NEAR)
    return (Span(*before.span()) if before else None), (Span(*behind.span()) if behind else None)


def _between(
    old: str, at: int, pair: tuple[Span | None, Span | None], same: Mapping[Span, Span], new: str
) -> int | None:
    """Return the place between the words before and behind it if these still follow each other, else None."""
    before, behind = pair
    if any(span and span not in same for span in pair) or not (before or behind):
        return None
    start = same[before].end if before else 0
    end = same[behind].start if behind else len(new)
    if start > end or seen(new[start:end]):
        return None
    return end if behind and (before is None or old[at - 1].isspace()) else start
