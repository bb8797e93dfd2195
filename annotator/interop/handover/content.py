"""Content of a hand-over: frozen values that every form of it is made from."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.facts.desk.open_facts import Reason
from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class HandedArticle:
    """The article: the name of its file, its text, the SHA-256 of the text, and what is known of it, empty if not.

    ``title`` is that of the article, else its headline, else the name of the file. ``language`` is a code;
    ``leftwards``: the text is written from right to left. ``published`` is a day as the file gives it.
    """

    name: str
    text: str
    sha256: str
    title: str
    outlet: str = ""
    byline: str = ""
    published: str = ""
    link: str = ""
    language: str = ""
    leftwards: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span, in code points of the text. ``number`` is that of its fact, 0 for what is no fact.

    ``style`` is one of the marks of labels, as “fill”, and ``colour`` is ``#RRGGBB``; both are those of the label.
    """

    id: str
    span: Span
    label: str
    style: str
    colour: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class LegendLine:
    """A label that occurs among the marks, with its name, its look, and the number of its marks."""

    label: str
    name: str
    style: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source that a fact is attributed to: its name, and kind, naming and link as the attributes say, or empty."""

    name: str
    kind: str = ""
    naming: str = ""
    link: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class HandedFigure:
    """A figure of a fact: its words, its number in words, and sentences on what does not fit, with the arithmetic."""

    id: str
    words: str
    value: str = ""
    modifier: str = ""
    arithmetic: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A proposed wording with the author's answer: “taken”, “refused” or none, and why."""

    old: str
    new: str
    answer: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class HandedFact:
    """A fact with all that belongs to it; texts are empty where nothing is known.

    ``words`` are those of the article, or those that the file quotes where it is ``placed`` no more; its ``span``, in
    code points, holds only where it is. ``evidence`` has labels of the list of evidence, as “E3”; ``confidential`` is
    the number of pieces that are withheld. ``links`` are those of the attribute for evidence. ``reasons`` say why the
    fact is open, and ``exception`` why it was signed off so. ``voice`` is an attribute, as ``kind`` and ``verdict``.
    """

    id: str
    number: int
    label: str
    span: Span
    placed: bool
    words: str
    in_full: str = ""
    kind: str = ""
    voice: str = ""
    speakers: tuple[Speaker, ...] = ()
    figures: tuple[HandedFigure, ...] = ()
    state: str = ""
    verdict: str = ""
    checked_on: str = ""
    wording: Wording | None = None
    evidence: tuple[str, ...] = ()
    confidential: int = 0
    links: tuple[str, ...] = ()
    note: str = ""
    reasons: tuple[Reason, ...] = ()
    exception: str = ""

    @property
    def told(self) -> str:
        """The fact in full, else its words."""
        return self.in_full or self.words


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence that is not confidential. ``facts`` are the numbers of the facts that it serves.

    ``file`` is the path of its file below ``.annotator``, ``file_name`` the readable name of the copy beside the
    hand-over, ``archive`` that of the zip file it is in, and ``address`` leads from the hand-over to the copy or to the
    zip file, as in a link; empty where there is none.
    """

    label: str
    stance: str = ""
    kind: str = ""
    title: str = ""
    publisher: str = ""
    link: str = ""
    archived: str = ""
    quote: str = ""
    page: str = ""
    seen: str = ""
    note: str = ""
    file: str = ""
    file_name: str = ""
    facts: tuple[int, ...] = ()
    archive: str = ""
    address: str = ""

    @property
    def told(self) -> str:
        """Words by which the piece is known: its title, link, quoted words, publisher or note."""
        return self.title or self.link or self.quote or self.publisher or self.note


@dataclass(frozen=True, slots=True)
class HandedQuery:
    """A question to the author about the fact with that number, or the article where it is 0. Times are UTC."""

    number: int
    text: str
    by: str = ""
    asked: str = ""
    answer: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True)
class HandedCriticism:
    """Criticism of somebody in facts, with the reply; ``answered_in`` are the words of the article with the reply."""

    facts: tuple[int, ...]
    against: str
    put: str = ""
    answer: str = ""
    answered_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A sign-off. ``is_of_this_text``: the text is the very one that was signed.

    ``exceptions`` are numbers of facts with the reason why each was left open, 0 for a fact that is gone; ``reopened``
    are numbers of facts that are not as they were signed. ``at`` is UTC.
    """

    by: str
    at: str
    round: str
    sha256: str
    is_of_this_text: bool
    exceptions: tuple[tuple[int, str], ...] = ()
    reopened: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOver:
    """All that is handed over of one article.

    ``facts`` are in the order of the text, those without a place last. ``confidential`` is the number of pieces of
    evidence that are withheld. ``charts`` are SVG texts of the program's own. ``signatures`` are in the order of their
    rounds and, within one, of their times.
    ``url`` is the address at which the check is published, or empty. ``annotator`` is whose document it is in words,
    and ``people`` are the names of those whose work it is.
    """

    article: HandedArticle
    marks: tuple[Mark, ...] = ()
    facts: tuple[HandedFact, ...] = ()
    evidence: tuple[Piece, ...] = ()
    queries: tuple[HandedQuery, ...] = ()
    criticism: tuple[HandedCriticism, ...] = ()
    signatures: tuple[Signature, ...] = ()
    legend: tuple[LegendLine, ...] = ()
    annotator: str = ""
    scheme: str = ""
    confidential: int = 0
    charts: tuple[str, ...] = ()
    url: str = ""
    people: tuple[str, ...] = ()

    @property
    def signature(self) -> Signature | None:
        """The latest sign-off; None where nobody has signed."""
        return self.signatures[-1] if self.signatures else None

    @property
    def latest_round(self) -> tuple[Signature, ...]:
        """The sign-offs that count: those of the round of the latest, in the order of their times."""
        return tuple(one for one in self.signatures if one.round == self.signatures[-1].round)
