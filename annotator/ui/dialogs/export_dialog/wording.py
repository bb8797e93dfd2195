"""Capabilities of a format, and what was exported to it, as text."""

from __future__ import annotations

from annotator.interop.format import BOOKKEEPING, OVERLAPS, WORK, Format
from annotator.interop.options import CODE_POINTS, UTF_8, UTF_16
from annotator.interop.report import Report
from annotator.interop.report_words import written
from annotator.session.exporting.format_list import ListedFormat
from annotator.storage.program.installation import EXPORT, missing_library
from annotator.translation.messages import N_, _, listed

LOOKING = N_("Looking for formats…")
UNITS = {CODE_POINTS: N_("Code points"), UTF_16: N_("UTF-16 units"), UTF_8: N_("UTF-8 bytes")}


def lacks(format: Format) -> list[str]:
    """Return what the format cannot represent, the most serious loss first."""
    return [part for part in (*WORK, OVERLAPS, *BOOKKEEPING) if part not in format.carries]


def row_words(entry: ListedFormat) -> str:
    """Return the second line of the format's row."""
    if not entry.installed:
        return _("Needs {library}, which is not there").format(library=entry.format.needs)
    missing = listed(map(_, lacks(entry.format)))
    return _("Without {parts}").format(parts=missing) if missing else _("Carries everything")


def full_words(entry: ListedFormat) -> str:
    """Return sentences on what the format cannot represent and, where needed, how to install it."""
    missing = [*map(_, lacks(entry.format))]
    lacking = _("It cannot carry {parts}.").format(parts=_listed(missing)) if missing else ""
    what = lacking or _("It carries all that a document has.")
    if entry.installed:
        return what
    return f"{missing_library(entry.format.needs, EXPORT)}\n{what}"


def done_words(title: str, report: Report) -> str:
    """Return the sentence that says what was exported to the format of that English title."""
    return _("Exported as {format}: {counts}.").format(format=_(title), counts=written(report))


def kind_words(format: Format) -> str:
    """Return the suffix of the format's file, or “folder” for a format of several files."""
    return format.suffix or _("folder")


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return parts[0]
    # Translators: a list of several; “parts” is all but the last, with commas between them.
    return _("{parts} and {last}").format(parts=listed(parts[:-1]), last=parts[-1])
