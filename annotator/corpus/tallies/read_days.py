"""Days on which sentences were read, as far as the history of the sidecar tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from annotator.model.reading import covers
from annotator.model.span import Span
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.history import Version

HASH = re.compile(rb"^  sha256: [\"']?([0-9a-f]{64})", re.MULTILINE)
READ = re.compile(rb"^read:\n((?:- \[\d+, \d+\]\n)+)", re.MULTILINE)
RANGE = re.compile(rb"(\d+), (\d+)")


def read_days(known: Sequence[Version], sha256: str, read: Iterable[Span]) -> tuple[tuple[str, int], ...]:
    """Return days, ``2026-11-22``, with the number of the sentences ``read`` that were read on each, in order.

    ``known`` are the versions of a sidecar, newest first. The history keeps the first of each day, which is how it
    stood before that day. A sentence counts from the last day on before which it was not read: it may have been read
    earlier, never later. Without versions of the text with that hash no day is known.
    """
    days = [*_days(known, sha256)]
    if not days:
        return ()
    found = Counter(_day_of(sentence, days) for sentence in read)
    return tuple(sorted(found.items()))


def _day_of(sentence: Span, days: Sequence[tuple[str, Sequence[Span]]]) -> str:
    unread = [day for day, before in days if not covers(before, sentence)]
    return unread[-1] if unread else days[0][0]


def _days(known: Sequence[Version], sha256: str) -> Iterator[tuple[str, list[Span]]]:
    """Yield each day with what had been read before it, the oldest first."""
    for version in _first_of_days(reversed(known)):
        try:
            data = version.data()
        except FileError:
            continue
        made_on = HASH.search(data)
        if made_on and made_on[1].decode() == sha256:
            yield version.at[:10], _read_in(data)


def _first_of_days(known: Iterable[Version]) -> Iterator[Version]:
    seen = set[str]()
    for version in known:
        if version.at[:10] not in seen:
            seen.add(version.at[:10])
            yield version


def _read_in(data: bytes) -> list[Span]:
    found = READ.search(data)
    ranges = RANGE.findall(found[1]) if found else []
    return [Span(int(start), int(end)) for start, end in ranges if int(start) < int(end)]
