"""Cues of subtitles: what is said, by whom, and from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import _, number

MOST_CUES = 100_000
BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
TIMES = re.compile(rf"[ \t]*{TIME}[ \t]*-->[ \t]*{TIME}(?:[ \t].*)?")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]{1,200})>")
MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<\d[\d:.]*>|\{\\[^{}\n]{0,100}\}")
"""Tags of both formats, times within a WebVTT cue, and positions as in “{\\an8}”."""

DASH = re.compile(r"[-\u2010-\u2015]")


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines of a cue without markup, its times in milliseconds, and who speaks, as far as the file says so."""

    start: int
    end: int
    lines: tuple[str, ...]
    voice: str = ""


def cues_in(text: str) -> Iterator[Cue]:
    """Yield the cues in the order of the file without other blocks, as styles and remarks. Raises ForeignError."""
    for count, block in enumerate(BLANK_LINE.split(text.strip("\n"))):
        if count > MOST_CUES:
            raise ForeignError(_("It has more than {most} subtitles.").format(most=number(MOST_CUES)))
        lines = block.split("\n")
        at = next((at for at, line in enumerate(lines[:2]) if TIMES.fullmatch(line)), None)
        if at is not None:
            yield _cue(lines[at], "\n".join(lines[at + 1 :]))


def clock(milliseconds: int) -> str:
    """Return the time as “01:02:03.450”."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _cue(times: str, words: str) -> Cue:
    match = TIMES.fullmatch(times)
    assert match
    voice = VOICE.search(words)
    plain = unescape(MARKUP.sub("", words)).split("\n")
    lines = tuple(" ".join(line.split()) for line in plain if line.strip())
    speaker = " ".join(unescape(voice[1]).split()) if voice else ""
    return Cue(_milliseconds(*match.groups()[:4]), _milliseconds(*match.groups()[4:]), lines, speaker)


def _milliseconds(hours: str | None, minutes: str, seconds: str, rest: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest.ljust(3, "0"))
