"""An import that is taken back: what it wrote goes, what somebody has worked on since stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.storage.sidecars.sidecar_files import sidecar_path
from annotator.ui.dialogs.import_dialog import ImportDialog
from tests.support.program import CTRL, Key, Program, Qt
from tests.support.stories import write_folder
from tests.ui.dialogs.import_dialog.test_import_dialog import TABLE, Open, Show, below, jobs, show
from tests.ui.dragging import carrying, drop_on

__all__ = ["below", "jobs", "show"]


@pytest.fixture
def imported(show: Show, tmp_path: Path) -> Open:
    (tmp_path / "in.csv").write_text(TABLE, "utf-8")
    opened = show()
    opened.give(tmp_path / "in.csv")
    opened.click("begin")
    opened.wait_done()
    assert len(list(opened.folder.glob("*.txt"))) == 3
    return opened


def take_back(opened: Open) -> str:
    opened.click("takeBack")
    done = opened.part(QLabel, "reportDone")
    opened.qtbot.waitUntil(lambda: not done.text().startswith("Imported"))
    return str(done.text())


def test_all_that_was_written_goes(imported: Open) -> None:
    assert imported.part(QPushButton, "takeBack").text() == "Take back"
    assert take_back(imported) == "Taken back: 3 articles were removed."
    assert imported.names == []
    assert imported.part(QPushButton, "takeBack").isHidden()


@pytest.mark.parametrize("is_sidecar", [True, False])
def test_what_was_changed_since_stays_as_a_whole(imported: Open, is_sidecar: bool) -> None:
    text = imported.folder / "Two.txt"
    changed = sidecar_path(text) if is_sidecar else text
    changed.write_text(changed.read_text("utf-8") + "\n", "utf-8")
    said = take_back(imported)
    assert said.startswith("Taken back: 2 articles were removed. 1 article stays,")
    assert imported.names == ["Two.annotations.yaml", "Two.txt"]


def test_the_open_article_is_closed(start_again: Callable[..., Program], tmp_path: Path) -> None:
    article, source = write_folder(tmp_path), tmp_path / "in.csv"
    source.write_text("id,text\nferry,It was late.\n", "utf-8")
    program = start_again(article)
    program.press(Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.wait_for(lambda: program.part(ImportDialog).isVisible())
    drop_on(program.part(ImportDialog), carrying(source))
    program.wait_for(program.part(QPushButton, "begin").isEnabled)
    program.part(QPushButton, "begin").click()
    ferry = article.parent / "ferry.txt"
    program.wait_for(lambda: program.session.path == ferry and program.session.current is not None)
    program.part(QPushButton, "takeBack").click()
    program.wait_for(lambda: not ferry.exists())
    program.wait_for(lambda: program.session.current is None)
    program.wait_for(lambda: program.part(QLabel, "reportDone").text().startswith("Taken back: 1 article"))
    assert article.exists()
