"""Capabilities of a format as text."""

from __future__ import annotations

from annotator.interop.format import BOOKKEEPING, OVERLAPS, WORK, Format
from annotator.interop.options import CODE_POINTS, UTF_8, UTF_16
from annotator.session.exporting.format_list import ListedFormat
from annotator.storage.program.installation import EXPORT, missing_library

LOOKING = "Looking for formats…"
UNITS = {CODE_POINTS: "Code points", UTF_16: "UTF-16 units", UTF_8: "UTF-8 bytes"}


def lacks(format: Format) -> list[str]:
    """Return what the format cannot represent, the most serious loss first."""
    return [part for part in (*WORK, OVERLAPS, *BOOKKEEPING) if part not in format.carries]


def row_words(listed: ListedFormat) -> str:
    """Return the second line of the format's row."""
    if not listed.installed:
        return f"Needs {listed.format.needs}, which is not there"
    missing = lacks(listed.format)
    return f"Without {', '.join(missing)}" if missing else "Carries everything"


def full_words(listed: ListedFormat) -> str:
    """Return sentences on what the format cannot represent and, where needed, how to install it."""
    missing = lacks(listed.format)
    what = f"It cannot carry {_listed(missing)}." if missing else "It carries all that a document has."
    if listed.installed:
        return what
    return f"{missing_library(listed.format.needs, EXPORT)}\n{what}"


def kind_words(format: Format) -> str:
    """Return the suffix of the format's file, or “folder” for a format of several files."""
    return format.suffix or "folder"


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
