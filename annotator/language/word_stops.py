"""Stops of the caret as it goes by word."""

from __future__ import annotations

from annotator.language.paragraphs import window
from annotator.language.words import words


def next_stop(text: str, position: int, *, forward: bool) -> int:
    """Return where the caret goes from ``position`` by one word.

    It stops where words begin, where one ends before a punctuation mark, and at the ends of paragraphs, so that a word
    can be selected without the full stop behind it.
    """
    start, stop = window(text, position)
    stops = {start, stop}
    for word in words(text, start, stop):
        stops.add(word.start)
        if not text[word.end : word.end + 1].isspace():
            stops.add(word.end)
    if forward:
        return min((place for place in stops if place > position), default=min(stop + 1, len(text)))
    return max((place for place in stops if place < position), default=max(start - 1, 0))
