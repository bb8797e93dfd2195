"""Threads of comments across the documents of several annotators, and wishes about them as pure functions.

Everybody writes into their own document only: a reply, and the mark that settles somebody else's thread or opens it
again, is a comment of one's own that names the comment it answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from annotator.model.change import Change
from annotator.model.check_edits import put_item, remove_items
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.comments import Comment

DOUBT = "?"
"""Whole text of the comment by which annotators say of their own annotation that they are not sure."""

TIME = "%Y-%m-%dT%H:%M:%SZ"
"""Form of the time of a comment, in UTC."""


class Place(Struct, frozen=True):
    """Place of a thread: the annotation with the id ``on`` of ``annotator``, or without an id the article."""

    annotator: str = ""
    on: str = ""


class Thread(Struct, frozen=True):
    """A comment with its replies by time. ``owner`` is in whose document the first one is.

    ``marks`` are the comments without words by which the thread was settled or opened again, by time.
    """

    first: Comment
    owner: str
    place: Place
    replies: tuple[Comment, ...] = ()
    marks: tuple[Comment, ...] = ()

    @property
    def is_settled(self) -> bool:
        """True if the last who said so settled it."""
        return self.marks[-1].settled if self.marks else self.first.settled

    @property
    def is_doubt(self) -> bool:
        """True if it only says that the annotator is not sure."""
        return self.first.text == DOUBT

    def is_by(self, name: str) -> bool:
        """Return whether somebody of that name has written in it."""
        return any(comment.by == name for comment in (self.first, *self.replies))


def threads(documents: Iterable[Document]) -> list[Thread]:
    """Return the threads of these documents of one article, by the time at which they began.

    A reply to a comment that is in none of them begins a thread.
    """
    known = {comment.id: (comment, document.annotator) for document in documents for comment in _of(document)}
    replies: dict[str, list[Comment]] = {id: [] for id in known}
    for id, (comment, _owner) in known.items():
        if (first := _first_of(comment, known)) != id:
            replies[first].append(comment)
    found = [
        _thread(*known[id], sorted(replies[id], key=_by_time))
        for id, (comment, _owner) in known.items()
        if _first_of(comment, known) == id
    ]
    return sorted(found, key=lambda thread: _by_time(thread.first))


def open_places(documents: Iterable[Document]) -> list[Place]:
    """Return the place of each open thread of these documents of one article, without doubts."""
    return [thread.place for thread in threads(documents) if not thread.is_settled and not thread.is_doubt]


def doubted(document: Document) -> frozenset[str]:
    """Return the ids of the annotations of which their own annotator is not sure."""
    return frozenset(
        comment.on
        for comment in _of(document)
        if comment.text == DOUBT and comment.on and not comment.annotator and not comment.settled
    )


def say(own: Document, place: Place, text: str, *, id: str, by: str, at: str) -> Change:
    """Begin a thread. Raises ValueError for a lone surrogate; empty where there are no words."""
    annotator = "" if place.annotator == own.annotator or not place.on else place.annotator
    return _put(own, Comment(id, place.on, annotator, by, at, _clean(text)))


def reply(own: Document, thread: Thread, text: str, *, id: str, by: str, at: str) -> Change:
    """Answer in the thread. Raises ValueError for a lone surrogate; empty where there are no words."""
    return _put(own, altered(_reply(own, thread, id), by=by, at=at, text=_clean(text)))


def settle(own: Document, thread: Thread, *, settled: bool, id: str, by: str, at: str) -> Change:
    """Settle the thread, or open it again: where it is one's own, in its first comment, else by a mark."""
    if thread.is_settled == settled:
        return Change()
    mine = own.of(Comment).get(thread.first.id)
    if mine and not thread.marks:
        return put_item(own, altered(mine, settled=settled))
    later = _after(thread.marks[-1], at) if thread.marks else at
    return put_item(own, altered(_reply(own, thread, id), by=by, at=later, settled=settled))


def doubt(own: Document, on: str, *, id: str, by: str, at: str) -> Change:
    """Say of one's own annotation that one is not sure, or that one is again."""
    said = [comment.id for comment in _of(own) if comment.on == on and comment.text == DOUBT and not comment.annotator]
    return remove_items(own, said) if said else put_item(own, Comment(id, on, "", by, at, DOUBT))


def _of(document: Document) -> Iterable[Comment]:
    return document.of(Comment).values()


def _by_time(comment: Comment) -> tuple[str, str]:
    return comment.at, comment.id


def _after(mark: Comment, at: str) -> str:
    """Return the time, or the next second after that of the mark where the clock is not past it, as it was set back."""
    if at > mark.at:
        return at
    try:
        return (datetime.strptime(mark.at, TIME) + timedelta(seconds=1)).strftime(TIME)
    except (ValueError, OverflowError):  # as somebody wrote it
        return at


def _first_of(comment: Comment, known: Mapping[str, tuple[Comment, str]]) -> str:
    """Return the id of the comment that began the thread; one's own where the replies go round in a circle."""
    seen = {comment.id}
    while comment.reply_to in known and comment.reply_to not in seen:
        comment = known[comment.reply_to][0]
        seen.add(comment.id)
    return min(seen) if comment.reply_to in seen else comment.id


def _thread(first: Comment, owner: str, replies: Iterable[Comment]) -> Thread:
    every = tuple(replies)
    place = Place((first.annotator or owner) if first.on else "", first.on)
    said = tuple(comment for comment in every if comment.text)
    return Thread(first, owner, place, said, tuple(comment for comment in every if not comment.text))


def _reply(own: Document, thread: Thread, id: str) -> Comment:
    place = thread.place
    annotator = "" if place.annotator == own.annotator or not place.on else place.annotator
    return Comment(id, place.on, annotator, reply_to=thread.first.id)


def _put(own: Document, comment: Comment) -> Change:
    return put_item(own, comment) if comment.text else Change()


def _clean(text: str) -> str:
    text.encode()
    return text.strip()
