"""Filters and groups of the panels' lists, each until the rows that are in view have been painted."""

from __future__ import annotations

from collections import defaultdict
from itertools import cycle, islice

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from annotator.model.annotation import Relation
from annotator.model.change import Change
from annotator.session.session import Session
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.term_field import TermField
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import live_for
from tests.benchmarks.timing import Times

RELATIONS = 50_000
SEARCHED_MS = 500
"""Until the rows that are not in view have been searched too."""


def letters_in_filter(panel: QWidget, words: str, times: int) -> Times:
    """Type the words into the panel's filter, letter by letter, so many times."""
    field, view = panel.findChild(FilterField), panel.findChild(QTableView)
    took = Times()

    def press(letter: str) -> None:
        QTest.keyClicks(field, letter)
        view.viewport().repaint()

    for _ in range(times):
        for letter in words:
            took.measure(lambda letter=letter: press(letter))  # type: ignore[misc]
            live_for(SEARCHED_MS)
        field.clear()
        drawn()
    return took


def groups_of_list(panel: AnnotationsPanel, times: int) -> dict[str, Times]:
    """Group the list by each order, from the order of the text."""
    view, took = panel.findChild(QTableView), defaultdict[str, Times](Times)

    def group(order: str) -> None:
        panel.set_order(order)
        view.viewport().repaint()

    for order in ("label", "verdict", "source", "part") * times:
        took[order].measure(lambda order=order: group(order))  # type: ignore[misc]
        panel.set_order("text")
        drawn()
    return took


def filtered_by_relation(panel: AnnotationsPanel, session: Session, relations: int, times: int) -> Times:
    """Ask for what is linked in an article with so many relations from claims to sources."""
    field, view, took = panel.findChild(TermField), panel.findChild(QTableView), Times()
    ends = {
        label: [a.id for a in session.document.in_text_order() if a.label == label] for label in ("claim", "source")
    }
    pairs = zip(cycle(ends["claim"]), cycle(ends["source"]), strict=False)
    made = tuple(
        Relation(f"link{number}", "attributed_to", claim, source)
        for number, (claim, source) in enumerate(islice(pairs, relations))
    )
    session.do(Change((), made), "Link")

    def ask() -> None:
        field.set_filter("has:relation")
        view.viewport().repaint()

    for _ in range(times):
        took.measure(ask)
        live_for(SEARCHED_MS)
        field.set_filter("")
        drawn()
    session.undo()
    drawn()
    return took
