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
    changes = listed([*map(partial(_change, text), inlay.corrections[:MOST_SHOWN])])
    if len(inlay.corrections) > MOST_SHOWN:
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
    count = len(inlay.corrections)
    yield (
        count,
        ngettext(
            "{count} deletion was taken out of the text and kept as a correction of the article: {changes}.",
            "{count} deletions were taken out of the text and kept as corrections of the article: {changes}.",
            count,
        ),
    )
