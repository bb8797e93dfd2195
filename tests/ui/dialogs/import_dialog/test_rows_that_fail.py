"""Rows of a table that cannot be read are named in the list and in the report, and the others come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView

from annotator.ui.dialogs.import_dialog import ImportDialog
from tests.support.program import CTRL, Key, Program
from tests.support.stories import write_folder
from tests.ui.dragging import carrying, drop_on

SAID = Qt.ItemDataRole.AccessibleTextRole


def rows(program: Program, name: str) -> list[str]:
    model = program.part(QTableView, name).model()
    return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]


def test_good_bad_good(start_again: Callable[..., Program], tmp_path: Path) -> None:
    article, source = write_folder(tmp_path), tmp_path / "in.csv"
    source.write_text("id,text\nferry,It was late.\nodd,a,b\nbridge,It is closed.\nodder,a,b\n", "utf-8")
    program = start_again(article)
    program.press(Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.wait_for(lambda: program.part(ImportDialog).isVisible())
    drop_on(program.part(ImportDialog), carrying(source))
    program.wait_for(lambda: len(rows(program, "foundArticles")) == 4)
    begins = [row.partition(",")[0] + row.partition(",")[2][:7] for row in rows(program, "foundArticles")]
    assert begins[:2] == ["in.csv line 3", "in.csv line 5"]
    program.wait_for(program.part(QPushButton, "begin").isEnabled)
    program.part(QPushButton, "begin").click()
    program.wait_for(lambda: len(rows(program, "reportPlaces")) == 2)
    assert rows(program, "reportReasons")[0].startswith("2 files or parts of them could not be read or written")
    assert [row.split(", ")[1] for row in rows(program, "reportPlaces")] == ["line 3", "line 5"]
    assert {"ferry.txt", "bridge.txt"} <= {path.name for path in article.parent.glob("*.txt")}
