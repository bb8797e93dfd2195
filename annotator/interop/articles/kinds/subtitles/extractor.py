"""Extractor for subtitles and transcripts with times: SubRip and WebVTT."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.counting import guessed
from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.articles.incoming import bounded
from annotator.interop.articles.kinds.subtitles.cues import DASH, EXAMPLE, Cue, clock, cues_in
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import made_by
from annotator.storage.articles.encodings import NotTextError, detected, doubtful, name_of
from annotator.translation.messages import N_, _, ngettext, number

PAUSE = 2_000
"""Least silence before a new paragraph, in milliseconds."""

NO_CUES = N_("It has no subtitles with their times, as in {example}.")
NAMED = N_("Who speaks, as the subtitles say, was written before the words, with a colon.")


def extract(data: bytes, name: str, _wishes: Wishes) -> Iterator[Extracted]:
    """Yield what is said as one text, with the time of each stretch. Raises ForeignError."""
    try:
        read, code, is_guess = detected(bounded(data))
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    notes = (guessed(name_of(code), [*map(name_of, doubtful(data, code))]),) if is_guess else ()
    source, altered = cleaned(read)
    cues = [*cues_in(source)]
    text, times, repeated = _text(cues)
    if not text:
        raise ForeignError(_(NO_CUES).format(example=EXAMPLE))
    named = (_(NAMED),) if any(cue.voice for cue in cues) else ()
    notes += (*altered, *named, *_without_repeats(repeated), *_without_times(cues))
    yield Extracted(
        PurePath(name).stem, text, made_by=made_by("annotator"), notes=notes, harmless=frozenset(named), times=times
    )


def _text(cues: Iterable[Cue]) -> tuple[str, tuple[str, ...], int]:
    """Return the text, the range and the times of each cue, and the number of lines that only repeat the cue before."""
    text, repeated = "", 0
    times: list[str] = []
    before: Cue | None = None
    voice = ""
    for cue in cues:
        lines = _new_lines(cue, before)
        repeated += len(cue.lines) - len(lines)
        if lines:
            speaks = f"{cue.voice}: " if cue.voice and cue.voice != voice else ""
            text += _between(text, cue, before, is_other=bool(speaks))
            words = speaks + _joined(lines)
            times += _timed(len(text), len(text) + len(words), cue)
            text, voice = text + words, cue.voice or voice
        before = cue
    return text, tuple(times), repeated


def _timed(start: int, end: int, cue: Cue) -> list[str]:
    return [f"{start}-{end} {' --> '.join(map(clock, cue.times))}"] if cue.times else []


def _pause(before: Cue, cue: Cue) -> int:
    """Return the silence between two cues in milliseconds; 0 where it is not known."""
    return cue.times[0] - before.times[1] if cue.times and before.times else 0


def _new_lines(cue: Cue, before: Cue | None) -> tuple[str, ...]:
    """Return the lines without those at the beginning that end the cue before, as in captions that roll up."""
    shown = before.lines if before and _pause(before, cue) <= PAUSE else ()
    for count in range(min(len(cue.lines), len(shown)), 0, -1):
        if shown[-count:] == cue.lines[:count]:
            return cue.lines[count:]
    return cue.lines


def _between(text: str, cue: Cue, before: Cue | None, *, is_other: bool) -> str:
    if not text or before is None:
        return ""
    return "\n\n" if is_other or _pause(before, cue) >= PAUSE else "\n"


def _joined(lines: Iterable[str]) -> str:
    """Return the lines as one, but for what different people say, which begins with a dash."""
    text = ""
    for line in lines:
        text += ("\n" if DASH.match(line) else " ") * bool(text) + line
    return text


def _without_times(cues: Iterable[Cue]) -> tuple[str, ...]:
    count = sum(bool(cue.lines) and cue.times is None for cue in cues)
    message = ngettext(
        "{count} stretch has no valid time in the file, so it came in without one.",
        "{count} stretches have no valid times in the file, so they came in without them.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def _without_repeats(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} line was left out, as the subtitle before it had it already.",
        "{count} lines were left out, as the subtitles before them had them already.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


EXTRACTOR = Extractor("subtitles", N_("Subtitles"), (".srt", ".vtt"), extract)
