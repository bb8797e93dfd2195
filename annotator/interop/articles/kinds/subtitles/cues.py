"""Cues of subtitles: what is said, by whom, and from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from annotator.interop.articles.kinds.subtitles.stretches import Stretch, stretches_in
from annotator.interop.articles.kinds.subtitles.time_lines import TIMES, times_of, words_after
from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import _, number

MOST_CUES = 100_000
EXAMPLE = "00:00:01,000 --> 00:00:04,000"
VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]{1,200})>")
MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<\d[\d:.]*>|\{\\[^{}\n]{0,100}\}")
"""Tags of both formats, times within a WebVTT cue, and positions as in “{\\an8}”."""

DASH = re.compile(r"[-\u2010-\u2015]")


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines of a cue without markup, its times in milliseconds, and who speaks, as far as the file says so."""

    times: tuple[int, int] | None
    lines: tuple[str, ...]
    voice: str = ""


def cues_in(text: str) -> Iterator[Cue]:
    """Yield the cues in the order of the file without other blocks, as styles and remarks. Raises ForeignError.

    Nothing comes from a file of which no line of times can be read; words before the first one have no times.
    """
    has_times = False
    lead: list[Cue] = []
    for count, stretch in enumerate(stretches_in(text)):
        if count > MOST_CUES:
            raise ForeignError(_("It has more than {most} subtitles.").format(most=number(MOST_CUES)))
        cue = _cue(stretch)
        has_times = has_times or bool(TIMES.fullmatch(stretch.times))
        if not has_times:
            lead.append(cue)
            continue
        yield from lead
        lead = []
        yield cue


def clock(milliseconds: int) -> str:
    """Return the time as “01:02:03.450”."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _cue(stretch: Stretch) -> Cue:
    words = "\n".join((words_after(stretch.times), *(line.words for line in stretch.lines)))
    voice = VOICE.search(words)
    plain = unescape(MARKUP.sub("", words)).split("\n")
    lines = tuple(" ".join(line.split()) for line in plain if line.strip())
    speaker = " ".join(unescape(voice[1]).split()) if voice else ""
    return Cue(times_of(stretch.times), lines, speaker)
