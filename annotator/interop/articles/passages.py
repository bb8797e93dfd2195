"""Notes on passages that stand between those of an article and are left out."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.language.plain_line import shortened
from annotator.language.quoted_words import without_marks
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, ngettext, number

MOST_TOLD, LONGEST_TOLD = 20, 160


def notes_on_left_out(passages: Sequence[str]) -> tuple[str, ...]:
    """Return a note for each of the passages, and one on those beyond ``MOST_TOLD``."""
    message = _("Left out between the paragraphs of the article: “{words}”.")
    notes = [message.format(words=shown(shortened(without_marks(text), LONGEST_TOLD))) for text in passages[:MOST_TOLD]]
    more = len(passages) - MOST_TOLD
    if more > 0:
        message = ngettext("{count} more passage was left out.", "{count} more passages were left out.", more)
        notes.append(message.format(count=number(more)))
    return tuple(notes)
