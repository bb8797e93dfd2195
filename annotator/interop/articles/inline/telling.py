"""Notes on what was settled within the paragraphs of a text; by none of it is anything of the article lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from annotator.interop.articles.inline.inlay import Correction, Inlay
from annotator.language.plain_line import shortened
from annotator.translation.messages import listed, ngettext, number

MOST_SHOWN, LONGEST_WORDS = 3, 40


def inlay_notes(inlay: Inlay, text: str = "") -> tuple[str, ...]:
    """Return a sentence for each kind of thing that was settled in the text, with its count."""
    deletions = [one for one in inlay.corrections if one.old]
    changes = listed([*map(partial(_change, text), deletions[:MOST_SHOWN])])
    if len(deletions) > MOST_SHOWN:
        changes += " …"
    return tuple(message.format(count=number(count), changes=changes) for count, message in _messages(inlay) if count)


def _change(text: str, one: Correction) -> str:
    """Return “15” → “12”, or only the old words where nothing replaces them."""
    old, new = (shortened(words, LONGEST_WORDS) for words in (one.old, text[one.start : one.end]))
    return f"“{old}” → “{new}”" if new else f"“{old}”"


def _messages(inlay: Inlay) -> Iterator[tuple[int, str]]:
    count = inlay.levels
    yield (
        count,
        ngettext(
            "{count} raised or lowered number was written with raised or lowered digits, as in 10⁶.",
            "{count} raised or lowered numbers were written with raised or lowered digits, as in 10⁶.",
            count,
        ),
    )
    count = inlay.set_apart
    yield (
        count,
        ngettext(
            "{count} mark of a footnote was set apart from the figure before it.",
            "{count} marks of footnotes were set apart from the figures before them.",
            count,
        ),
    )
    yield from _changes(inlay)


def _changes(inlay: Inlay) -> Iterator[tuple[int, str]]:
    count = sum(1 for one in inlay.corrections if one.old)
    yield (
        count,
        ngettext(
            "{count} deletion was taken out of the text and kept as a correction of the article: {changes}.",
            "{count} deletions were taken out of the text and kept as corrections of the article: {changes}.",
            count,
        ),
    )
    count = sum(1 for one in inlay.corrections if not one.old and not one.is_moved)
    yield (
        count,
        ngettext(
            "{count} insertion stays in the text and is kept as a correction of the article.",
            "{count} insertions stay in the text and are kept as corrections of the article.",
            count,
        ),
    )
    count = sum(1 for one in inlay.corrections if one.is_moved)
    yield (
        count,
        ngettext(
            "{count} moved passage stands where it was moved to and is kept as a correction of the article.",
            "{count} moved passages stand where they were moved to and are kept as corrections of the article.",
            count,
        ),
    )
