"""Values that cells of the board can be given in place: chosen from some, or typed."""

from __future__ import annotations

from annotator.facts.board.columns import IN_FULL, BoardColumn, ColumnKind
from annotator.language.plain_line import plain_line, shortened
from annotator.language.quoted_words import quoted
from annotator.model.annotation import Value
from annotator.model.scheme import STATE
from annotator.session.board.titles import column_title
from annotator.session.editing.check_words import state_words
from annotator.session.editing.values.attribute_words import value_words
from annotator.translation.messages import _, ngettext, number

TYPED = ("text", "number", "date", "link")
LONGEST = 40
"""Code points of a value in the title of a change."""


def choices_of(column: BoardColumn) -> list[str]:
    """Return the values that the cells of a column may be given in place; none for a column that is only shown."""
    rule = column.rule
    return list(rule.choices) if rule and rule.type in ("choice", STATE) and not rule.many else []


def is_typed(column: BoardColumn) -> bool:
    """Tell whether a value of the column is typed: it is one text, number, date or link of any scheme."""
    return column.rule is not None and column.rule.type in TYPED and not column.rule.many


def choice_words(column: BoardColumn, choice: str) -> str:
    """Return the name of a state or a choice."""
    return state_words(choice) if column.kind is ColumnKind.STATE else plain_line(value_words(choice, column.rule))


def change_title(column: BoardColumn, value: Value, count: int) -> str:
    """Return what is done when so many annotations are given the value, in words."""
    name = _("State") if column.kind is ColumnKind.STATE else column_title(column)
    if value in (None, ""):
        said = ngettext("Remove {name} of {count} annotation", "Remove {name} of {count} annotations", count)
        return said.format(name=name, count=number(count))
    said = ngettext("Set {name} to {value}: {count} annotation", "Set {name} to {value}: {count} annotations", count)
    return said.format(name=name, value=_value_words(column, value), count=number(count))


def _value_words(column: BoardColumn, value: Value) -> str:
    if isinstance(value, str) and not is_typed(column):
        return choice_words(column, value)
    words = shortened(value_words(value, column.rule), LONGEST)
    return quoted(words) if column.attribute == IN_FULL else words
