"""Comments in a file: who wrote them, when, and what, and the words that they are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import category

from annotator.interop.articles.day import day_of
from annotator.interop.articles.extracted import Remark
from annotator.interop.articles.inline.inlay import CommentPlace, Inlay
from annotator.language.plain_line import shortened
from annotator.model.span import Span, trimmed
from annotator.translation.messages import listed, ngettext, number

MOST_WRITERS, LONGEST_NAME = 5, 60
MOST_COMMENTS = 20_000
TIME = re.compile(r"[T ](\d\d:\d\d)")
RUN, FARTHEST = re.compile(r"\S{1,200}"), 400
WRITTEN = frozenset(["Lu", "Ll", "Lt", "Lo", "Nd"])
"""Categories of letters and digits, without the raised ones that are marks of notes."""


@dataclass(frozen=True, slots=True)
class Comment:
    """Writer and time of a comment as the file names them, and its text; each is empty where there is none."""

    writer: str
    time: str = ""
    text: str = ""


def remarks_of(inlay: Inlay, text: str, comments: Mapping[int, Comment]) -> tuple[Remark, ...]:
    """Return the comments, by number, on the words at their places; those on the same words are one remark."""
    notes: dict[Span, list[str]] = defaultdict(list)
    for one, place in _places(inlay, text).items():
        if one in comments and (span := place.words(text)):
            notes[span].append(_said(comments[one]))
    return tuple(Remark(span, "\n".join(said)) for span, said in sorted(notes.items()))


@dataclass(frozen=True, slots=True)
class _Place:
    """Range that a comment is about; ``is_beside`` where its words are not in the text."""

    start: int
    end: int
    is_beside: bool

    def words(self, text: str) -> Span | None:
        """Return the words from start to end; where there is none between, a word of the same line.

        That is the next word for words that are not in the text, else the word before.
        """
        if not self.is_beside and (span := trimmed(text, self.start, self.end)):
            return span
        before, after = _word_before(text, self.start), _word_after(text, self.start)
        return (after or before) if self.is_beside else (before or after)


def _places(inlay: Inlay, text: str) -> dict[int, _Place]:
    """Return the places of comments by number, in the order of the numbers."""
    starts: dict[int, CommentPlace] = {}
    ends: dict[int, CommentPlace] = {}
    for place in inlay.comment_places:
        (starts if place.is_start else ends).setdefault(place.comment, place)
    deletions = {one.start for one in inlay.corrections if one.start == one.end}
    found: dict[int, _Place] = {}
    for one in sorted(starts.keys() | ends.keys()):
        first, last = starts.get(one) or ends[one], ends.get(one) or starts[one]
        start, end = first.at, max(first.at, last.at)
        is_empty = trimmed(text, start, end) is None
        is_gone = is_empty and (first.is_beside or not deletions.isdisjoint(range(start, end + 1)))
        found[one] = _Place(start, end, is_gone)
    return found


def _word_before(text: str, at: int) -> Span | None:
    line = text.rfind("\n", 0, at) + 1
    return next(iter(_runs(text, max(line, at - FARTHEST), at)[::-1]), None)


def _word_after(text: str, at: int) -> Span | None:
    line = text.find("\n", at)
    return next(iter(_runs(text, at, min(len(text) if line < 0 else line, at + FARTHEST))), None)


def _runs(text: str, start: int, end: int) -> list[Span]:
    """Return what stands between blanks: all that have letters or digits, or else all."""
    runs = [Span(*run.span()) for run in RUN.finditer(text, start, end)]
    return [run for run in runs if _is_word(run.of(text))] or runs


def _is_word(run: str) -> bool:
    return any(category(char) in WRITTEN for char in run)


def _said(comment: Comment) -> str:
    """Return “Ana Ruiz, 2024-05-01 09:00: Sure?”."""
    clock = TIME.search(comment.time)
    when = " ".join(filter(None, (day_of(comment.time), clock[1] if clock else "")))
    who = ", ".join(filter(None, (" ".join(comment.writer.split()), when)))
    return f"{who}: {comment.text.strip()}" if who else comment.text.strip()


def remark_notes(inlay: Inlay, text: str, comments: Mapping[int, Comment]) -> tuple[str, ...]:
    """Return the sentences on comments that have become notes, with who wrote them and when."""
    beside = {one for one, place in _places(inlay, text).items() if place.is_beside} & comments.keys()
    return (*_on_words([comments[one] for one in comments if one not in beside]), *_beside_words(len(beside)))


def _beside_words(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} comment is about words that are not in the text, as deleted ones, so it is a note beside them.",
        "{count} comments are about words that are not in the text, as deleted ones, so they are notes beside them.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def _on_words(comments: Sequence[Comment]) -> tuple[str, ...]:
    """Return the sentence on comments that are on the words that they are about."""
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
