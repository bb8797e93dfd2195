"""Division of subtitles into stretches, each with its line of times, also where blank lines or times are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.interop.articles.kinds.subtitles.time_lines import PIECE, is_time_line

ASIDE = re.compile(r"NOTE(?:[ \t].*)?|STYLE[ \t]*|REGION[ \t]*")
"""First line of a block of WebVTT that has no words of its own."""

WEBVTT = "WEBVTT"


@dataclass(frozen=True, slots=True)
class Line:
    """Line with words; whether it begins a block."""

    words: str
    is_first: bool


@dataclass(slots=True)
class Stretch:
    """Lines up to the next line of times; ``times`` is its own one, empty where it has none."""

    times: str = ""
    index: int = 0
    lines: list[Line] = field(default_factory=list)


def stretches_in(text: str) -> Iterator[Stretch]:
    """Yield the stretches of the file; a block without times goes on with the stretch before it."""
    is_webvtt = is_aside = text.startswith(WEBVTT)
    now, after_blank = Stretch(), True
    for line in text.split("\n"):
        if is_time_line(line):
            before, index = now, _taken_index(now, after_blank=after_blank, is_webvtt=is_webvtt)
            yield from _divided(before)
            now, is_aside = Stretch(line, index), False
        elif not line.strip():
            is_aside = False
        else:
            is_aside = is_aside or (is_webvtt and after_blank and bool(ASIDE.fullmatch(line)))
            if not is_aside:
                now.lines.append(Line(line, after_blank))
        after_blank = not line.strip()
    yield from _divided(now)


def _taken_index(before: Stretch, *, after_blank: bool, is_webvtt: bool) -> int:
    """Remove the number or name of the next cue from the end of the stretch before, and return the number."""
    last = before.lines[-1] if before.lines else Line("", is_first=False)
    begins_block = last.is_first and not after_blank
    if (begins_block and _number(last.words)) or _number(last.words) == before.index + 1:
        return _number(before.lines.pop().words)
    if is_webvtt and begins_block and (len(before.lines) > 1 or not before.times):
        before.lines.pop()
    return before.index + 1 if before.index else 0


def _divided(stretch: Stretch) -> Iterator[Stretch]:
    """Yield the stretch, and apart what stands behind the next number: a cue without times."""
    part = Stretch(stretch.times, stretch.index)
    for line in stretch.lines:
        if line.is_first and part.index and _number(line.words) == part.index + 1:
            yield part
            part = Stretch(index=part.index + 1)
        elif part.times or part.lines or not PIECE.fullmatch(line.words):
            part.lines.append(line)
    yield part


def _number(words: str) -> int:
    """Return the number that is all there is; 0 for others."""
    plain = words.strip()
    return int(plain) if plain.isdecimal() and len(plain) < 10 else 0
