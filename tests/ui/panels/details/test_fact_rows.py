"""Rows of facts, of which a file may have any number."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from annotator.ui.panels.details.fact_rows import FactRows
from annotator.ui.widgets.words.wrapping_label import WrappingLabel


def test_thousands_of_attributes_are_counted_beyond_the_first(qtbot: QtBot) -> None:
    rows = FactRows()
    qtbot.addWidget(rows)
    rows.show_facts([(f"name {number}", "value") for number in range(20_000)])
    shown = [label.text() for label in rows.findChildren(WrappingLabel) if label.isVisibleTo(rows)]
    assert len(shown) == 200
    assert shown[-4:] == ["name 98", "value", "", "and 19,901 more"]
    rows.show_facts([("name", "value")])
    assert [label.text() for label in rows.findChildren(WrappingLabel) if label.isVisibleTo(rows)] == ["name", "value"]
