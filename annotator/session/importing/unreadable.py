"""Kinds of files that hold texts and cannot be read as they are, and what to do with them first."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.translation.messages import N_

AS_WORD, AS_DOCX = N_("cannot be read: export it as Word first"), N_("cannot be read: save it as .docx first")
AS_CSV, AS_PDF = N_("cannot be read: save it as CSV first"), N_("cannot be read: export it as PDF first")
AS_EML, AS_EPUB = N_("cannot be read: save it as .eml first"), N_("cannot be read: convert it to EPUB first")

UNREADABLE: Mapping[str, tuple[str, str]] = {
    ".pages": ("Apple Pages", AS_WORD),
    ".wpd": ("WordPerfect", AS_WORD),
    ".wps": ("Microsoft Works", AS_WORD),
    ".doc": (N_("old Word"), AS_DOCX),
    ".xls": ("Excel", AS_CSV),
    ".xlsx": ("Excel", AS_CSV),
    ".ods": ("OpenDocument", AS_CSV),
    ".numbers": ("Apple Numbers", AS_CSV),
    ".ppt": ("PowerPoint", AS_PDF),
    ".pptx": ("PowerPoint", AS_PDF),
    ".odp": ("OpenDocument", AS_PDF),
    ".djvu": ("DjVu", AS_PDF),
    ".msg": ("Outlook", AS_EML),
    ".mobi": ("Kindle", AS_EPUB),
    ".azw3": ("Kindle", AS_EPUB),
}
"""Name of the kind and what to do, by suffix."""
