"""Dialogs in a language that marks every message: what is unmarked has not been passed through the translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.interop.report import ANNOTATION, LEFT_OUT, Loss, Report
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.merge import Conflict
from annotator.model.scheme import Scheme
from annotator.model.span import Span
from annotator.storage.files.file_error import Problem
from annotator.ui.dialogs.failure_dialog import FailureDialog
from annotator.ui.dialogs.merge_dialog import MergeDialog
from annotator.ui.long_work.report_page import ReportPage
from annotator.ui.theme.look import Look
from tests.support.marked_language import marked_language, shown, unmarked
from tests.support.program import Program

Start = Callable[..., Program]

TOWN = Document(Article.of("town.txt", "People left.\nSo."))


@pytest.fixture(scope="module")
def program(start_once: Start, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """For tests that open a dialog and close it again; its start sets the language of the settings."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text("A café in a town.", encoding="utf-8")
    return start_once(folder)


@pytest.fixture
def in_marked_language() -> Iterator[None]:
    with marked_language():
        yield


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("settings", "settingsDialog"),
        ("keys", "keySheet"),
        ("about", "aboutDialog"),
        ("steps", "stepsDialog"),
        ("history", "historyDialog"),
        ("encoding", "encodingDialog"),
        ("export", "exportDialog"),
        ("hand_over", "handOverDialog"),
        ("import", "importDialog"),
        ("lists", "listsDialog"),
        ("ask_query", "queryDialog"),
    ],
)
def test_no_text_of_the_program_is_left_in_english(program: Program, action: str, name: str) -> None:
    assert program.session.path
    with marked_language():
        program.part(QAction, action).trigger()
        dialog = program.part(QDialog, name)
        left = unmarked(dialog)
    assert "<" in dialog.accessibleName()
    assert left - {str(program.session.path.parent)} == set()
    dialog.close()


@pytest.mark.usefixtures("in_marked_language")
def test_nothing_of_a_conflict_is_left_in_english(qtbot: QtBot, light_look: Look) -> None:
    note = Annotation("a", "claim", Span(0, 6), note="1")
    conflicts = [Conflict(note, altered(note, note="2"), altered(note, note="3")), Conflict(note, None, note)]
    dialog = MergeDialog(conflicts, TOWN, Scheme("small", "Small", ()), light_look)
    qtbot.addWidget(dialog)
    assert unmarked(dialog) == {"Claim", "People left."}  # as the scheme and the article have them
    assert "<Mine>: <Note>: 2, altered>" in " ".join(shown(dialog))


@pytest.mark.usefixtures("in_marked_language")
@pytest.mark.parametrize("log", ["", "errors.log"])
def test_nothing_of_an_error_is_left_in_english(qtbot: QtBot, light_look: Look, log: str) -> None:
    dialog = FailureDialog(light_look, "", log)
    qtbot.addWidget(dialog)
    assert unmarked(dialog) == set()


@pytest.mark.usefixtures("in_marked_language")
def test_nothing_of_a_report_is_left_in_english(qtbot: QtBot, light_look: Look) -> None:
    report = Report(
        losses=[Loss(LEFT_OUT, ANNOTATION, "a.txt", "a1", "it has no label", 1200)],
        problems=[Problem(Path("b.txt"), line=3, sentence="<It is broken.>")],
        not_carried={"notes"},
        notes=["<One.>", "<Two.>"],
    )
    window = QWidget()
    qtbot.addWidget(window)
    page = ReportPage(light_look, window)
    page.show_report("<Exported.>", report)
    rows = page.findChild(QTableView, "reportReasons").model()
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == [
        "<1 file or part of one could not be read or written>",
        "<1 annotation left out>",
        "<Not carried by this format>",
        "<2 remarks>",
    ]
    assert unmarked(page) == set()
