"""Wishes about queries to the author: ask, change, answer, reopen, remove; each is one undo step."""

from __future__ import annotations

from annotator.model.check_edits import put_item, remove_items, set_state
from annotator.model.items import altered
from annotator.model.kinds.queries import Query
from annotator.session.editing.descriptions import beginning, filled
from annotator.session.session import Session
from annotator.translation.messages import _

QUERY = "query"
LESS = ("", "to-check")
"""States that say less about a fact than “query” does."""


class Queries:
    """Turn wishes about queries into changes of the session's document.

    Each method returns False where nothing changes; those that take words raise ValueError for a lone surrogate.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def ask(self, text: str, about: str = "", answer: str = "") -> bool:
        """Ask the author about the annotation with the id ``about``, or about the article if the id is empty.

        In the same step the annotation gets the state “query”, unless its state says more.
        """
        session, document = self._session, self._session.document
        text, answer = _clean(text), _clean(answer)
        if not text:
            return False
        now = session.now()
        query = Query(session.new_id(), about, text, document.annotator, now, answer, now if answer else "")
        change = put_item(document, query)
        if not answer and about in document.annotations and document.annotations[about].state in LESS:
            change = change.then(set_state(change.apply(document), [about], QUERY, now=now))
        titles = filled(_("Ask “{query}”"), _("Asked “{query}”"), query=beginning(text))
        return session.do(change, titles[0], done=titles[1])

    def change(self, id: str, text: str, answer: str) -> bool:
        """Give the query other words and another answer; an empty answer reopens it."""
        query = self._session.document.of(Query)[id]
        text, answer = _clean(text) or query.text, _clean(answer)
        if (text, answer) == (query.text, query.answer):
            return False
        answered = query.answered if answer == query.answer else self._session.now() if answer else ""
        after = altered(query, text=text, answer=answer, answered=answered)
        if after.text == query.text and answer:
            titles = filled(_("Answer “{query}”"), _("Answered “{query}”"), query=beginning(text))
        elif after.text == query.text:
            titles = filled(_("Reopen “{query}”"), _("Reopened “{query}”"), query=beginning(text))
        else:
            titles = filled(_("Change the query “{query}”"), _("Changed the query “{query}”"), query=beginning(text))
        return self._put(after, titles)

    def answer(self, id: str, answer: str) -> bool:
        """Note the author's answer. The state of the fact stays: the checker decides what follows."""
        return bool(_clean(answer)) and self.change(id, self._session.document.of(Query)[id].text, answer)

    def reopen(self, id: str) -> bool:
        """Take the answer away."""
        query = self._session.document.of(Query)[id]
        if not (query.answer or query.answered):
            return False
        titles = filled(_("Reopen “{query}”"), _("Reopened “{query}”"), query=beginning(query.text))
        return self._put(altered(query, answer="", answered=""), titles)

    def remove(self, id: str) -> bool:
        """Remove the query."""
        session = self._session
        query = session.document.of(Query).get(id)
        if query is None:
            return False
        title, done = _("Remove the query “{query}”"), _("Removed the query “{query}”")
        titles = filled(title, done, query=beginning(query.text))
        return session.do(remove_items(session.document, [id]), titles[0], done=titles[1])

    def _put(self, query: Query, titles: tuple[str, str]) -> bool:
        return self._session.do(put_item(self._session.document, query), titles[0], done=titles[1])


def _clean(text: str) -> str:
    text.encode()
    return text.strip()
