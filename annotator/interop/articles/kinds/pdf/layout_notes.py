"""Notes on what stands among the lines of a PDF's pages and is no line of the text."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.storage.files.file_error import told
from annotator.translation.messages import listed, ngettext, number

MOST_TOLD = 5


def layout_notes(numbers: int, marks: Sequence[str], tables: int) -> tuple[str, ...]:
    """Return the notes on numbers of lines, watermarks and tables, as far as there were any."""
    return (*_numbers(numbers), *_marks(marks), *_tables(tables))


def _numbers(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} number of a line was left out.", "{count} numbers of lines in the margin were left out.", count
    )
    return (message.format(count=number(count)),) if count else ()


def _marks(marks: Sequence[str]) -> tuple[str, ...]:
    different = [*dict.fromkeys(" ".join(mark.split()) for mark in marks)]
    words = listed([*map(told, different[:MOST_TOLD]), *(["…"] if len(different) > MOST_TOLD else [])])
    message = ngettext(
        "{count} watermark, or other text that is turned, was left out: {words}.",
        "{count} watermarks, or other texts that are turned, were left out: {words}.",
        len(marks),
    )
    return (message.format(count=number(len(marks)), words=words),) if marks else ()


def _tables(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} table was written as lines, with tabs between the cells.",
        "{count} tables were written as lines, with tabs between the cells.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()
