"""Decisions of a review as wishes; each is one step of undo in the reviewer's document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from annotator.model.change import Change
from annotator.model.document import REVIEWED, Document
from annotator.model.edits import DuplicateAnnotationError, set_status
from annotator.model.span import Span
from annotator.review import reasons, reviewing
from annotator.review.reviewing import Outcome, Reviewed, Stamp, decisions_on, name_of
from annotator.session.editing.descriptions import beginning, filled
from annotator.session.editing.status_words import setting_status
from annotator.session.review.queue import Queue
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number


class UnderReview(Protocol):
    """The review, as the decisions need it."""

    queue: Queue
    whose: str

    @property
    def reviewed_document(self) -> Document: ...

    def select(self, id: str) -> None: ...

    def skip(self) -> None: ...


class Deciding:
    """Wishes about the row under review. ``correcting`` is the id of the copy that is edited, empty for none.

    ``tell`` is called when a correction begins or ends. ``is_acting`` is True while a wish changes the document.
    ``finish_key`` returns the caption of the key that marks the article as reviewed.
    """

    def __init__(self, session: Session, review: UnderReview, tell: Callable[[], None]) -> None:
        self._session, self._review, self._tell = session, review, tell
        self.correcting, self.is_acting = "", False
        self._at, self._last = -1, ""
        self.finish_key: Callable[[], str] = str

    def accept(self) -> None:
        """Accept the annotation under review and go on to the next undecided one."""
        if row := self._decidable():
            change = reviewing.accept(
                self._session.document, self._review.reviewed_document, row.annotation.id, self._stamp()
            )
            self._decide(row, change, _("Accept “{words}”"), _("Accepted “{words}”"))

    def reject(self, why: str = "") -> None:
        """Reject the annotation under review and go on to the next undecided one."""
        if row := self._decidable():
            change = reviewing.reject(
                self._session.document, self._review.reviewed_document, row.annotation.id, self._stamp(), why=why
            )
            self._decide(row, change, _("Reject “{words}”"), _("Rejected “{words}”"))

    @property
    def reasoned(self) -> Reviewed | None:
        """The row whose decision gets a reason: the one under review where it is decided, else the last decided one."""
        last = next((row for row in self._review.queue.rows if row.annotation.id == self._last), None)
        return next((row for row in (self._row, last) if row and row.decision and not row.is_open), None)

    def give_reason(self, why: str) -> None:
        """Say why it was decided so, else reject the one under review for this reason."""
        row = self.reasoned
        if row is None or row.decision is None:
            self.reject(why)
            return
        change = reasons.give_reason(self._session.document, [row.decision.id], why)
        self._do(row, change, _("Give a reason for “{words}”"), _("Gave a reason for “{words}”"))

    def correct(self) -> None:
        """Begin to edit the reviewer's copy of the annotation under review."""
        row = self._row
        if row is None or not self._session.writable:
            return
        session, self._last = self._session, row.annotation.id
        if row.outcome is Outcome.ADDED:
            self.correcting = row.annotation.id
        else:
            change = reviewing.correct(
                session.document, self._review.reviewed_document, row.annotation.id, self._stamp()
            )
            self._do(row, change, _("Correct “{words}”"), _("Correcting “{words}”"))
            decision = decisions_on(session.document, self._review.whose).get(row.annotation.id)
            self.correcting = decision.result if decision else ""
            stack = session.history.activeStack()
            self._at = stack.index() if stack and change else -1
        if self.correcting:
            session.select(self.correcting, show=True)
            self._tell()

    def add(self, label: str, span: Span | None) -> None:
        """Add an annotation that is missing at the selected words."""
        session = self._session
        if span is None:
            session.say(_("Select the words that should be marked first"))
            return
        try:
            change = reviewing.add_missing(session.document, self._review.reviewed_document, span, label, self._stamp())
        except DuplicateAnnotationError:
            session.say(_("You have added this already"))
            return
        words = beginning(span.of(session.document.article.text))
        titles = filled(_("Add “{words}”"), _("Added “{words}”, which was missing"), words=words)
        self.is_acting = True
        session.do(change, titles[0], done=titles[1])
        self.is_acting = False
        self._review.select(change.annotations_added[0].id)

    def finish(self) -> bool:
        """Set one's own status of the article to reviewed; return whether nothing was left, or that was said before."""
        session, count = self._session, self._review.queue.open_count
        was_reviewed = session.document.status.value == REVIEWED
        title, done = setting_status(REVIEWED)
        session.do(set_status(session.document, REVIEWED), title, done=done)
        if was_reviewed or not count:
            return True
        words = ngettext("Reviewed, but {count} is not decided", "Reviewed, but {count} are not decided", count)
        session.say(words.format(count=number(count)))
        return False

    @property
    def _row(self) -> Reviewed | None:
        return self._review.queue.current

    def _stamp(self) -> Stamp:
        session = self._session
        return Stamp(session.new_id, session.now(), name_of(session.document))

    def _decidable(self) -> Reviewed | None:
        row = self._row
        if row and row.outcome is Outcome.ADDED:
            self._session.say(_("You have added it yourself: Enter edits it, and undo takes it away"))
            return None
        return row

    def _decide(self, row: Reviewed, change: Change, title: str, done: str) -> None:
        self._last = row.annotation.id
        if self._do(row, change, title, done):
            following = reviewing.next_undecided(self._review.queue.rows, row.annotation.id)
            if following:
                self._review.select(following.annotation.id)
            else:
                self._session.say(
                    _("All are decided: {key} marks the article as reviewed").format(key=self.finish_key())
                )

    def _do(self, row: Reviewed, change: Change, title: str, done: str) -> bool:
        words = beginning(self._session.words(row.annotation))
        titles = filled(title, done, words=words)
        self.is_acting = True
        did = self._session.do(change, titles[0], done=titles[1])
        self.is_acting = False
        return did

    def end_correction(self) -> None:
        """Go back to the review; a copy that was not edited is taken away again."""
        session = self._session
        session.field.finish()
        self.correcting = ""
        stack = session.history.activeStack()
        if stack and stack.index() == self._at:
            session.undo()
        elif self._row:
            self._review.skip()
        self._at = -1
        self._tell()
