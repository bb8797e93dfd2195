"""Splitting of mailboxes (mbox): each message follows a line that begins with “From ”."""

from __future__ import annotations

import re
from collections.abc import Iterator

BEGINNING = b"From "
BETWEEN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d:\d\d[^\n]*\n|\AFrom [^\n]*(?:\n|\Z)")
"""Separator line; it has a time of day, which distinguishes it from a paragraph that begins with “From ”."""

QUOTED = re.compile(rb"(?m)^>(>*From )")
"""Escaped line of a message that would otherwise look like a separator."""


def is_mailbox(data: bytes) -> bool:
    """Return whether the data begins like a mailbox."""
    return data.startswith(BEGINNING)


def messages_in(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the messages, each with the number of the line on which it begins."""
    begins = [(match.start(), match.end()) for match in BETWEEN.finditer(data)]
    ends = [start for start, _ in begins[1:]] + [len(data)]
    line, counted = 1, 0
    for (start, begin), end in zip(begins, ends, strict=True):
        line += data.count(b"\n", counted, start)
        counted = start
        yield line, QUOTED.sub(rb"\1", data[begin:end])
