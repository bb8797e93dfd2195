"""Origin and times of an annotation as text."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt

from annotator.model.annotation import Annotation

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def history(annotation: Annotation) -> str:
    """Return origin, time of creation and time of the last change, one per line, each only where it is known."""
    parts = [f"Origin: {annotation.origin}"] if annotation.origin else []
    if annotation.created:
        parts.append(f"Marked {local_time(annotation.created)}")
    if annotation.modified and annotation.modified != annotation.created:
        parts.append(f"Changed {local_time(annotation.modified)}")
    return "\n".join(parts)


def local_time(utc: str) -> str:
    """Return a UTC time such as ``2016-12-16T06:21:20Z`` in local time; any other text as it is."""
    time = QDateTime.fromString(utc, Qt.DateFormat.ISODate)
    return ENGLISH.toString(time.toLocalTime(), "d MMM yyyy, HH:mm") if time.isValid() else utc
