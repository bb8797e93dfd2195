"""Tab goes through the values of the details in the order in which they stand, late ones too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.marked_articles import Marks
from tests.support.program import SHIFT, Key, Program
from tests.ui.panels.details.editing import SCHEME, TEXT, Start, choose, editor, go_to, press, type_in

ROWS = ("value-kind", "value-signed", "value-amount")
CHIPS = ("add-summary", "add-day", "add-page", "add-tags", "add-topic")


def marked(start: Start, folder: Path) -> Program:
    (folder / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    marks = Marks(TEXT).mark_each(("claim", "One"), ("claim", "three"), ("source", "six"))
    return start(marks.write(folder / "town.txt"))


def give_values(program: Program) -> None:
    """Give three values, each of which makes a row, and leave the keyboard on the last one."""
    go_to(program, "kind")
    press(program, Key.Key_2)
    press(program, Key.Key_Tab)
    press(program, Key.Key_1)
    press(program, Key.Key_Tab)
    type_in("5")
    press(program, Key.Key_Return)


def walk(program: Program, first: str, key: Key = Key.Key_Tab) -> Iterator[str]:
    """Yield the names of what the key comes to from ``first``, until it leaves the panel."""
    panel, seen = program.part(DetailsPanel), set[QWidget]()
    buttons = (one for one in panel.findChildren(QAbstractButton, first) if one.isVisible())
    next(buttons).setFocus()
    while (focused := QApplication.focusWidget()) and panel.isAncestorOf(focused):
        assert focused not in seen, "Tab comes round in the panel"
        seen.add(focused)
        yield focused.objectName()
        press(program, key)


def test_tab_goes_from_the_label_through_values_and_chips_to_the_note(start_again: Start, tmp_path: Path) -> None:
    program = marked(start_again, tmp_path)
    choose(program, "One")
    give_values(program)
    order = ["labelButton", "quotedWords", *ROWS, *CHIPS, "add-State of check", "noteField"]
    assert [*walk(program, "labelButton")] == order
    assert [*walk(program, "add-day", Key.Key_Backtab)] == order[order.index("add-day") :: -1]


def test_tab_goes_on_from_a_fact_of_the_article(start_again: Start, tmp_path: Path) -> None:
    program = marked(start_again, tmp_path)
    for _ in range(5):
        if not editor(program):
            program.press(Key.Key_F6)
    type_in("The Daily")
    press(program, Key.Key_Return)
    assert [*walk(program, "value-outlet")] == ["value-outlet", "add-rating"]


def test_tab_goes_from_the_list_of_annotations_to_the_first_part(start_again: Start, tmp_path: Path) -> None:
    program = marked(start_again, tmp_path)
    program.part(RowsView, "annotationsList").setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down)
    press(program, Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "labelButton"
    program.press(Key.Key_Backtab, SHIFT)
    assert program.part(RowsView, "annotationsList").hasFocus()
