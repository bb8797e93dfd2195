"""Comments as lines of a note: who wrote them, when, and what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.interop.articles.day import day_of
from annotator.interop.articles.margin.margin import Comment
from annotator.translation.messages import N_, _

TIME = re.compile(r"[T ](\d\d:\d\d)")
REPLY = "↳ "
RESOLVED, OPENED = N_("(resolved)"), N_("(opened again)")
GOOGLE = {"_Marked as resolved_": RESOLVED, "_Re-opened_": OPENED}
"""Texts of the comments by which Google Docs says that one was resolved or opened again."""


def comment_lines(thread: Sequence[Comment]) -> list[str]:
    """Return “Ana Ruiz, 2024-05-01 09:30: Sure?” and the replies below it, and that it is resolved where it is."""
    first, *replies = thread
    lines = [_said(first), *(REPLY + _said(reply) for reply in replies)]
    return [*lines, _(RESOLVED)] if first.is_resolved else lines


def signature(comment: Comment) -> str:
    """Return “Ana Ruiz, 2024-05-01 09:30”, as far as the file says who wrote the comment and when."""
    clock = TIME.search(comment.time)
    when = " ".join(filter(None, (day_of(comment.time), clock[1] if clock else "")))
    return ", ".join(filter(None, (" ".join(comment.writer.split()), when)))


def _said(comment: Comment) -> str:
    who, text = signature(comment), comment.text.strip()
    text = _(GOOGLE[text]) if text in GOOGLE else text
    return f"{who}: {text}" if who else text
