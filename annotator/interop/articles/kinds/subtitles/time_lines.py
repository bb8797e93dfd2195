"""Lines of subtitles that say from when to when a cue is shown."""

from __future__ import annotations

import re

ARROW = r"(?:[-=\u2010-\u2015]{1,3}[ \t]?>|[\u2192\u21d2])"
COLON = r"[ \t]?:[ \t]?"
TIME = rf"(?:(\d{{1,4}}){COLON})?(\d{{1,2}}){COLON}(\d{{1,2}})(?:[ \t]?[,.][ \t]?(\d{{1,9}}))?(?![\d:.,])"
SETTING = r"(?:X1|X2|Y1|Y2|align|line|position|region|size|vertical):\S+"
REST = rf"(?:(?:[ \t]+{SETTING})*[ \t]*$|[ \t]+(?P<words>.+))"
TIMES = re.compile(rf"[ \t]*{TIME}[ \t]*{ARROW}[ \t]*{TIME}{REST}", re.I)
BAD_TIMES = re.compile(rf"(?=.*\d:)[ \t]*[\w:.,;?]*[ \t]*{ARROW}[ \t]*(?:\d[\w:.,;?]*)?{REST}", re.I)
"""Line with an arrow, and a figure with a colon, that is not from one time to another."""

PIECE = re.compile(r"[\d:.,\s]*\d:[\d:.,\s]*[-\s>]*")
"""Beginning of a line of times, as where a file is cut off."""


def is_time_line(line: str) -> bool:
    """Return whether the line says or is meant to say from when to when a cue is shown."""
    return bool(TIMES.fullmatch(line) or BAD_TIMES.fullmatch(line))


def times_of(line: str) -> tuple[int, int] | None:
    """Return start and end in milliseconds; None where they are not valid or the end is before the start."""
    match = TIMES.fullmatch(line)
    if not match:
        return None
    start, end = _milliseconds(*match.groups()[:4]), _milliseconds(*match.groups()[4:8])
    return (start, end) if start <= end else None


def words_after(line: str) -> str:
    """Return what stands behind the times and is no setting of the place of a cue."""
    match = TIMES.fullmatch(line) or BAD_TIMES.fullmatch(line)
    return (match["words"] or "") if match else ""


def _milliseconds(hours: str | None, minutes: str, seconds: str, rest: str | None) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((rest or "").ljust(3, "0")[:3])
