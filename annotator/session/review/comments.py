"""Comments as wishes: said, answered, settled, opened again, and doubts; each is one step of undo."""

from __future__ import annotations

from annotator.language.annotator_names import UNNAMED
from annotator.review import threads
from annotator.review.threads import Place, Thread, doubted
from annotator.session.editing.descriptions import beginning, filled
from annotator.session.review.others import Others
from annotator.session.session import Session
from annotator.translation.messages import _


class Comments:
    """Turn wishes about comments into changes of the session's document; those of others are only read.

    Methods that take words raise ValueError for a lone surrogate. Each returns False where nothing changes.
    """

    def __init__(self, session: Session, others: Others) -> None:
        self._session, self._others = session, others

    @property
    def threads(self) -> list[Thread]:
        """Threads of the open article, one's own and those of others as far as they are read."""
        return threads.threads([self._session.document, *self._others.documents])

    def threads_on(self, place: Place) -> list[Thread]:
        """Return the threads on that place, without doubts."""
        return [thread for thread in self.threads if thread.place == place and not thread.is_doubt]

    def say(self, place: Place, text: str) -> bool:
        """Begin a thread."""
        change = threads.say(self._session.document, place, text, **self._stamp())
        titles = filled(_("Comment “{comment}”"), _("Commented “{comment}”"), comment=beginning(text.strip()))
        return self._session.do(change, titles[0], done=titles[1])

    def reply(self, thread: Thread, text: str) -> bool:
        """Answer in a thread."""
        change = threads.reply(self._session.document, thread, text, **self._stamp())
        titles = filled(_("Answer “{comment}”"), _("Answered “{comment}”"), comment=beginning(thread.first.text))
        return self._session.do(change, titles[0], done=titles[1])

    def settle(self, thread: Thread) -> bool:
        """Settle an open thread, or open a settled one again."""
        settled = not thread.is_settled
        change = threads.settle(self._session.document, thread, settled=settled, **self._stamp())
        title, done = (
            (_("Settle “{comment}”"), _("Settled “{comment}”"))
            if settled
            else (_("Open “{comment}” again"), _("Opened “{comment}” again"))
        )
        titles = filled(title, done, comment=beginning(thread.first.text))
        return self._session.do(change, titles[0], done=titles[1])

    def turn_doubt(self) -> bool:
        """Say of the selected annotation that one is not sure, or that one is again."""
        session, chosen = self._session, self._session.selected_annotation
        if chosen is None:
            session.say(_("Select an annotation first"))
            return False
        sure = chosen.id in doubted(session.document)
        title, done = (
            (_("Be sure of “{words}”"), _("Sure of “{words}”"))
            if sure
            else (_("Mark “{words}” as not sure"), _("Marked “{words}” as not sure"))
        )
        titles = filled(title, done, words=beginning(session.words(chosen)))
        change = threads.doubt(session.document, chosen.id, **self._stamp())
        return session.do(change, titles[0], done=titles[1])

    @property
    def name(self) -> str:
        """Name by which one's own comments are signed."""
        return self._session.document.annotator or UNNAMED

    def _stamp(self) -> dict[str, str]:
        session = self._session
        return {"id": session.new_id(), "by": self.name, "at": session.now()}
