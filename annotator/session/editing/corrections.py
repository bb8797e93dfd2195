"""Corrections that were made in the file an article was imported from, as lines of a list."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from annotator.language.arrow_words import from_to
from annotator.model.annotation import Value
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.translation.messages import _

CORRECTIONS = "corrections"


class CorrectedWords(Struct, frozen=True):
    """Words that were corrected. ``start`` and ``end`` are those of the new words, equal if there are none."""

    start: int
    end: int
    old: str
    new: str
    writer: str = ""

    @property
    def words(self) -> str:
        """Old and new words in one line."""
        if not self.old or not self.new:
            return self.old or self.new
        return from_to(self.old, self.new)

    @property
    def remark(self) -> str:
        """Name of who corrected it, or what was done if the words do not show that."""
        done = "" if self.old and self.new else _("deleted") if self.old else _("inserted")
        return self.writer or done


def corrections_of(document: Document) -> list[CorrectedWords]:
    """Return the corrections in text order, without entries of another form or outside the text."""
    entries = document.article_extra.get(CORRECTIONS)
    found = (_correction(entry, document.article.text) for entry in (entries if isinstance(entries, list) else ()))
    return sorted((one for one in found if one), key=lambda one: (one.start, one.end))


def _correction(entry: Value, text: str) -> CorrectedWords | None:
    if not isinstance(entry, Mapping):
        return None
    start, end, old = entry.get("start"), entry.get("end"), entry.get("old")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= len(text):
        return None
    writer, old = entry.get("author"), old if isinstance(old, str) else ""
    new = Span(start, end).of(text) if start < end else ""
    found = CorrectedWords(start, end, old, new, writer if isinstance(writer, str) else "")
    return found if found.words else None
