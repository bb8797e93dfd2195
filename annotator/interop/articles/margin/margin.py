"""Comments, links and notes of a draft by the numbers in the signs at their places, and its tracked changes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from annotator.interop.articles.extracted import Source
from annotator.interop.articles.inline.inlay import Correction
from annotator.interop.articles.inline.signs import PLACE, number_in

MOST_COMMENTS, MOST_LINKS, MOST_CHANGES = 20_000, 20_000, 20_000


@dataclass(frozen=True, slots=True)
class Comment:
    """Writer and time of a comment as the file names them, and its text; each is empty where there is none.

    ``key`` names the comment within its file, and ``answers`` is the key of the one that it is a reply to. ``sources``
    are the pieces of evidence that a hand-over has in it.
    """

    writer: str
    time: str = ""
    text: str = ""
    key: str = ""
    answers: str = ""
    is_resolved: bool = False
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """Footnote or endnote: its mark in the text, its text, and the targets of the links in it.

    ``sources`` are the pieces of evidence that a hand-over has in it.
    """

    mark: str
    text: str
    links: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Writer and time of a tracked change as the file names them."""

    writer: str
    time: str = ""


@dataclass(slots=True)
class Margin:
    """Comments, links and notes by number; tracked changes by a row of numbers of their own.

    ``beside`` has the numbers of comments on words that are not in the text, ``lost`` the comments that have no place
    in the file's text at all.
    """

    comments: dict[int, Comment] = field(default_factory=dict)
    links: dict[int, str] = field(default_factory=dict)
    notes: dict[int, Footnote] = field(default_factory=dict)
    beside: set[int] = field(default_factory=set)
    lost: list[Comment] = field(default_factory=list)
    changes: dict[TrackedChange, int] = field(default_factory=dict)
    _next: int = 0

    def new_number(self) -> int:
        """Return a number that nothing has yet."""
        self._next += 1
        return self._next - 1

    def comment(self, comment: Comment) -> int:
        """Take the comment and return its number."""
        number = self.new_number()
        self.comments[number] = comment
        return number

    def link(self, target: str) -> int | None:
        """Take the link and return its number; None where there are too many."""
        if len(self.links) >= MOST_LINKS:
            return None
        number = self.new_number()
        self.links[number] = target
        return number

    def put_beside(self, signs: str) -> None:
        """Note that the words at these signs are not in the text."""
        self.beside.update(number for sign in PLACE.findall(signs) if (number := number_in(sign)) is not None)

    def change(self, writer: str, time: str) -> int | None:
        """Return the number of the tracked changes of that writer and time; beyond the limit that of the last.

        It is None where the file tells neither.
        """
        change = TrackedChange(" ".join(writer.split()), time.strip())
        if not change.writer and not change.time:
            return None
        if change not in self.changes and len(self.changes) >= MOST_CHANGES:
            return len(self.changes) - 1
        return self.changes.setdefault(change, len(self.changes))

    def signed(self, corrections: tuple[Correction, ...]) -> tuple[Correction, ...]:
        """Return the corrections with the writers, and the latest time, of their tracked changes."""
        known = list(self.changes)
        return tuple(
            _signed(one, [known[number] for number in one.changes if number < len(known)]) for one in corrections
        )


def _signed(one: Correction, changes: list[TrackedChange]) -> Correction:
    writers = dict.fromkeys(change.writer for change in changes if change.writer)
    return replace(one, writer=", ".join(writers), time=max((change.time for change in changes), default=""))
