"""Hand-over of the open article as it stands, saved or not."""

from __future__ import annotations

from annotator.corpus.kept_back import KeptBack
from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import HandOver
from annotator.interop.handover.contents import contents_of
from annotator.language.values.numbers import Separators
from annotator.session.session import Session


def hand_over_of(session: Session, separators: Separators) -> HandOver:
    """Return all that is handed over of the open article; there must be one. What is being typed is taken first.

    ``separators`` are those of numbers in the language of the window. Raises UnknownConfidenceError.
    """
    session.field.finish()
    document = session.document
    if session.current:
        kept_back = KeptBack([session.current.path])
        document = kept_back.marked(document)
        kept_back.check()
    return contents_of(document, session.scheme, Choices(), separators=separators)
