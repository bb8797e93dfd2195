"""Kinds of files that hold texts and cannot be read as they are, and what to do with them first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from annotator.translation.messages import N_, _

AS_WORD, AS_DOCX = N_("cannot be read: export it as Word first"), N_("cannot be read: save it as .docx first")
AS_CSV, AS_XLSX = N_("cannot be read: save it as CSV first"), N_("cannot be read: save it as .xlsx first")
AS_PDF, AS_HTML = N_("cannot be read: export it as PDF first"), N_("cannot be read: save it as a web page first")
AS_EML, AS_EPUB = N_("cannot be read: save it as .eml first"), N_("cannot be read: convert it to EPUB first")

UNREADABLE: Mapping[str, tuple[str, str]] = {
    ".pages": ("Apple Pages", AS_WORD),
    ".wpd": ("WordPerfect", AS_WORD),
    ".wps": ("Microsoft Works", AS_WORD),
    ".doc": (N_("old Word"), AS_DOCX),
    ".xls": (N_("old Excel"), AS_XLSX),
    ".ods": ("OpenDocument", AS_CSV),
    ".numbers": ("Apple Numbers", AS_CSV),
    ".ppt": ("PowerPoint", AS_PDF),
    ".pptx": ("PowerPoint", AS_PDF),
    ".odp": ("OpenDocument", AS_PDF),
    ".djvu": ("DjVu", AS_PDF),
    ".msg": ("Outlook", AS_EML),
    ".webarchive": ("Safari", AS_HTML),
    ".mobi": ("Kindle", AS_EPUB),
    ".azw3": ("Kindle", AS_EPUB),
}
"""Name of the kind and what to do, by suffix."""

SENTENCES: Mapping[str, str] = {
    AS_WORD: N_("It cannot be read as it is. Export it as Word (.docx) first, and import that."),
    AS_DOCX: N_("It cannot be read as it is. Save it as .docx first, and import that."),
    AS_CSV: N_("It cannot be read as it is. Save it as CSV first, and import that."),
    AS_XLSX: N_("It cannot be read as it is. Save it as .xlsx first, and import that."),
    AS_PDF: N_("It cannot be read as it is. Export it as PDF first, and import that."),
    AS_EML: N_("It cannot be read as it is. Save it as .eml first, and import that."),
    AS_EPUB: N_("It cannot be read as it is. Convert it to EPUB first, and import that."),
    AS_HTML: N_("It cannot be read as it is. Open it in its browser, save it as a web page (.html), and import that."),
}
"""Whole sentences of what to do."""


def how_to_convert(path: Path) -> str:
    """Return the sentence that says what to do with a file of such a kind; empty for other files."""
    known = UNREADABLE.get(path.suffix.lower())
    return _(SENTENCES[known[1]]) if known else ""
