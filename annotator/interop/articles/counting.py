"""Notes on what was left out, a sentence each."""

from __future__ import annotations

from collections.abc import Mapping

EDGES = "The headers and footers of its pages were left out."


def counted(count: int, one: str) -> str:
    """“1 image”, “1,204 footnotes”, “2 text boxes”."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}{'es' if one.endswith(('x', 's', 'sh')) else 's'}"


def sentence(count: int, one: str, what: str) -> str:
    """The thing and what happened to it: “3 images were left out.”"""
    return f"{counted(count, one)} {'was' if count == 1 else 'were'} {what}."


def left_out(counts: Mapping[str, int]) -> tuple[str, ...]:
    """One note for each kind of thing of which there were some."""
    return tuple(sentence(count, one, "left out") for one, count in counts.items() if count)


def without_bullets(count: int) -> tuple[str, ...]:
    """The note on what programs put before the paragraphs of a list by themselves."""
    return (f"The bullets or numbers before {counted(count, 'paragraph')} were left out.",) if count else ()
