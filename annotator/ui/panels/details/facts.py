"""Where an annotation comes from and when it was made, in words."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt

from annotator.model.annotation import Annotation

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def history(annotation: Annotation) -> str:
    """Where it came from, when it was made and when it was last changed."""
    parts = [f"Origin: {annotation.origin}"] if annotation.origin else []
    if annotation.created:
        parts.append(f"Marked {local_time(annotation.created)}")
    if annotation.modified and annotation.modified != annotation.created:
        parts.append(f"Changed {local_time(annotation.modified)}")
    return "\n".join(parts)


def local_time(utc: str) -> str:
    """``2016-12-16T06:21:20Z`` as people here read it; what is no time is left as it is."""
    time = QDateTime.fromString(utc, Qt.DateFormat.ISODate)
    return ENGLISH.toString(time.toLocalTime(), "d MMM yyyy, HH:mm") if time.isValid() else utc
