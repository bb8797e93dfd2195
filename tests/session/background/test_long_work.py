"""Long work in the background that ends in another way than it should."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from annotator.interop.formats.jsonl import FORMAT as JSONL
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.exporting.export_runs import ExportRuns, Order
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session


def test_a_fault_of_the_program_ends_it_with_a_sentence_and_is_reported(disk: Jobs, qtbot: QtBot) -> None:
    work, ended = LongWork(disk), []
    work.ended.connect(ended.append)
    with qtbot.capture_exceptions() as raised:
        work.start(lambda _passing: 1 // 0)
        disk.finish()
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]
    assert (len(ended), work.running) == (1, False)
    assert isinstance(ended[0], str)


def test_later_work_takes_the_place_of_what_is_running(disk: Jobs) -> None:
    work, ended = LongWork(disk), []
    work.ended.connect(ended.append)
    for name in ("first", "second"):

        def named(_passing: Passing, name: str = name) -> str:
            return name

        work.start(named)
    disk.finish()
    assert ended == ["second"]


def test_work_whose_runner_is_gone_is_cancelled_and_nobody_is_told(qtbot: QtBot) -> None:
    with ThreadPoolExecutor(1) as executor:
        owner, jobs, gone, after = QObject(), Jobs(executor), Event(), list[str]()
        work = LongWork(jobs, owner)

        def read(passing: Passing) -> None:
            assert gone.wait(5)
            passing.begin("Reading")
            after.append("read on")

        work.start(read)
        owner.deleteLater()
        QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
        gone.set()
        with qtbot.capture_exceptions() as raised:
            jobs.finish()
    assert (raised, after) == ([], [])


def test_an_export_never_overwrites_what_it_reads(session: Session, disk: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    exports = ExportRuns(disk, Autosave(session, disk, session), session)
    article = tmp_path / "one.txt"
    article.write_text("People left.", "utf-8")
    with qtbot.waitSignal(exports.ended) as told:
        exports.run(Order(JSONL, tmp_path, article, replace=True))
    assert "one.txt" in told.args[0]
    assert article.read_text("utf-8") == "People left."
