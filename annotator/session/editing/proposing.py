"""Proposing of a wording in place of one that the article has."""

from __future__ import annotations

from annotator.model.annotation import Annotation
from annotator.model.check_edits import set_wording
from annotator.model.document import Document
from annotator.session.editing.descriptions import Titles, beginning, filled
from annotator.session.session import Session
from annotator.translation.messages import _


def propose_wording(session: Session, id: str, new: str) -> bool:
    """Propose ``new`` for the words of the annotation, as one undo step. Return False if nothing changes.

    The words themselves, or none, remove the proposal. The author's answer stays beside another proposal.
    """
    document = session.document
    annotation = document.annotations[id]
    old = document.words(annotation)
    wording = {**annotation.wording, "old": old, "new": new} if new not in ("", old) else {}
    change = set_wording(document, id, wording, now=session.now())
    title, done = _proposing(document, annotation, proposed=bool(wording))
    return session.do(change, title, done=done)


def _proposing(document: Document, annotation: Annotation, *, proposed: bool) -> Titles:
    words = beginning(document.words(annotation))
    if proposed:
        return filled(_("Propose a wording for “{words}”"), _("Proposed a wording for “{words}”"), words=words)
    return filled(_("Withdraw the wording for “{words}”"), _("Withdrew the wording for “{words}”"), words=words)
