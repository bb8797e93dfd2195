"""Comments in a file: who wrote them, when, and what, and the words that they are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.interop.articles.day import day_of
from annotator.interop.articles.extracted import Remark
from annotator.interop.articles.inline.inlay import Inlay
from annotator.language.plain_line import shortened
from annotator.model.span import Span, trimmed
from annotator.translation.messages import listed, ngettext, number

MOST_WRITERS, LONGEST_NAME = 5, 60
MOST_COMMENTS = 20_000
TIME = re.compile(r"[T ](\d\d:\d\d)")
WORD_BEFORE, WORD_AFTER = re.compile(r"\S{1,200}\s*\Z"), re.compile(r"\s*\S{1,200}")


@dataclass(frozen=True, slots=True)
class Comment:
    """Writer and time of a comment as the file names them, and its text; each is empty where there is none."""

    writer: str
    time: str = ""
    text: str = ""


def remarks_of(inlay: Inlay, text: str, comments: Mapping[int, Comment]) -> tuple[Remark, ...]:
    """Return the comments, by number, on the words at their places; those on the same words are one remark."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for place in inlay.comment_places:
        (starts if place.is_start else ends).setdefault(place.comment, place.at)
    notes: dict[Span, list[str]] = defaultdict(list)
    for one, comment in comments.items():
        start = starts.get(one, ends.get(one))
        if start is not None and (span := _words(text, start, ends.get(one, start))):
            notes[span].append(_said(comment))
    return tuple(Remark(span, "\n".join(said)) for span, said in sorted(notes.items()))


def _words(text: str, start: int, end: int) -> Span | None:
    """Return the words from start to end; the word before or else after where there is none between."""
    if span := trimmed(text, start, max(start, end)):
        return span
    if before := WORD_BEFORE.search(text, max(0, start - 250), start):
        return trimmed(text, before.start(), before.end())
    after = WORD_AFTER.match(text, start)
    return trimmed(text, after.start(), after.end()) if after else None


def _said(comment: Comment) -> str:
    """Return “Ana Ruiz, 2024-05-01 09:00: Sure?”."""
    clock = TIME.search(comment.time)
    when = " ".join(filter(None, (day_of(comment.time), clock[1] if clock else "")))
    who = ", ".join(filter(None, (" ".join(comment.writer.split()), when)))
    return f"{who}: {comment.text.strip()}" if who else comment.text.strip()


def remark_notes(comments: Sequence[Comment]) -> tuple[str, ...]:
    """Return the sentence on comments that have become notes, with who wrote them and when."""
    count, names = len(comments), writers(comments)
    message = (
        ngettext(
            "{count} comment by {names} came in as a note on the words that it is about.",
            "{count} comments by {names} came in as notes on the words that they are about.",
            count,
        )
        if names
        else ngettext(
            "{count} comment came in as a note on the words that it is about.",
            "{count} comments came in as notes on the words that they are about.",
            count,
        )
    )
    return (message.format(count=number(count), names=names),) if count else ()


def writers(comments: Iterable[Comment]) -> str:
    """Return “Ana Ruiz (2024-05-01 – 2024-05-03), Sam”, in the order of their first comments; empty for no names."""
    days: dict[str, set[str]] = defaultdict(set)
    for comment in comments:
        if name := shortened(comment.writer, LONGEST_NAME):
            days[name].add(day_of(comment.time))
    found = [_with_days(name, sorted(those - {""})) for name, those in days.items()]
    return listed([*found[:MOST_WRITERS], "…"] if len(found) > MOST_WRITERS else found)


def _with_days(name: str, days: Sequence[str]) -> str:
    if not days:
        return name
    return f"{name} ({days[0]})" if len(days) == 1 else f"{name} ({days[0]} – {days[-1]})"
