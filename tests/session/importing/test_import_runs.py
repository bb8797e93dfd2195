"""Importing in the background: articles and annotations, cancelled without a trace, guessed by their looks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.interop.articles.extracted import Wishes
from annotator.interop.format import EVERYTHING, Format
from annotator.interop.formats.jsonl import FORMAT as JSONL
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.registry import MODULES
from annotator.interop.report import Report
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import CancelledError, LongWork, Passing, Stage
from annotator.session.exporting.format_list import ListedFormat
from annotator.session.importing.annotation_scan import AnnotationScan, annotations_in
from annotator.session.importing.article_scan import ArticleScan, Given, Pasted, ScannedArticles
from annotator.session.importing.import_runs import AnnotationsOrder, ArticlesOrder, ImportOrder, ImportRuns, imported
from annotator.session.importing.kind_detection import ARTICLES, detected_kind
from annotator.session.importing.table_columns import TableColumns
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.storage.schemes.scheme_lookup import SCHEME_NAME
from tests.interop.articles.written_pdf import Line, pdf

NOW = "2026-11-22T06:21:20Z"
LONG_PDF = pdf([[Line(f"Line {line} of page {page}.", bottom=700 - line) for line in range(40)] for page in range(30)])
TABLE = "headline,story\nOne,People left.\nTwo,Nobody came.\nThree,Rain fell.\n"
Run = Callable[[ImportOrder], Any]
Find = Callable[..., ScannedArticles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    return made


@pytest.fixture
def imports(session: Session, disk: Jobs) -> Iterator[ImportRuns]:
    autosave = Autosave(session, disk, session)
    yield ImportRuns(disk, autosave, lambda: NOW, session)
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


@pytest.fixture
def run(imports: ImportRuns, qtbot: QtBot) -> Run:
    def result(order: ImportOrder) -> Any:
        with qtbot.waitSignal(imports.ended) as signal:
            imports.run(order)
        return signal.args[0]

    return result


@pytest.fixture
def find(disk: Jobs, qtbot: QtBot) -> Find:
    def found(*given: Given, wishes: Wishes | None = None) -> ScannedArticles:
        finds = ArticleScan(disk)
        finds.read(given, wishes or Wishes())
        qtbot.waitUntil(lambda: finds.found.complete)
        return finds.found

    return found


class StopsAt(Passing):
    """Is not wanted any longer when that name comes for the ``nth`` time; ``seen`` is what was there then."""

    def __init__(self, name: str, look: Callable[[], list[str]], nth: int = 1) -> None:
        super().__init__(lambda _stage: None)
        self._name, self._look, self._left = name, look, nth
        self.seen: set[str] = set()

    def passed(self, name: str) -> None:
        self._left -= name == self._name
        if not self._left:
            self.seen |= set(self._look())
            self.stop()
        super().passed(name)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def exchange(path: Path, count: int, label: str = "claim") -> Path:
    """Documents in the program's own format of exchange."""
    lines = [
        {
            "format": "annotator-jsonl",
            "version": 1,
            "path": f"a{number}.txt",
            "text": f"People left, {number} of them.",
            "annotations": [{"id": "aaaaaa", "label": label, "start": 0, "end": 6}],
            "relations": [],
        }
        for number in range(count)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_articles_of_files_are_found_with_their_words(find: Find, tmp_path: Path) -> None:
    table = tmp_path / "many.csv"
    table.write_text(TABLE, "utf-8")
    (tmp_path / "broken.docx").write_bytes(b"no archive")
    found = find(tmp_path, Pasted("A headline\n\nIts story, in five words."))
    assert [(one.name, one.words, one.look.strip()) for one in found.articles if one.source == table] == [
        ("One", 2, "People left."),
        ("Two", 2, "Nobody came."),
        ("Three", 2, "Rain fell."),
    ]
    assert [(one.name, one.words) for one in found.articles if isinstance(one.source, Pasted)] == [("A headline", 7)]
    assert [problem.path.name for problem in found.problems] == ["broken.docx"]


def test_another_column_has_the_texts(find: Find, tmp_path: Path) -> None:
    table = tmp_path / "many.csv"
    table.write_text(TABLE, "utf-8")
    found = find(table, wishes=Wishes(text_column="headline"))
    assert [one.look.strip() for one in found.articles] == ["One", "Two", "Three"]


def test_columns_of_a_table(disk: Jobs, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "many.csv").write_text(TABLE, "utf-8")
    columns, read = TableColumns(disk), []
    columns.read.connect(read.append)
    columns.ask(tmp_path / "none.csv")
    qtbot.waitUntil(lambda: read == [[]])
    columns.ask(tmp_path / "many.csv")
    qtbot.waitUntil(lambda: read == [[], ["headline", "story"]])


def test_articles_are_taken_but_for_those_left_out(run: Run, folder: Path, tmp_path: Path) -> None:
    table, pasted = tmp_path / "many.csv", Pasted("A headline\n\nIts story.")
    table.write_text(TABLE, "utf-8")
    report = run(ArticlesOrder((table, pasted), folder, left_out={table: frozenset({1})}))
    assert report.documents == 3
    articles = [name for name in names_in(folder) if name.endswith(".txt")]
    assert articles == ["A headline.txt", "One.txt", "Three.txt"]
    assert (folder / "A headline.txt").read_text("utf-8") == pasted.text


def test_cancelled_articles_leave_nothing(folder: Path, tmp_path: Path) -> None:
    files = tuple(tmp_path / f"{number}.csv" for number in range(4))
    for number, file in enumerate(files):
        file.write_text(TABLE.replace("One", f"One of {number}"), "utf-8")
    passing = StopsAt("3.csv", lambda: names_in(folder))
    with pytest.raises(CancelledError):
        imported(ArticlesOrder(files, folder), NOW, passing)
    assert "One of 2.txt" in passing.seen
    assert names_in(folder) == []


def test_annotations_stand_under_the_name_that_was_given(run: Run, folder: Path, tmp_path: Path) -> None:
    source = exchange(tmp_path / "model.jsonl", 2, "PER")
    names = LabelMap({"PER": "source"})
    report = run(AnnotationsOrder(JSONL, (source,), folder, "model-7b", names))
    assert (report.documents, report.annotations) == (2, 2)
    assert names_in(folder) == ["a0.annotations.model-7b.yaml", "a0.txt", "a1.annotations.model-7b.yaml", "a1.txt"]
    assert "label: source" in (folder / "a0.annotations.model-7b.yaml").read_text("utf-8")


def test_cancelled_annotations_leave_everything_as_it_was(run: Run, folder: Path, tmp_path: Path) -> None:
    run(AnnotationsOrder(JSONL, (exchange(tmp_path / "one.jsonl", 3),), folder, "sam"))
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    again = exchange(tmp_path / "two.jsonl", 6, "strange")
    passing = StopsAt("a5.txt", lambda: names_in(folder), nth=2)  # first it is read, then it is written
    with pytest.raises(CancelledError):
        imported(AnnotationsOrder(JSONL, (again,), folder, "sam", replace=True), NOW, passing)
    assert {"a4.txt", SCHEME_NAME} <= passing.seen
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_what_is_in_annotation_files_is_counted(disk: Jobs, tmp_path: Path, qtbot: QtBot) -> None:
    sources = (exchange(tmp_path / "a.jsonl", 2), exchange(tmp_path / "b.jsonl", 1, "PER"), tmp_path / "c.jsonl")
    sources[2].write_text("{no json", "utf-8")
    work = LongWork(disk)
    with qtbot.waitSignal(work.ended) as signal:
        work.start(lambda passing: annotations_in(JSONL, sources, passing))
    found = signal.args[0]
    assert isinstance(found, AnnotationScan)
    assert (found.documents, dict(found.labels), found.annotators) == (3, {"claim": 2, "PER": 1}, {""})
    assert [(problem.path.name, problem.line) for problem in found.problems] == [("c.jsonl", 1)]


def test_new_work_takes_the_place_of_the_old(disk: Jobs, qtbot: QtBot) -> None:
    work, results = LongWork(disk), []
    work.ended.connect(results.append)
    work.start(lambda passing: [passing.passed("x") for _ in range(1000)] and "old")
    work.start(lambda _passing: "new")
    qtbot.waitUntil(lambda: bool(results))
    disk.finish()
    assert results == ["new"]


def formats() -> list[ListedFormat]:
    def read(path: Path, report: Report) -> Any:
        return iter(())

    return [ListedFormat(Format(name, name, "", EVERYTHING, read=read)) for name in MODULES]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.jsonl", '{"format": "annotator-jsonl"}', "jsonl"),
        ("a.jsonl", '{"text": "People left."}', ARTICLES),
        ("a.jsonl", '{"text": "x", "spans": [], "_task_hash": 1}', "prodigy"),
        ("a.jsonl", '{"id": 1, "text": "x", "entities": []}', "doccano"),
        ("a.json", '[{"data": {}, "annotations": [{"result": []}]}]', "label-studio"),
        ("a.jsonld", '{"@context": "http://www.w3.org/ns/anno.jsonld"}', "web-annotation"),
        ("a.json", '[{"data": {}, "completions": []}]', "label-studio"),
        ("a.jsonl", '{"text": "x", "annotations": [{"label": 5, "start_offset": 0}]}', "doccano"),
        ("a.json", '{"total": 1, "rows": [{"target": [{"selector": []}]}]}', "web-annotation"),
        ("a.json", '[{"annotation_id": "1", "anchor": "char-offset:5"}]', "web-annotation"),
        ("a.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": []}', "cas-json"),
        ("a.json", '{"documents": [{"passages": []}]}', "bioc"),
        ("a.xml", "<?xml version='1.0'?><collection><source/>", "bioc"),
        ("a.xml", "<tei/>", ARTICLES),
        ("a.tsv", "#FORMAT=WebAnno TSV 3.3\n", "webanno-tsv"),
        ("a.tsv", "name\ttext\n", ARTICLES),
        ("a.xmi", "<xmi/>", "cas-xmi"),
        ("a.qde", "<Project/>", "refi-qda"),
        ("a.qdpx", "PK", "refi-qda"),
        ("a.html", "<p>", ARTICLES),
        ("a.csv", "text\nx", ARTICLES),
        ("a.nothing", "", ARTICLES),
    ],
)
def test_recognised_by_ending_and_looks(tmp_path: Path, name: str, data: str, kind: str) -> None:
    (tmp_path / name).write_text(data, "utf-8")
    assert detected_kind([tmp_path / name], formats()) == kind


def test_folder_of_standoff_files_is_recognised(tmp_path: Path) -> None:
    below = tmp_path / "corpus" / "below"
    below.mkdir(parents=True)
    (below / "a.ann").write_text("", "utf-8")
    assert detected_kind([tmp_path / "corpus"], formats()) == "brat"
    assert detected_kind([tmp_path / "gone"], formats()) == ARTICLES


def test_own_export_is_recognised(tmp_path: Path) -> None:
    assert detected_kind([exchange(tmp_path / "own.jsonl", 1)], [ListedFormat(JSONL)]) == "jsonl"


@pytest.fixture(autouse=True)
def quiet(qapp: QApplication) -> None:
    """Signals need an application."""


def test_a_pdf_is_not_read_to_its_end_once_the_import_is_cancelled(
    imports: ImportRuns, folder: Path, qtbot: QtBot
) -> None:
    source = folder.with_name("long.pdf")
    source.write_bytes(LONG_PDF)

    def cancel(stage: Stage) -> None:
        if stage.name:
            imports.cancel()

    imports.progressed.connect(cancel)
    with qtbot.waitSignal(imports.ended) as ended:
        imports.run(ArticlesOrder((source,), folder))
    assert ended.args == [None]
    assert names_in(folder) == []


class Kept(ThreadPoolExecutor):
    """A thread that keeps the futures of its work."""

    def __init__(self) -> None:
        super().__init__(1)
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *arguments: Any, **more: Any) -> Future[Any]:
        self.futures.append(super().submit(fn, *arguments, **more))
        return self.futures[-1]


@pytest.mark.parametrize("stopped", [False, True])
def test_a_scan_that_is_stopped_does_not_read_a_pdf_to_its_end(qapp: QApplication, folder: Path, stopped: bool) -> None:
    (folder / "long.pdf").write_bytes(LONG_PDF)
    with Kept() as executor:
        jobs = Jobs(executor)
        scan = ArticleScan(jobs)
        scan.read([folder / "long.pdf"], Wishes())
        if stopped:
            scan.stop()
        jobs.finish()
    assert isinstance(executor.futures[0].exception(), CancelledError) == stopped
    assert bool(scan.found.articles) != stopped
