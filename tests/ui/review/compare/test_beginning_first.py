"""The beginning of a long article is shown first: keys work at once, and nothing jumps when the rest comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.decisions import Decision
from annotator.model.span import Span
from annotator.session.review import annotators, compare_mode
from annotator.session.review.annotators import ReadAnnotators, whole_of
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from annotator.ui.review.compare.compare_panel import ComparePanel
from annotator.ui.review.compare.current_head import CurrentHead
from annotator.ui.review.compare.difference_list import DifferenceList
from annotator.ui.widgets.panel_header import PanelHeader
from tests.support.program import CTRL, SHIFT, Key, Program

Start = Callable[..., Program]


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The rest is not compared before this is set."""
    released = Event()

    def held(found: ReadAnnotators) -> ReadAnnotators:
        released.wait(20)
        return whole_of(found)

    monkeypatch.setattr(annotators, "ENOUGH", 7)
    monkeypatch.setattr(compare_mode, "whole_of", held)
    yield released
    released.set()


def write_two(folder: Path) -> Path:
    """Write an article of 20 lines and two annotators: of four each, one is agreed on, three differ."""
    article = Article.of("long.txt", "".join(f"This is line {at:02} of them.\n" for at in range(20)))
    path = folder / article.name
    path.write_text(article.text, "utf-8")
    for name in ("ann", "ben"):
        made = {}
        for at in range(20):
            start, way = article.text.index(f"line {at:02}"), at % 4 if name == "ben" else 0
            label = "figure" if way == 2 else "claim"
            if way != 3:
                made[f"{name}{at}"] = Annotation(f"{name}{at}", label, Span(start, start + 7 + 3 * (way == 1)))
        sidecar_path(path, name).write_bytes(SidecarWriter().data(Document(article, made, annotator=name)))
    return path


@pytest.fixture
def program(start: Start, rest: Event, tmp_path: Path) -> Program:
    """Sam decides on the final version of two, of which only the beginning is compared."""
    assert not rest.is_set()
    program = start(write_two(tmp_path), annotator="sam")
    program.window.resize(1400, 900)
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    return program


def rows(program: Program) -> list[str]:
    model = program.part(DifferenceList).model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def count(program: Program) -> str:
    return program.part(ComparePanel).findChildren(PanelHeader)[0].count


def place(program: Program) -> int:
    """Height at which the current difference stands in the list."""
    view = program.part(DifferenceList)
    return view.visualRect(view.currentIndex()).top()


def test_keys_work_at_once_and_the_current_one_stays_in_its_place(program: Program, rest: Event) -> None:
    head = program.part(CurrentHead)
    assert (count(program), rows(program)[0]) == ("Comparing…", "Edges, 1")
    assert head.accessibleName() == "Difference 1 of …, Edges"
    program.press(Key.Key_Tab)
    before, at = rows(program), place(program)
    rest.set()
    program.wait_for(lambda: count(program).startswith("0 of 15 decided"))
    assert (len(before), rows(program)[0], len(rows(program))) == (6, "Edges, 5", 18)
    assert (head.accessibleName(), place(program)) == ("Difference 2 of 15, Label", at)
    assert program.said == "15 differences"


def test_the_last_one_of_the_beginning_is_not_the_last(program: Program, rest: Event) -> None:
    for _step in range(3):
        program.press(Key.Key_Tab)
    head = program.part(CurrentHead)
    assert (head.accessibleName(), program.said) == ("Difference 3 of …, Marked by some only", "Comparing…")
    rest.set()
    program.wait_for(lambda: count(program).startswith("0 of 15 decided"))
    program.press(Key.Key_Tab)
    assert head.accessibleName() == "Difference 4 of 15, Edges"


def test_what_is_decided_meanwhile_stands_and_nothing_is_decided_over_a_part(program: Program, rest: Event) -> None:
    program.type("1ag1")
    assert program.messages.asked == []
    assert len(program.document.of(Decision)) == 1
    rest.set()
    program.wait_for(lambda: count(program).startswith("1 of 15 decided"))
    program.messages.answer = "Take"
    program.type("a")
    assert len(program.document.of(Decision)) == 6
    program.press(Key.Key_Z, CTRL)
    assert count(program).startswith("1 of 15 decided")


def test_who_leaves_before_the_rest_has_left(program: Program, rest: Event) -> None:
    program.press(Key.Key_Escape)
    rest.set()
    program.wait_for(lambda: program.window.findChild(ComparePanel) is None)
    program.wait_for(lambda: program.view.hasFocus())
