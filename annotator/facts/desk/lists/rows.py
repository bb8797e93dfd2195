"""Rows of the lists of the desk. Each has the path of its article in the folder, and whose document it is in."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.facts.desk.lists.desk_fact import DeskFact
from annotator.facts.desk.open_facts import is_answered
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query


@dataclass(frozen=True, slots=True)
class QueryRow:
    """A query to the author; ``fact`` is None for one about the article."""

    query: Query
    fact: DeskFact | None
    article: str = ""
    annotator: str = ""

    @property
    def is_open(self) -> bool:
        """True until the author has answered."""
        return not is_answered(self.query)


@dataclass(frozen=True, slots=True)
class CallRow:
    """An open fact about which a source is to be called.

    ``source`` is the name of the source, by which calls are grouped. ``said`` is the claim in full, else its words,
    without what is quoted directly; empty where it is nothing but a quote. ``figures`` are words of the article.
    """

    source: str
    source_id: str
    fact: DeskFact
    said: str
    figures: tuple[str, ...] = ()
    article: str = ""
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class CriticismRow:
    """Criticism with the facts that it is in, and the annotations that have the reply."""

    criticism: Criticism
    facts: tuple[DeskFact, ...]
    replies: tuple[DeskFact, ...]
    article: str = ""
    annotator: str = ""

    @property
    def is_open(self) -> bool:
        """True until a reply is in the article, or it is said what was replied or why there is none."""
        return not is_answered(self.criticism)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A proposed wording with the author's answer, and why."""

    fact: DeskFact
    old: str
    new: str
    answer: str = ""
    why: str = ""
    article: str = ""
    annotator: str = ""

    @property
    def is_open(self) -> bool:
        """True until the author has answered."""
        return not self.answer


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A fact that is open, by its ``reasons``."""

    fact: DeskFact
    article: str = ""
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class DeskLists:
    """The lists of a document, or of several one after the other; each in the order of the text."""

    queries: tuple[QueryRow, ...] = ()
    calls: tuple[CallRow, ...] = ()
    criticism: tuple[CriticismRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    open: tuple[OpenRow, ...] = ()
