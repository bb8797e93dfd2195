"""Place, origin and times of an annotation as text."""

from __future__ import annotations

from annotator.model.annotation import Annotation
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.translation.messages import _, in_digits
from annotator.ui.widgets.words.counted import of_total
from annotator.ui.widgets.words.local_time import local_time


def history(annotation: Annotation) -> str:
    """Return origin, time of creation and time of the last change, one per line, each only where it is known."""
    parts = [_("Origin: {origin}").format(origin=annotation.origin)] if annotation.origin else []
    if annotation.created:
        # Translators: of an annotation; the time is a date with a time of day.
        parts.append(_("Marked {time}").format(time=local_time(annotation.created)))
    if annotation.modified and annotation.modified != annotation.created:
        # Translators: of an annotation; the time is a date with a time of day.
        parts.append(_("Changed {time}").format(time=local_time(annotation.modified)))
    return "\n".join(parts)


def why_locked(session: Session) -> str:
    """Return why nothing can be changed; empty where it can."""
    return session.current.read_only if session.current else ""


def place_words(annotation: Annotation, index: TextIndex) -> str:
    """Return the annotation's number among those of its label and, where it is in place, its offsets."""
    number_of_total = of_total(index.number(annotation), index.counts()[annotation.label])
    if annotation.is_elsewhere:
        return number_of_total
    start, end = (in_digits(str(at)) for at in (annotation.span.start, annotation.span.end))
    place = _("{number_of_total} · at {start}–{end}")
    return place.format(number_of_total=number_of_total, start=start, end=end)
