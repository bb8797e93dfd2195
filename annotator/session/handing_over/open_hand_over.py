"""Hand-over of the open article as it stands, saved or not."""

from __future__ import annotations

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import HandOver
from annotator.interop.handover.contents import contents_of
from annotator.session.editing.values.attribute_words import separators
from annotator.session.session import Session


def hand_over_of(session: Session) -> HandOver:
    """Return all that is handed over of the open article; there must be one. What is being typed is taken first."""
    session.field.finish()
    return contents_of(session.document, session.scheme, Choices(), separators=separators())
