"""Mailboxes (mbox): messages one after the other, each after a line that begins with “From ”."""

from __future__ import annotations

import re
from collections.abc import Iterator

BEGINNING = b"From "
BETWEEN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d:\d\d[^\n]*\n|\AFrom [^\n]*(?:\n|\Z)")
"""The line has a time of day: a paragraph of a text that begins with “From ” has none."""

QUOTED = re.compile(rb"(?m)^>(>*From )")
"""A line of a message that would be taken for the beginning of one."""


def is_mailbox(data: bytes) -> bool:
    """Whether it begins as a mailbox does."""
    return data.startswith(BEGINNING)


def messages_in(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The messages, and the lines in which they begin."""
    begins = [(match.start(), match.end()) for match in BETWEEN.finditer(data)]
    ends = [start for start, _ in begins[1:]] + [len(data)]
    line, counted = 1, 0
    for (start, begin), end in zip(begins, ends, strict=True):
        line += data.count(b"\n", counted, start)
        counted = start
        yield line, QUOTED.sub(rb"\1", data[begin:end])
