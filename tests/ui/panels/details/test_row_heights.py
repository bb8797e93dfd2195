"""Rows of values that are used again are as high, whatever they have shown before, as rows that are new."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.ui.editors.row_column import RowColumn
from annotator.ui.editors.value_row import ValueRow
from annotator.ui.theme.look import Look
from tests.support.running.examples import examples

RULES = [AttributeRule(name, "text") for name in ("place", "said_by", "an_attribute_with_a_long_name")]
WIDTHS = st.sampled_from((180, 240, 300, 420))
WORDS = st.sampled_from(("", "no", "yes", "in the harbour", "as the mayor said " * 3, "what nobody could know " * 9))
FIELDS = st.builds(AttributeField, st.sampled_from(RULES), words=WORDS, unknown=st.booleans(), several=st.booleans())
STEPS = st.lists(
    st.tuples(st.lists(FIELDS, min_size=1, max_size=3, unique_by=lambda field: field.rule.id), WIDTHS),
    min_size=2,
    max_size=5,
)


def shown(look: Look, host: QWidget) -> RowColumn:
    column = RowColumn(look, host)
    host.show()
    column.show()
    return column


def heights(column: RowColumn, fields: Sequence[AttributeField], width: int) -> list[int]:
    """Show the fields in that width, as a panel does, and return the heights of their rows."""
    column.fit(width)
    column.show_fields(fields, {}, "", locked="")
    column.resize(width, column.heightForWidth(width))
    QApplication.processEvents()  # lays out
    return [row.height() for row in column.findChildren(ValueRow) if row.isVisible()]


PLACE, SAID_BY, _LONG = RULES
LONG = "what nobody could know " * 9
FORMER_HEIGHT = [
    ([AttributeField(PLACE), AttributeField(SAID_BY, words=LONG)], 180),
    ([AttributeField(PLACE), AttributeField(SAID_BY, words=LONG)], 240),
    ([AttributeField(SAID_BY), AttributeField(PLACE, words=LONG, several=True)], 180),
]
"""Words that are as high as others in one width, but not in that before, whose height a layout may still know."""
NARROWER = [
    ([AttributeField(PLACE, words="no")], 180),
    ([AttributeField(PLACE, words="no")], 240),
    ([AttributeField(PLACE, words="said by the mayor again and again")], 240),
    ([AttributeField(PLACE, words="said by the mayor again and again")], 180),
]
"""Words that stand on one line in one width and not in another, in which those before did."""


@examples(0.4)
@example(FORMER_HEIGHT)
@example(NARROWER)
@given(STEPS)
def test_rows_are_as_high_as_new_ones(qapp: QApplication, steps: list[tuple[list[AttributeField], int]]) -> None:
    look, host = Look(choice="light"), QWidget()
    column = shown(look, host)
    for fields, width in steps:
        found = heights(column, fields, width)
        new = shown(look, host)
        assert found == heights(new, fields, width)
        new.deleteLater()
    host.deleteLater()
    qapp.processEvents()


def test_of_a_value_without_end_a_row_shows_the_beginning(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = shown(look, host)
    (whole,) = heights(column, [AttributeField(PLACE, words="long " * 800)], 300)
    (row,) = heights(column, [AttributeField(PLACE, words="long " * 200_000)], 300)
    assert whole <= row < whole + 40
    (wrong,) = column.findChildren(ValueRow)
    wrong.show_field(AttributeField(PLACE), "1" * 1_000_000)
    assert len(wrong.accessibleName()) < 5000
    assert "1…" in wrong.accessibleName()
