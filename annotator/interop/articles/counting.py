"""Notes that count what was left out or altered, one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

EDGES = "The headers and footers of its pages were left out."


def counted(count: int, one: str) -> str:
    """Return the count with its noun: “1 image”, “1,204 footnotes”, “2 text boxes”."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}{'es' if one.endswith(('x', 's', 'sh')) else 's'}"


def sentence(count: int, one: str, what: str) -> str:
    """Return a sentence such as “3 images were left out.”"""
    return f"{counted(count, one)} {'was' if count == 1 else 'were'} {what}."


def left_out(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return a note for each kind of thing with a count above 0."""
    return tuple(sentence(count, one, "left out") for one, count in counts.items() if count)


def without_bullets(count: int) -> tuple[str, ...]:
    """Return the note on bullets and numbers that programs generate before the paragraphs of a list."""
    return (f"The bullets or numbers before {counted(count, 'paragraph')} were left out.",) if count else ()
