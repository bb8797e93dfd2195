"""Cues of subtitles: what is said, by whom, and from when to when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.translation.messages import N_, _, number

MOST_CUES = 100_000
BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
TIMES = re.compile(rf"[ \t]*{TIME}[ \t]*-->[ \t]*{TIME}(?:[ \t].*)?")
ARROW = "-->"
NO_TIMES = N_("The times of the subtitle cannot be read, so it was left out. They must be written as in {example}.")
EXAMPLE = "00:00:01,000 --> 00:00:04,000"
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


def cues_in(text: str, failed: Callable[[ForeignError], None]) -> Iterator[Cue]:
    """Yield the cues in the order of the file without other blocks, as styles and remarks. Raises ForeignError.

    ``failed`` takes the error of each cue whose times cannot be read.
    """
    for count, (begin, block) in enumerate(_blocks(text)):
        if count > MOST_CUES:
            raise ForeignError(_("It has more than {most} subtitles.").format(most=number(MOST_CUES)))
        lines = block.split("\n")
        at = next((at for at, line in enumerate(lines[:2]) if TIMES.fullmatch(line)), None)
        if at is not None:
            yield _cue(lines[at], "\n".join(lines[at + 1 :]))
        elif any(ARROW in line for line in lines[:2]):
            failed(ForeignError(_(NO_TIMES).format(example=EXAMPLE), line_place(begin), begin))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the blocks between blank lines, each with the number of the line on which it begins."""
    at, line = 0, 1
    for between in (*BLANK_LINE.finditer(text), None):
        end = between.start() if between else len(text)
        block = text[at:end]
        yield line + len(block) - len(block.lstrip("\n")), block.strip("\n")
        if between:
            line += text.count("\n", at, between.end())
            at = between.end()


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
