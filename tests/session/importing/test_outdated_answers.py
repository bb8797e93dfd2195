"""Answers about files that come when something else is asked already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.session.background.jobs import Jobs
from annotator.session.importing.empty_folder import EmptyFolder
from annotator.session.importing.import_runs import ArticlesOrder, ImportRuns
from annotator.session.importing.kind_detection import ARTICLES, KindDetector
from annotator.session.importing.table_columns import TableColumns
from annotator.session.opening.folder import Folder
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session

if TYPE_CHECKING:
    from tests.session.conftest import Opened, Tag, WhenTold


@pytest.fixture
def jobs(qapp: QApplication, worker: WhenTold) -> Jobs:
    return Jobs(worker)


def test_the_kind_of_the_files_chosen_last_is_told(jobs: Jobs, worker: WhenTold, tmp_path: Path) -> None:
    detection, told = KindDetector(jobs), []
    detection.told.connect(told.append)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("People left.", "utf-8")
        detection.ask([tmp_path / name], [])
    worker.work()
    assert told == [ARTICLES]
    detection.ask([tmp_path / "one.txt"], [])
    detection.stop()
    worker.work()
    assert told == [ARTICLES]


def test_the_columns_of_the_table_chosen_last_are_told(jobs: Jobs, worker: WhenTold, tmp_path: Path) -> None:
    columns, told = TableColumns(jobs), []
    columns.read.connect(told.append)
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text(f"{name},text\n1,People left.\n", "utf-8")
        columns.ask(tmp_path / f"{name}.csv")
    worker.work()
    assert told == [["two", "text"]]


def test_files_of_a_folder_that_is_open_no_longer_are_not_offered(
    jobs: Jobs, worker: WhenTold, disk: Jobs, tmp_path: Path
) -> None:
    folder = Folder(disk, SchemeCache())
    empty, found = EmptyFolder(folder, jobs), []
    empty.found.connect(lambda files: found.append(files))
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.docx").write_bytes(b"PK")
        folder.open(tmp_path / name, "")
        disk.finish()
    worker.work()
    assert len(found) == 1


def test_waiting_for_a_save_an_import_can_be_cancelled(
    session: Session, worker: WhenTold, disk: Jobs, opened: Opened, tag: Tag, tmp_path: Path
) -> None:
    autosave = Autosave(session, Jobs(worker), session)
    imports, ended = ImportRuns(disk, autosave, lambda: "2026-11-22T06:21:20Z", session), []
    imports.ended.connect(ended.append)
    session.show(opened())
    tag("claim", "Thousands")
    source = tmp_path / "one.md"
    source.write_text("People left.", "utf-8")
    (tmp_path / "target").mkdir()
    imports.run(ArticlesOrder((source,), tmp_path / "target"))
    assert imports.running
    imports.cancel()
    assert (ended, imports.running) == ([None], False)
    autosave.give_up(session.current)
    worker.work()
    disk.finish()
    assert list((tmp_path / "target").iterdir()) == []
