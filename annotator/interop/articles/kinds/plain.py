"""Extractor for plain text, pasted or from a file, which is taken as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from annotator.interop.articles.counting import guessed
from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.articles.incoming import bounded
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import made_by
from annotator.storage.articles.encodings import NotTextError, detected, doubtful, name_of
from annotator.translation.messages import N_, _

LONGEST_NAME = 80
MARK = "\ufeff"
"""Byte order mark; a text that began with one would lose it when the article is read."""


def extract(data: bytes, name: str, _wishes: Wishes) -> Iterator[Extracted]:
    """Yield the text with LF newlines and otherwise unchanged, named after its file or, pasted, its first line.

    Raises ForeignError where it is not text.
    """
    try:
        text, code, is_guess = detected(bounded(data))
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip(MARK)
    if not text.strip():
        raise ForeignError(_("It has no text."))
    notes = (guessed(name_of(code), [*map(name_of, doubtful(data, code))]),) if is_guess else ()
    file = PurePath(name)
    title = file.stem if file.suffix else _first_line(text) or name
    yield Extracted(title, text, made_by=made_by("annotator"), notes=notes)


def _first_line(text: str) -> str:
    """Return the first line with words, shortened at a word boundary to ``LONGEST_NAME`` characters."""
    line = " ".join(text.lstrip().partition("\n")[0].split())
    if len(line) <= LONGEST_NAME:
        return line
    return line[: LONGEST_NAME + 1].rpartition(" ")[0] or line[:LONGEST_NAME]


EXTRACTOR = Extractor("text", N_("Plain text"), (".txt", ".md", ".markdown", ".text"), extract)
