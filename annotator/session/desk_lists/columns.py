"""Columns of the lists, and the cells of each row in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.corpus.desk.table import CALLS, CHANGES, CRITICISM, OPEN, QUERIES, Row
from annotator.facts.desk.lists.desk_fact import DeskFact
from annotator.facts.desk.lists.rows import CallRow, CriticismRow, QueryRow
from annotator.language.annotator_names import annotator_name
from annotator.language.quoted_words import quoted
from annotator.model.visible import visible
from annotator.session.editing.check_words import answer_words, state_words
from annotator.session.editing.desk.desk_words import day_words, reason_words
from annotator.storage.files.file_error import shown
from annotator.translation.messages import N_, _, in_digits, listed, pgettext

TITLES: Mapping[str, str] = {
    QUERIES: N_("Queries to the author"),
    CALLS: N_("Calls"),
    CRITICISM: N_("Criticism"),
    CHANGES: N_("Proposed changes"),
    OPEN: N_("Still open"),
}
"""Names of the lists, in their order."""

LONGEST = 2000
"""Code points of a cell at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width in pixels, and the words of a row in it.

    Where it is ``rigid`` it always has that width, as a day or a number that is cut off says nothing.
    """

    heading: str
    width: int
    words: Callable[[Any], str]
    rigid: bool = False


def fact_of(row: Row) -> DeskFact | None:
    """Return the fact that the row is about, the first of several; None for one about the article."""
    return next(iter(row.facts), None) if isinstance(row, CriticismRow) else row.fact


def columns_of(name: str) -> Sequence[Column]:
    """Return the columns of the list of that name; the article is the last."""
    return COLUMNS[name]


def _line(text: str) -> str:
    """Return the text on one line, of which print and copies have more than a list shows."""
    return visible(" ".join(text[:LONGEST].split()))


def _number(row: Row) -> str:
    if isinstance(row, CriticismRow):
        return listed(in_digits(str(fact.number)) for fact in row.facts if fact.number)
    return in_digits(str(row.fact.number or "")) if row.fact else ""


def _said(row: Row) -> str:
    fact = fact_of(row)
    return _line(fact.said) if fact else _("The whole article")


def _called_about(row: CallRow) -> str:
    return _line(row.said) or _("A direct quote: ask for the facts")


def _query_state(row: QueryRow) -> str:
    return pgettext("query", "open") if row.is_open else pgettext("query", "answered")


def _reply(row: CriticismRow) -> str:
    replies = [quoted(_line(fact.words)) for fact in row.replies]
    return listed([*replies, *([_line(row.criticism.answer)] if row.criticism.answer else [])]) or _("no reply")


def _state(row: Row) -> str:
    fact = fact_of(row)
    return state_words(fact.state) if fact and fact.state else ""


def _reasons(row: Row) -> str:
    fact = fact_of(row)
    return reason_words(fact.reasons) if fact else ""


def _article(row: Row) -> str:
    name = shown(row.article)
    return (
        _("{article} ({annotator})").format(article=name, annotator=annotator_name(row.annotator))
        if row.annotator
        else name
    )


# Translators: heading of a column with the numbers of facts
NUMBER = Column(N_("No."), 52, _number, rigid=True)
FACT = Column(N_("Fact"), 300, _said)
STATE = Column(N_("State"), 96, _state)
REASONS = Column(N_("Open because"), 180, _reasons)
ARTICLE = Column(N_("Article"), 130, _article)
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    QUERIES: (
        NUMBER,
        Column(N_("Question"), 280, lambda row: _line(row.query.text)),
        Column(N_("About"), 230, _said),
        Column(N_("State"), 96, _query_state, rigid=True),
        Column(N_("Answer"), 190, lambda row: _line(row.query.answer)),
        Column(N_("Asked on"), 104, lambda row: day_words(row.query.asked), rigid=True),
        ARTICLE,
    ),
    CALLS: (
        Column(N_("Source"), 190, lambda row: row.source),
        NUMBER,
        Column(N_("Fact"), 300, _called_about),
        Column(N_("Figures"), 120, lambda row: listed(row.figures)),
        STATE,
        REASONS,
        ARTICLE,
    ),
    CRITICISM: (
        NUMBER,
        Column(N_("Against"), 170, lambda row: _line(row.criticism.against)),
        FACT,
        Column(N_("Put to them on"), 112, lambda row: day_words(row.criticism.put), rigid=True),
        Column(N_("Reply"), 260, _reply),
        ARTICLE,
    ),
    CHANGES: (
        NUMBER,
        Column(N_("Old"), 240, lambda row: _line(row.old)),
        Column(N_("New"), 240, lambda row: _line(row.new)),
        Column(N_("Author’s answer"), 110, lambda row: answer_words(row.answer)),
        Column(N_("Reason"), 170, lambda row: _line(row.why)),
        ARTICLE,
    ),
    OPEN: (NUMBER, FACT, STATE, REASONS, ARTICLE),
}
