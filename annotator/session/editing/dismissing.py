"""Dismissing of findings: a person says why something that a rule found not to fit does fit."""

from __future__ import annotations

from annotator.facts.finding import Finding
from annotator.language.plain_line import shortened
from annotator.model.change import Change
from annotator.model.check_edits import put_item, remove_items
from annotator.model.document import Document
from annotator.model.kinds.dismissals import Dismissal
from annotator.session.session import Session
from annotator.translation.messages import _

LONGEST = 40
"""Code points of a finding's name in the title of an undo step."""


def dismissal_of(document: Document, finding: Finding, why: str, *, id: str, at: str) -> Change:
    """Dismiss the finding for the reason, which replaces an earlier one. No change without a reason, or for the same.

    Raises ValueError for a lone surrogate.
    """
    reason = why.strip()
    reason.encode()
    before = next(iter(dismissals_of(document, finding)), None)
    if not reason or (before and before.why == reason):
        return Change()
    item = Dismissal(
        before.id if before else id, finding.rule, finding.of, finding.written, reason, document.annotator, at
    )
    return put_item(document, item)


def withdrawal_of(document: Document, finding: Finding) -> Change:
    """Remove all dismissals of the finding; no change if it has none."""
    ids = [dismissal.id for dismissal in dismissals_of(document, finding)]
    return remove_items(document, ids) if ids else Change()


def dismissals_of(document: Document, finding: Finding) -> list[Dismissal]:
    """Return the dismissals of the finding in the document."""
    return [one for one in document.of(Dismissal).values() if finding.is_dismissed_by(one)]


class Dismissing:
    """Turn reasons why findings fit after all into changes of the session's document."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def dismiss(self, finding: Finding, why: str) -> bool:
        """Dismiss the finding for the reason, as one step. Return False if nothing changes or nothing may change.

        Raises ValueError for a lone surrogate.
        """
        session = self._session
        change = dismissal_of(session.document, finding, why, id=session.new_id(), at=session.now())
        title = _("Dismiss “{finding}”").format(finding=shortened(finding.title, LONGEST))
        return bool(change) and session.do(change, title, done=dismissed_words(finding))

    def take_back(self, finding: Finding) -> bool:
        """Remove all dismissals of the finding, as one step. Return False if it has none, or nothing may change."""
        change = withdrawal_of(self._session.document, finding)
        return bool(change) and self._session.do(change, withdrawn_words(finding))


def dismissed_words(finding: Finding) -> str:
    """Return the message when the finding is dismissed."""
    return _("Dismissed “{finding}”").format(finding=shortened(finding.title, LONGEST))


def withdrawn_words(finding: Finding) -> str:
    """Return the title for taking back the dismissal."""
    return _("Take back the dismissal of “{finding}”").format(finding=shortened(finding.title, LONGEST))
