"""Exporting in the background: after saving, with progress, and with nothing left of what was cancelled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.interop.format import EVERYTHING, RELATIONS, Format
from annotator.interop.formats.jsonl import FORMAT as JSONL
from annotator.interop.options import Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import IN_WORK, Document, Status
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import CancelledError, Passing, Stage
from annotator.session.exporting.export_runs import ExportRuns, Order
from annotator.session.exporting.preview import ExportPreview, beginning
from annotator.session.exporting.survey import Survey
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path

if TYPE_CHECKING:
    from tests.session.conftest import Opened, Tag, WhenTold


def write_documents(folder: Path, count: int) -> None:
    """Articles with a claim each, by two annotators in turn."""
    for number in range(count):
        article = Article.of(f"a{number}.txt", f"People left, {number * 7919} of them.")
        claim = Annotation("aaaaaa", "claim", Span(0, 6))
        annotator = ("", "sam")[number % 2]
        document = Document(article, {claim.id: claim}, status=Status(IN_WORK), annotator=annotator)
        (folder / article.name).write_text(article.text, "utf-8")
        sidecar_path(folder / article.name, annotator).write_bytes(SidecarWriter().data(document))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    return made


def ended(exports: ExportRuns, order: Order, qtbot: QtBot) -> Any:
    with qtbot.waitSignal(exports.ended) as signal:
        exports.run(order)
    return signal.args[0]


@pytest.fixture
def autosave(session: Session, disk: Jobs) -> Iterator[Autosave]:
    autosave = Autosave(session, disk, session)
    yield autosave
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


@pytest.fixture
def exports(autosave: Autosave, disk: Jobs) -> ExportRuns:
    return ExportRuns(disk, autosave, autosave)


def test_what_was_just_marked_is_in_the_export(
    session: Session, worker: WhenTold, disk: Jobs, opened: Opened, tag: Tag, tmp_path: Path, qtbot: QtBot
) -> None:
    article = opened()
    article.path.write_text(article.document.article.text, "utf-8")
    exports = ExportRuns(disk, Autosave(session, Jobs(worker), session), session)
    session.show(article)
    tag("claim", "Thousands of people")
    order = Order(JSONL, tmp_path, tmp_path / "out.jsonl")
    with qtbot.waitSignal(exports.ended) as signal:
        exports.run(order)
        assert exports.running
        qtbot.waitUntil(lambda: bool(worker.waiting))
        assert not order.target.exists()
        worker.work()
    assert isinstance(signal.args[0], Report)
    record = json.loads(order.target.read_text("utf-8"))
    assert [(item["label"], item["text"]) for item in record["annotations"]] == [("claim", "Thousands of people")]


def test_work_that_cannot_be_saved_is_not_exported_without_it(
    session: Session, disk: Jobs, opened: Opened, tag: Tag, tmp_path: Path, qtbot: QtBot
) -> None:
    article = opened()
    article.sidecar.mkdir()
    autosave = Autosave(session, disk, session)
    exports = ExportRuns(disk, autosave, autosave)
    session.show(article)
    tag("claim", "Thousands")
    sentence = ended(exports, Order(JSONL, tmp_path, tmp_path / "out.jsonl"), qtbot)
    assert "is not saved, so an export would lack its latest changes" in sentence
    assert not (tmp_path / "out.jsonl").exists()
    autosave.give_up(article)


def test_waiting_for_a_save_can_be_cancelled(
    session: Session, worker: WhenTold, disk: Jobs, opened: Opened, tag: Tag, tmp_path: Path, qtbot: QtBot
) -> None:
    session.show(opened())
    exports = ExportRuns(disk, Autosave(session, Jobs(worker), session), session)
    session.show(opened())
    tag("claim", "Thousands")
    exports.run(Order(JSONL, tmp_path, tmp_path / "out.jsonl"))
    with qtbot.waitSignal(exports.ended) as signal:
        exports.cancel()
    assert signal.args == [None]
    assert not exports.running
    qtbot.waitUntil(lambda: bool(worker.waiting))
    worker.work()
    disk.finish()
    assert not (tmp_path / "out.jsonl").exists()


def test_progress_counts_documents(exports: ExportRuns, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    write_documents(folder, 30)
    stages: list[Stage] = []
    exports.progressed.connect(stages.append)
    report = ended(exports, Order(JSONL, folder, tmp_path / "out.jsonl"), qtbot)
    assert report.documents == 30
    assert {(stage.doing, stage.total) for stage in stages} >= {("Looking for documents", 0), ("Exporting", 30)}
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 30


def test_cancel_in_the_middle_leaves_nothing(exports: ExportRuns, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    write_documents(folder, 5)

    def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
        with output.text() as file:
            for entry in entries:
                file.write(entry.path)
                exports.cancel()

    format = Format("slow", "Slow", ".slow", EVERYTHING, write)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    assert ended(exports, Order(format, folder, tmp_path / "out.slow"), qtbot) is None
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_what_is_there_is_replaced_only_when_told(
    exports: ExportRuns, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    write_documents(folder, 1)
    order = Order(JSONL, folder, tmp_path / "out.jsonl")
    order.target.write_text("mine", "utf-8")
    assert "There is something already" in ended(exports, order, qtbot)
    assert order.target.read_text("utf-8") == "mine"
    assert isinstance(ended(exports, replace(order, replace=True), qtbot), Report)
    assert order.target.read_text("utf-8") != "mine"


def test_splits_put_each_document_into_one(exports: ExportRuns, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    write_documents(folder, 10)
    ended(exports, Order(JSONL, folder, tmp_path / "out.jsonl", shares=(50, 30, 20)), qtbot)
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert {record["split"] for record in records} <= {"train", "dev", "test"}
    assert len({record["split"] for record in records}) > 1


def test_survey_knows_whose_how_far_and_how_much(disk: Jobs, autosave: Autosave, folder: Path, qtbot: QtBot) -> None:
    write_documents(folder, 3)
    (folder / "broken.txt").write_text("x", "utf-8")
    (folder / "broken.annotations.yaml").write_text("no: [", "utf-8")
    survey = Survey(disk, autosave)
    survey.read(folder)
    qtbot.waitUntil(lambda: survey.complete)
    assert [(one.first, one.annotator, one.status, one.documents, dict(one.labels)) for one in survey.groups] == [
        ("a0.txt", "", "in-work", 2, {"claim": 2}),
        ("a1.txt", "sam", "in-work", 1, {"claim": 1}),
    ]
    assert survey.problems == 1
    sams = Options(annotators=frozenset({"sam"}), labels=frozenset({"source"}))
    assert [one.first for one in survey.groups if one.is_chosen(sams)] == ["a1.txt"]
    assert sum(one.annotations(sams) for one in survey.groups) == 0


def test_preview_is_what_would_be_written_of_the_document(
    disk: Jobs, autosave: Autosave, folder: Path, qtbot: QtBot
) -> None:
    below = folder / "below"
    below.mkdir()
    write_documents(below, 2)
    survey = Survey(disk, autosave)
    survey.read(folder)
    qtbot.waitUntil(lambda: survey.complete)
    preview, texts = ExportPreview(disk), []
    preview.shown.connect(texts.append)
    order = Order(JSONL, folder, Path("/nowhere/out.jsonl"), Options(with_text=False))
    preview.ask(order, folder, survey.groups[0])
    preview.ask(order, folder, survey.groups[1])
    qtbot.waitUntil(lambda: bool(texts))
    disk.finish()
    assert [json.loads(text)["path"] for text in texts] == ["below/a1.txt"]
    assert "People" not in texts[0]


def test_preview_of_what_is_no_text_says_so(disk: Jobs, autosave: Autosave, folder: Path, qtbot: QtBot) -> None:
    def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
        with output.binary("deep/data.bin") as file:
            file.write(b"PAR1\0\1" * len([*entries]))
        with output.text("read.me") as file:
            file.write("hidden \u202e turn\n" + "x" * 9000)

    write_documents(folder, 1)
    survey = Survey(disk, autosave)
    survey.read(folder)
    qtbot.waitUntil(lambda: survey.complete)
    format = Format("both", "Both", "", frozenset({*EVERYTHING} - {RELATIONS}), write)
    lines = beginning(Order(format, folder, Path("/nowhere")), folder, "a0.txt", "").splitlines()
    assert lines[:2] == ["— deep/data.bin —", "A binary file, 6 bytes for this document."]
    assert "hidden \\u202e turn" in lines
    assert max(map(len, lines)) < 3000


def test_passing_stops_whoever_asks() -> None:
    passing = Passing(lambda _stage: None)
    passing.begin("Reading")
    passing.stop()
    with pytest.raises(CancelledError):
        passing.passed("a.txt")
    with pytest.raises(CancelledError):
        next(passing.through("abc"))


@pytest.fixture(autouse=True)
def quiet(qapp: QApplication) -> None:
    """Signals need an application."""
