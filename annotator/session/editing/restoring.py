"""Going back to an earlier version of the annotations."""

from __future__ import annotations

from annotator.model.difference import difference
from annotator.model.document import Document
from annotator.session.editing.descriptions import filled
from annotator.session.session import Session
from annotator.translation.messages import N_, _

OTHER_ARTICLE = N_("Another article is open now; nothing was restored")


def restore(session: Session, version: Document, time: str) -> None:
    """Make the open document what ``version`` is, as one undo step; ``time`` names the version in its title."""
    if session.current is None or session.document.article != version.article:
        session.say(_(OTHER_ARTICLE))
        return
    # Translators: {time} is “today 10:42”, “yesterday 10:42” or “22 Nov 2026, 10:42”
    title, done = _("Restore the version of {time}"), _("Restored the version of {time}")
    title, done = filled(title, done, time=time[:1].lower() + time[1:])
    session.do(difference(session.document, version), title, done=done)
