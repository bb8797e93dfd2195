"""Review mode: whose document is reviewed, which annotation is under review, and the decisions as wishes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from annotator.facts.desk.version_digests import version_digests
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.kinds.decisions import Decision
from annotator.review import reviewing
from annotator.review.reviewing import Outcome, Reviewed
from annotator.review.threads import Place, doubted
from annotator.session.open_article import OpenArticle
from annotator.session.opening.folder_plan import BLIND
from annotator.session.review.comments import Comments
from annotator.session.review.deciding import Deciding
from annotator.session.review.others import Others
from annotator.session.review.queue import Queue
from annotator.session.review.reviewer import Reviewer
from annotator.session.session import Session
from annotator.translation.messages import _


class ReviewMode(QObject):
    """State of the mode and its wishes; each is one step of undo in the reviewer's document.

    ``begun``, ``ended``: the mode. ``changed``: rows, the one under review, or whose document it is. ``corrected``: the
    reviewer's copy is edited from now on, or no longer. ``finished``: the article is reviewed, the next one is wanted.
    ``refused``: there is nothing to review.
    ``comments_asked``: the comments are to be shown, with the Place that a new one is on.
    """

    begun = Signal()
    changed = Signal()
    corrected = Signal()
    ended = Signal()
    finished = Signal()
    refused = Signal()
    comments_asked = Signal(object)

    def __init__(self, session: Session, others: Others, reviewer: Reviewer, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self.others, self.reviewer = session, others, reviewer
        self.comments, self.queue = Comments(session, others), Queue()
        self.deciding = Deciding(session, self, self.corrected.emit)
        self.under_way, self.whose = False, ""
        self._digests: tuple[Document | None, Mapping[str, str]] = None, {}
        session.opened.connect(self._follow_article)
        session.changed.connect(self._follow_change)
        others.changed.connect(self._follow_others)

    # the mode

    def toggle(self) -> None:
        """Begin the review of the open article, or leave it."""
        session = self._session
        if self.under_way:
            self.leave()
        elif session.current is None or session.coming:
            session.say(_("Open an article first"))
            self.refused.emit()
        elif self.others.hides():
            session.say(_(BLIND))
            self.refused.emit()
        else:
            session.field.finish()
            session.say("")
            self.under_way, self.whose = True, ""
            self.queue.clear()
            self.others.follow()

    def leave(self) -> bool:
        """Leave the correction, else the mode; return whether there was one."""
        if self.end_correction():
            return True
        if not self.under_way:
            return False
        self.under_way, self.whose = False, ""
        self.others.leave()
        self.reviewer.give_back()
        self.ended.emit()
        return True

    def end_correction(self) -> bool:
        """Go back from the copy that is edited to the review; return whether one was."""
        if not self.deciding.correcting:
            return False
        self.deciding.end_correction()
        return True

    @property
    def theirs(self) -> OpenArticle | None:
        """The article with the document under review; None until it is read."""
        return self.others.articles.get(self.whose)

    @property
    def row(self) -> Reviewed | None:
        """The row under review."""
        return self.queue.current

    @property
    def place(self) -> Place:
        """Place of comments on the annotation under review, or on the article where there is none."""
        row, own = self.row, self._session.document
        if row is None or self.theirs is None:
            return Place()
        whose = own.annotator if row.outcome is Outcome.ADDED else self.reviewed_document.annotator
        return Place(whose, row.annotation.id)

    @property
    def doubts(self) -> frozenset[str]:
        """Ids of the annotations of which their annotator is not sure."""
        return doubted(self.theirs.document) if self.theirs else frozenset()

    def choose_whose(self, name: str) -> None:
        """Review the document of that annotator from now on."""
        if name in self.others.articles and name != self.whose:
            self.whose = name
            self.queue.clear()
            self._refresh()

    # going through

    def select(self, id: str) -> None:
        """Put the annotation with the id under review."""
        if id != self.queue.id and self.queue.select(id):
            self.changed.emit()

    def step(self, step: int) -> None:
        """Go to the next of the rows that are shown, or the one before."""
        if self.queue.step(step):
            self.changed.emit()

    def skip(self) -> None:
        """Go to the next undecided one."""
        following = reviewing.next_undecided(self.queue.rows, self.queue.id)
        if following:
            self._session.say("")
            self.select(following.annotation.id)
        else:
            self._session.say(_("Nothing else is undecided"))

    def filter(self, *, undecided: bool | None = None, label: str | None = None) -> None:
        """Show only what is not yet decided, or only one label; an empty one shows all."""
        self.queue.narrow(undecided=undecided, label=label)
        self.changed.emit()

    def order(self, shares: Mapping[str, float] | None) -> None:
        """Go first through the labels with the greatest of these shares, of places that differ; None: in text order."""
        self.queue.shares = shares
        self._refresh()

    def finish(self) -> None:
        """Set one's own status to reviewed and go on to the next article; stay at first where some are undecided."""
        if self.deciding.finish():
            self.finished.emit()

    # comments

    def open_comments(self) -> None:
        """Show the comments on the article."""
        self.comments_asked.emit(self.place if self.under_way else Place())

    def comment(self) -> None:
        """Show the comments, to say something of the selected annotation, or of the article."""
        chosen, own = self._session.selected_annotation, self._session.document
        self.comments_asked.emit(Place(own.annotator, chosen.id) if chosen else Place())

    def say(self, text: str) -> None:
        """Answer the last open thread on the annotation under review, or begin one."""
        found = [thread for thread in self.comments.threads_on(self.place) if not thread.is_settled]
        if found:
            self.comments.reply(found[-1], text)
        else:
            self.comments.say(self.place, text)

    def settle(self) -> None:
        """Settle the last open thread on the annotation under review, or open the last one again."""
        found = self.comments.threads_on(self.place)
        wanted = [thread for thread in found if not thread.is_settled] or found
        if wanted:
            self.comments.settle(wanted[-1])
        else:
            self._session.say(_("There is no comment on it"))

    # reactions

    @property
    def reviewed_document(self) -> Document:
        """Document under review. Raises ValueError where there is none."""
        if self.theirs is None:
            raise ValueError("nothing is under review")
        return self.theirs.document

    def _follow_article(self) -> None:
        if not self.under_way:
            return
        self.deciding.correcting = ""  # the copy that was edited is not open any more
        if self._session.current is None:
            self.leave()
        else:
            self.queue.clear()
            self.others.follow()

    def _follow_others(self) -> None:
        if not self.under_way or self._session.current is None:
            return
        if self.others.problems:
            self._session.say(" ".join(self.others.problems))
        if self.whose in self.others.articles:
            self._refresh()
            return
        names = self.reviewer.annotators(self._session.document, self.others.articles)
        if not self.others.lost and self.reviewer.must_be_asked(self._session.document, names):
            self.begun.emit()
        elif names:
            self.whose = names[0]
            self._refresh()
            self.begun.emit()
        else:
            if not self.others.problems:
                self._session.say(_("Nobody else has annotated this article"))
            self.leave()
            self.refused.emit()

    def _follow_change(self, change: Change) -> None:
        if self.under_way and self.theirs:
            self._refresh()
            if not self.deciding.is_acting and not self.deciding.correcting:
                self._go_back_to(change)

    def _go_back_to(self, change: Change) -> None:
        """Put what a step of undo or redo decides differently under review again."""
        for decision in (*change.removed_of(Decision), *change.added_of(Decision)):
            id = str(decision.of.get(self.whose, ""))
            if id:
                self.select(id)
                return

    def _refresh(self) -> None:
        if self.theirs:
            theirs = self.theirs.document
            if self._digests[0] is not theirs:
                self._digests = theirs, version_digests(theirs)
            self.queue.show(reviewing.reviewed(self._session.document, theirs, self._digests[1]))
        self.changed.emit()
