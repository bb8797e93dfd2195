"""Articles of which only blanks and line ends were changed by chance, of which it is known where every span went."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable

from annotator.model.span import Span

PARAGRAPH_END = re.compile(r"\s*\n\s*\n\s*")
BLANK = re.compile(r"\s+")
BLANKS = (" ", " ", " ", "  ", "\u00a0", "\t", "\n", " \n", "\n    ")


def wrapped(text: str, source: random.Random) -> str:
    """Return the text with its paragraphs broken at some width."""
    width = source.choice([30, 50, 72, 80, 100])
    paragraphs = (textwrap.wrap(paragraph, width, break_on_hyphens=False) for paragraph in _paragraphs(text))
    return "\n\n".join("\n".join(lines) for lines in paragraphs) + "\n"


def unwrapped(text: str, _source: random.Random) -> str:
    """Return the text with every paragraph on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in _paragraphs(text)) + "\n"


def other_blanks(text: str, source: random.Random) -> str:
    """Return the text with some of its blanks exchanged."""
    return BLANK.sub(lambda found: source.choice(BLANKS) if source.random() < 0.2 else found[0], text)


def paragraphs_joined(text: str, source: random.Random) -> str:
    """Return the text with blank lines between paragraphs taken out, some paragraphs joined, some set apart more."""
    return PARAGRAPH_END.sub(lambda _found: source.choice(["\n", "\n", " ", "\n\n\n", "\r\n\r\n"]), text)


WAYS: tuple[Callable[[str, random.Random], str], ...] = (wrapped, unwrapped, other_blanks, paragraphs_joined)


def truths(old: str, new: str) -> Callable[[Span], Span]:
    """Return the function that returns where a span went; the texts must differ in blanks only."""
    ours = [at for at, character in enumerate(old) if not character.isspace()]
    theirs = [at for at, character in enumerate(new) if not character.isspace()]
    went = dict(zip(ours, theirs, strict=True))

    def truth(span: Span) -> Span:
        inside = [went[at] for at in range(span.start, span.end) if at in went]
        return Span(inside[0], inside[-1] + 1)

    return truth


def _paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in PARAGRAPH_END.split(text) if paragraph.strip()]
