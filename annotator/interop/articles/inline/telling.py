"""Notes on what was settled within the paragraphs of a text; by none of it is anything of the article lost."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.interop.articles.inline.inlay import Inlay
from annotator.translation.messages import ngettext, number


def inlay_notes(inlay: Inlay) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that was settled, with its count."""
    return tuple(message.format(count=number(count)) for count, message in _messages(inlay) if count)


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
            "{count} deletion was taken out of the text and kept as a correction of the article.",
            "{count} deletions were taken out of the text and kept as corrections of the article.",
            count,
        ),
    )
