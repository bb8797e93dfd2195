"""Writers and days of the comments in an office document, which an article cannot hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.interop.articles.day import day_of
from annotator.language.plain_line import shortened
from annotator.translation.messages import listed

MOST_WRITERS, LONGEST_NAME = 5, 60


@dataclass(frozen=True, slots=True)
class Comment:
    """Writer and time of a comment as the document names them; each is empty where it does not."""

    writer: str
    time: str = ""


def writers(comments: Sequence[Comment]) -> str:
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
