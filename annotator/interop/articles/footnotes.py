"""Footnotes and endnotes, which stand at the end of a text as parts of it, each behind its mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.interop.articles.blocks import Block
from annotator.interop.articles.extracted import FOOTNOTE
from annotator.interop.articles.inline.levels import mark as shown_mark
from annotator.interop.articles.inline.signs import MARK, signed
from annotator.translation.messages import ngettext, number

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LARGEST_ROMAN = 100


def note_sign(mark: str) -> str:
    """Return the sign of a note's mark, with raised digits; it is counted with the notes and not as a raised number."""
    return signed(shown_mark(mark, ""), MARK)


def note_blocks(mark: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of a note, the first behind the mark unless that is empty."""
    before = f"{shown_mark(mark, '')} " if mark else ""
    for block in (block for block in blocks if block.text):
        yield Block(before + block.text, FOOTNOTE, block.inlay.shifted(len(before)))
        before = ""


def roman(count: int) -> str:
    """Return the number in small Roman numerals, as programs count endnotes; a large one in digits."""
    if count > LARGEST_ROMAN:
        return str(count)
    text = ""
    for value, sign in ROMAN:
        text += sign * (count // value)
        count %= value
    return text


def footnote_notes(count: int) -> tuple[str, ...]:
    """Return the sentence on notes that stand at the end of the text."""
    message = ngettext(
        "{count} footnote or endnote stands at the end of the text, with its mark in it.",
        "{count} footnotes and endnotes stand at the end of the text, with their marks in it.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()
