"""Cells of the board as words, each made when it is seen."""

from __future__ import annotations

from annotator.corpus.board.parts import time_text
from annotator.corpus.board.table import BoardTable
from annotator.corpus.tallies.voices import AUTHOR, VOICE
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.facts.figures.claims import ATTRIBUTED_TO
from annotator.language.annotator_names import annotator_name
from annotator.language.values.local_day import days_between
from annotator.session.editing.check_words import state_words
from annotator.session.editing.values.attribute_words import value_words
from annotator.translation.messages import _, listed, ngettext, number, pgettext


def cell_words(table: BoardTable, column: BoardColumn, row: int, now: str) -> str:
    """Return the words of a cell, empty for none; ``now`` is the time in UTC by which ages are told."""
    if coded := table.coded(column):
        return text_words(column, coded.texts[coded.codes[row]]) or unsaid_words(table, column, row)
    match column.kind:
        case ColumnKind.WORDS:
            return table.words[row]
        case ColumnKind.ANNOTATOR:
            name = table.document(row).annotator
            return annotator_name(name) if name else ""
        case ColumnKind.ARTICLE:
            return table.document(row).article
        case ColumnKind.CREATED | ColumnKind.MODIFIED:
            return age_words(time_text(table.numbers[column.kind.value][row]), now)
        case _:
            return _number_words(table, column.kind, row)


def text_words(column: BoardColumn, text: str) -> str:
    """Return the words for the text of a cell of relations, an attribute or the state; empty for none."""
    if not text:
        return ""
    match column.kind:
        case ColumnKind.STATE:
            return state_words(text)
        case ColumnKind.RELATION:
            return first_of(text.split("\n"))
        case _:
            return attribute_words(column, text)


def unsaid_words(table: BoardTable, column: BoardColumn, row: int) -> str:
    """Return who says what nobody is said to say: the article, unless the voice is another's; else empty."""
    if not is_who_says_it(column) or table.text(column, row):
        return ""
    voice = next((table.text(one, row) for one in table.columns if one.attribute == VOICE), "")
    return _("the article") if voice in ("", AUTHOR) else ""


def is_who_says_it(column: BoardColumn) -> bool:
    """Tell whether the cells of the column say to whom a fact is attributed."""
    return column.name == ATTRIBUTED_TO and not column.inward


def full_words(table: BoardTable, column: BoardColumn, row: int, now: str) -> str:
    """Return all of a cell: of a relation every end, of a time the time itself."""
    match column.kind:
        case ColumnKind.RELATION:
            ends = table.text(column, row)
            return listed(ends.split("\n")) if ends else unsaid_words(table, column, row)
        case ColumnKind.CREATED | ColumnKind.MODIFIED:
            return time_text(table.numbers[column.kind.value][row])
        case _:
            return cell_words(table, column, row, now)


def attribute_words(column: BoardColumn, text: str) -> str:
    """Return the words for the values of an attribute, one a line in ``text``."""
    if not text:
        return ""
    return listed(_value_words(column, value) for value in text.split("\n"))


def _value_words(column: BoardColumn, text: str) -> str:
    if column.rule and column.rule.type == "flag" and text in ("yes", "no"):
        return value_words(text == "yes", column.rule)
    if column.rule and column.rule.type == "number":
        try:
            return value_words(float(text) if "." in text else int(text), column.rule)
        except ValueError:
            return text
    return value_words(text, column.rule)


def first_of(texts: list[str]) -> str:
    """Return the first text and how many more there are: “Some 3,000 +1”."""
    return f"{texts[0]} +{number(len(texts) - 1)}" if len(texts) > 1 else texts[0]


def age_words(time: str, now: str) -> str:
    """Return how many days ago that was in the time zone of this machine; empty where that cannot be told."""
    try:
        days = days_between(time, now)
    except ValueError:
        return ""
    if days <= 0:
        return pgettext("age", "today")
    return ngettext("{count} day", "{count} days", days).format(count=number(days))


def _number_words(table: BoardTable, kind: ColumnKind, row: int) -> str:
    numbers = table.numbers
    if kind is ColumnKind.NUMBER:
        return number(found) if (found := numbers["number"][row]) else ""
    if kind is ColumnKind.QUERIES:
        every, unanswered = numbers["queries"][row], numbers["unanswered"][row]
        # Translators: queries without an answer, of all queries.
        return _("{open} of {all}").format(open=number(unanswered), all=number(every)) if every else ""
    pieces, pro, contra = (numbers[name][row] for name in ("pieces", "supporting", "contradicting"))
    stances = "".join([f" +{number(pro)}" if pro else "", f" −{number(contra)}" if contra else ""])
    return number(pieces) + stances if pieces else ""
