"""Dismissals of findings."""

from __future__ import annotations

from annotator.facts.finding import Finding
from annotator.language.plain_line import shortened
from annotator.model.check_edits import put_item, remove_items
from annotator.model.kinds.dismissals import Dismissal
from annotator.session.session import Session
from annotator.translation.messages import _


def dismiss(session: Session, finding: Finding, reason: str) -> bool:
    """Dismiss the finding with the reason, as one undo step. Return False if nothing changes."""
    by = session.document.annotator
    item = Dismissal(session.new_id(), finding.rule, finding.of, finding.written, reason, by, session.now())
    title = _("Dismiss “{title}”").format(title=finding.title)
    return session.do(
        put_item(session.document, item), title, done=_("Dismissed “{title}”").format(title=finding.title)
    )


def take_back(session: Session, dismissal: Dismissal) -> bool:
    """Take the dismissal back, as one undo step. Return False if nothing changes."""
    why = shortened(dismissal.why, 40)
    title, done = _("Take back the dismissal “{reason}”"), _("Took back the dismissal “{reason}”")
    change = remove_items(session.document, [dismissal.id])
    return session.do(change, title.format(reason=why), done=done.format(reason=why))
