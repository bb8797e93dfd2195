"""Going back to an earlier version of the annotations."""

from __future__ import annotations

from annotator.model.difference import difference
from annotator.model.document import Document
from annotator.session.session import Session

OTHER_ARTICLE = "Another article is open now; nothing was restored"


def restore(session: Session, version: Document, time: str) -> None:
    """Make the open document what ``version`` is, as one undo step; ``time`` names the version in its title."""
    if session.current is None or session.document.article != version.article:
        session.say(OTHER_ARTICLE)
        return
    what = f"the version of {time[:1].lower() + time[1:]}"
    session.do(difference(session.document, version), f"Restore {what}", done=f"Restored {what}")
