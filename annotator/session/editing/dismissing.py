"""Dismissing: a person has found that what a rule found not to fit does fit, and says why."""

from __future__ import annotations

from annotator.facts.finding import Finding
from annotator.language.plain_line import shortened
from annotator.model.change import Change
from annotator.model.check_edits import put_item, remove_items
from annotator.model.kinds.dismissals import Dismissal
from annotator.session.session import Session
from annotator.translation.messages import _

LONGEST = 40
"""Code points of a finding's name in the title of an undo step."""


class Dismissing:
    """Turn reasons why findings do fit into changes of the session's document."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def dismiss(self, finding: Finding, why: str) -> bool:
        """Dismiss the finding for the reason, as one step; another reason takes the place of an earlier one.

        Return False without a reason, for the same reason again, or where nothing may change. Raises ValueError for a
        lone surrogate.
        """
        reason = why.strip()
        reason.encode()
        if not reason:
            return False
        session, document = self._session, self._session.document
        before = next(iter(self.dismissals_of(finding)), None)
        if before and before.why == reason:
            return False
        id = before.id if before else session.new_id()
        by, at = document.annotator, session.now()
        item = Dismissal(id, finding.rule, finding.of, finding.written, reason, by, at)
        title = _("Dismiss “{finding}”").format(finding=shortened(finding.title, LONGEST))
        done = _("Dismissed “{finding}”").format(finding=shortened(finding.title, LONGEST))
        return session.do(put_item(document, item), title, done=done)

    def take_back(self, finding: Finding) -> bool:
        """Remove all dismissals of the finding, as one step. Return False if it has none, or nothing may change."""
        ids = [dismissal.id for dismissal in self.dismissals_of(finding)]
        change = remove_items(self._session.document, ids) if ids else Change()
        title = _("Take back the dismissal of “{finding}”").format(finding=shortened(finding.title, LONGEST))
        return bool(ids) and self._session.do(change, title)

    def dismissals_of(self, finding: Finding) -> list[Dismissal]:
        """Return the dismissals of the finding in the session's document."""
        return [one for one in self._session.document.of(Dismissal).values() if finding.is_dismissed_by(one)]
