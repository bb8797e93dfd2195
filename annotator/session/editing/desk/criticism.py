"""Wishes about criticism of somebody and the right of reply; each is one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.language.quoted_words import quoted
from annotator.language.values.local_day import local_day
from annotator.model.check_edits import put_item, remove_items
from annotator.model.document import Document
from annotator.model.kinds.criticisms import Criticism
from annotator.session.editing.descriptions import Titles, beginning, filled
from annotator.session.session import Session
from annotator.translation.messages import _

if TYPE_CHECKING:
    from annotator.facts.desk.criticised import Criticised


class Criticisms:
    """Turn wishes about criticism into changes of the session's document."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def draft(self, of: Sequence[str], against: str = "") -> Criticism:
        """Return new criticism in these annotations, not yet in the document."""
        return Criticism(self._session.new_id(), tuple(of), against)

    def names(self, of: Sequence[str]) -> Criticised:
        """Return names of the article against whom these annotations may hold criticism."""
        from annotator.facts.desk.criticised import criticised  # here: the lists of names are seldom wanted

        return criticised(self._session.document, self._session.scheme, of)

    def today(self) -> str:
        """Return today's day in the time zone of this machine."""
        return local_day(self._session.now())

    def put(self, item: Criticism) -> bool:
        """Add the criticism, or replace the one with its id. Return False if nothing changes.

        Raises ValueError for a lone surrogate.
        """
        for text in (item.against, item.put, item.answer):
            text.encode()
        document = self._session.document
        before = document.of(Criticism).get(item.id)
        title, done = _titles(document, item, is_new=before is None)
        return self._session.do(put_item(document, item), title, done=done)

    def remove(self, id: str) -> bool:
        """Remove the criticism. Return False where it is gone already."""
        document = self._session.document
        item = document.of(Criticism).get(id)
        if item is None:
            return False
        title, done = _("Remove the criticism of {name}"), _("Removed the criticism of {name}")
        titles = filled(title, done, name=criticised_words(document, item))
        return self._session.do(remove_items(document, [id]), titles[0], done=titles[1])


def criticised_words(document: Document, item: Criticism) -> str:
    """Return whom the criticism is against or, if that is not given, the words that it is in."""
    if item.against:
        return beginning(item.against)
    first = next((document.annotations[id] for id in item.of if id in document.annotations), None)
    return quoted(beginning(document.words(first))) if first else _("somebody")


def _titles(document: Document, item: Criticism, *, is_new: bool) -> Titles:
    name = criticised_words(document, item)
    if is_new:
        return filled(_("Mark criticism of {name}"), _("Marked criticism of {name}"), name=name)
    return filled(_("Change the criticism of {name}"), _("Changed the criticism of {name}"), name=name)
