"""Exporting, by keys and mouse."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.corpus.own_input import AMONG_READ, IN_HIDDEN, IS_READ
from annotator.interop.format import EVERYTHING, NOTES, RELATIONS, Format
from annotator.interop.formats.jsonl import FORMAT as JSONL
from annotator.interop.options import LICENCE, UTF_16, Options
from annotator.interop.output import Output
from annotator.interop.report import Loss, Report
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import DONE, IN_WORK, Document, Status
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.exporting.export_runs import ExportRuns
from annotator.session.exporting.export_services import ExportServices
from annotator.session.exporting.format_list import FormatList
from annotator.session.exporting.preview import ExportPreview
from annotator.session.exporting.survey import Survey
from annotator.session.preferences.settings import Settings
from annotator.session.saving.autosave import Autosave
from annotator.storage.program.installation import missing_library
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from annotator.ui.dialogs.export_dialog import ExportDialog
from annotator.ui.dialogs.export_dialog.content_options import Source
from annotator.ui.long_work.target_row import CANCEL, KEEP, REPLACE
from annotator.ui.theme.look import Look
from tests.support.program import FakeMessages
from tests.ui.window.test_main_window import nameless

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

Key = Qt.Key
SAID = Qt.ItemDataRole.AccessibleTextRole
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "Thousands of people left the town on Thursday."


def write_lines(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    with output.text() as file:
        for entry in entries:
            file.write(f"{entry.path}: {len(entry.annotations)} ({options.licence})\n")


class Waiting:
    """A format that goes on only when it is told to."""

    def __init__(self) -> None:
        self.go = Event()

    def write(self, entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
        with output.text() as file:
            for entry in entries:
                file.write(f"{entry.path}{options.licence}{report.documents}")
                if "export" not in output.place().name:  # a preview does not wait
                    self.go.wait(5)


WAITING = Waiting()
LOSSY = Format(
    "lines",
    "Plain lines",
    ".lines",
    EVERYTHING - {NOTES, RELATIONS},
    write_lines,
    units=(UTF_16,),
    uses=frozenset({LICENCE}),
)
SLOW = Format("slow", "Slow", ".slow", EVERYTHING, WAITING.write)
ABSENT = Format("absent", "Not there", ".absent", EVERYTHING, write_lines, needs="no_such_module")
READ_ONLY = Format("inwards", "Only inwards", ".in", EVERYTHING)
FORMATS = [JSONL, LOSSY, SLOW, ABSENT, READ_ONLY]


@dataclass
class Open:
    """The dialog over a window, and what came out of it."""

    dialog: ExportDialog
    folder: Path
    messages: FakeMessages
    jobs: Jobs
    qtbot: QtBot
    gone: list[tuple[Path, Loss]] = field(default_factory=list)
    settled: list[dict[str, Any]] = field(default_factory=list)

    def part(self, kind: type, name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert isinstance(found, QObject), name
        return found

    def rows(self, name: str) -> list[str]:
        model = self.part(QTableView, name).model()
        return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.dialog, key, modifiers)

    def go_to(self, format: str) -> None:
        """Make the format the current one, by typing its name on the list."""
        self.part(QLineEdit, "formatFilter").clear()
        self.part(QTableView, "formatList").setFocus()
        self.qtbot.keyClicks(self.part(QTableView, "formatList"), format[0])
        self.qtbot.keyClicks(self.part(QLineEdit, "formatFilter"), format[1:])
        self.press(Key.Key_Down)

    def tick(self, id: str) -> None:
        self.qtbot.mouseClick(self.part(QAbstractButton, f"tick-{id}"), Qt.MouseButton.LeftButton)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.part(QPushButton, name), Qt.MouseButton.LeftButton)

    def export(self) -> None:
        self.click("begin")
        self.qtbot.waitUntil(self.part(QWidget, "reportPage").isVisible)

    def target(self, name: str) -> Path:
        path = self.folder.parent / name
        self.part(QLineEdit, "exportPlace").setText(str(path))
        return path

    @property
    def counts(self) -> str:
        return str(self.part(QLabel, "exportCounts").text())

    @property
    def preview(self) -> str:
        return str(self.part(QPlainTextEdit, "exportPreview").toPlainText())

    @property
    def sentence(self) -> str:
        return str(self.part(QLabel, "workSentence").text())


Show = Callable[..., Open]


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    gc.collect()  # here: timers that earlier tests left must not be found by that thread
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor)
        yield jobs
        WAITING.go.set()
        jobs.finish()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    for name, annotator, status in (("town.txt", "", IN_WORK), ("<b>zoo</b>.txt".replace("/", ""), "sam", DONE)):
        article = Article.of(name, TEXT)
        marks = (
            Annotation("aaaaaa", "claim", Span(0, 46), note="Check this"),
            Annotation("bbbbbb", "figure", Span(0, 9)),
        )
        document = Document(article, {one.id: one for one in marks}, status=Status(status), annotator=annotator)
        (made / name).write_text(TEXT, "utf-8")
        sidecar_path(made / name, annotator).write_bytes(SidecarWriter().data(document))
    return made


@pytest.fixture
def show(small_window: SmallWindow, light_look: Look, jobs: Jobs, folder: Path, qtbot: QtBot) -> Iterator[Show]:
    WAITING.go.clear()
    shown: list[ExportDialog] = []

    def make(settings: Settings | None = None, article: str = "town.txt", *, loaded: bool = True) -> Open:
        autosave = Autosave(small_window.session, jobs, small_window.window)
        below = ExportServices(
            FormatList(jobs, small_window.window, find=lambda: FORMATS),
            Survey(jobs, autosave, small_window.window),
            ExportPreview(jobs, small_window.window),
            ExportRuns(jobs, autosave, small_window.window),
        )
        source = Source(folder, folder / article, built_in_scheme())
        messages = FakeMessages()
        dialog = ExportDialog(source, below, settings or Settings(), light_look, messages, small_window.window)
        opened = Open(dialog, folder, messages, jobs, qtbot)
        shown.append(dialog)
        dialog.gone_to.connect(lambda folder, loss: opened.gone.append((folder, loss)))
        dialog.settled.connect(opened.settled.append)
        dialog.show()
        if loaded:
            qtbot.waitUntil(lambda: bool(opened.rows("formatList")) and "so far" not in opened.counts)
        qtbot.waitUntil(dialog.isActiveWindow)
        return opened

    yield make
    for dialog in shown:
        dialog.done(0)


def test_formats_say_what_they_lack_and_what_is_to_be_installed(show: Show) -> None:
    opened = show()
    assert opened.rows("formatList") == [
        "JSON lines, .jsonl, Carries everything",
        "Plain lines, .lines, Without relations, notes",
        "Slow, .slow, Carries everything",
        "Not there, .absent, Needs no_such_module, which is not there",
    ]


def test_nothing_is_missing_while_the_formats_are_looked_for(show: Show, jobs: Jobs) -> None:
    go = Event()
    jobs.run(lambda: go.wait(5), lambda _done: None)
    opened = show(loaded=False)
    opened.qtbot.keyClicks(opened.part(QLineEdit, "formatFilter"), "lines")
    assert opened.part(QLabel, "formatTitle").text() == opened.sentence == "Looking for formats…"
    assert opened.part(QTableView, "formatList").accessibleDescription() == "Looking for formats…"
    assert not opened.part(QPushButton, "begin").isEnabled()
    kinds = ((QCheckBox, "withText"), (QComboBox, "exportUnit"), (QCheckBox, "safeCells"), (QLineEdit, "licence"))
    options = [opened.part(kind, name) for kind, name in (*kinds, (QLineEdit, "exportPlace"))]
    assert not any(option.isVisible() for option in options), "there is no format yet that they could belong to"
    assert "Clear the filter" not in opened.part(QLabel, "formatAbout").text()
    go.set()
    opened.qtbot.waitUntil(lambda: bool(opened.rows("formatList")))
    assert len(opened.rows("formatList")) == 2, "the filter typed meanwhile counts"


def test_a_filter_without_hits_says_so(show: Show) -> None:
    opened = show()
    opened.qtbot.keyClicks(opened.part(QLineEdit, "formatFilter"), "zzz")
    assert opened.part(QLabel, "formatTitle").text() == "No such format"
    assert opened.part(QTableView, "formatList").accessibleDescription() == "No match for “zzz”"


def test_format_that_is_not_installed_cannot_be_exported(show: Show) -> None:
    opened = show()
    opened.go_to("not there")
    about = opened.part(QLabel, "formatAbout").text()
    assert missing_library("no_such_module", "export") in about
    assert not opened.part(QPushButton, "begin").isEnabled()
    opened.press(Key.Key_Return)
    opened.jobs.finish()
    assert list(opened.folder.parent.glob("*.absent")) == []


def test_export_by_keys_alone(show: Show) -> None:
    opened = show()
    opened.press(Key.Key_Return)
    opened.qtbot.waitUntil(opened.part(QWidget, "reportPage").isVisible)
    lines = (opened.folder.parent / "news.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["path"] for line in lines} == {"town.txt", "<b>zoo<b>.txt"}
    assert opened.part(QLabel, "reportDone").text() == (
        "Exported as JSON lines: 2 documents, 4 annotations and 0 relations."
    )
    assert opened.rows("reportReasons") == []
    assert opened.part(QPushButton, "closeWork").hasFocus()
    opened.press(Key.Key_Return)
    assert not opened.dialog.isVisible()


def test_counts_and_preview_follow_what_is_ticked(show: Show) -> None:
    opened = show()
    assert opened.counts == "2 documents, 4 annotations"
    opened.tick("figure")
    assert opened.counts == "2 documents, 2 annotations"
    opened.tick("sam")
    assert opened.counts == "1 of 2 documents, 1 annotation"
    opened.qtbot.waitUntil(lambda: '"label":"claim"' in opened.preview and "figure" not in opened.preview)


def test_only_what_is_ticked_is_written(show: Show) -> None:
    opened = show()
    opened.tick("claim")
    opened.tick("done")
    opened.export()
    records = [json.loads(line) for line in (opened.folder.parent / "news.jsonl").read_text("utf-8").splitlines()]
    assert [(one["path"], [item["label"] for item in one["annotations"]]) for one in records] == [
        ("town.txt", ["figure"])
    ]


def test_ticks_by_keys(show: Show) -> None:
    opened = show()
    opened.part(QAbstractButton, "tick-claim").setFocus()
    opened.press(Key.Key_Right, Key.Key_Space)
    assert opened.counts == "2 documents, 2 annotations"
    assert QApplication.focusWidget() is opened.part(QAbstractButton, "tick-figure")
    opened.press(Key.Key_Space, modifiers=SHIFT)
    assert [opened.part(QAbstractButton, f"tick-{id}").isChecked() for id in ("claim", "figure")] == [False, True]
    opened.press(Key.Key_Space, modifiers=SHIFT)
    assert opened.counts == "2 documents, 4 annotations"


def test_nothing_ticked_says_why_it_cannot_be_exported(show: Show) -> None:
    opened = show()
    opened.tick("claim")
    opened.tick("figure")
    assert opened.sentence == "No label is ticked."
    assert not opened.part(QPushButton, "begin").isEnabled()
    opened.tick("claim")
    assert opened.sentence == ""
    assert opened.part(QPushButton, "begin").isEnabled()


def test_gold_is_offered_and_says_that_there_is_none(show: Show) -> None:
    chip = show().part(QAbstractButton, "tick-gold")
    assert not chip.isEnabled()
    assert chip.text().startswith("Final version")
    assert "Nobody has made final versions here." in chip.toolTip()


def test_what_a_format_lacks_is_dim_and_says_why(show: Show) -> None:
    opened = show()
    opened.part(QCheckBox, "withText").setChecked(False)
    opened.go_to("plain")
    text, unit = opened.part(QCheckBox, "withText"), opened.part(QComboBox, "exportUnit")
    assert (text.isEnabled(), text.isChecked(), unit.isEnabled(), unit.currentText()) == (
        False,
        True,
        False,
        "UTF-16 units",
    )
    assert "Plain lines cannot go without the articles’ texts." in text.toolTip()
    assert opened.part(QLineEdit, "licence").isVisible()
    assert not opened.part(QCheckBox, "safeCells").isVisible()
    opened.go_to("json")
    assert (text.isEnabled(), text.isChecked(), unit.isEnabled()) == (True, False, True)
    assert not opened.part(QLineEdit, "licence").isVisible()


def test_without_the_texts_and_in_another_unit(show: Show) -> None:
    opened = show()
    opened.part(QCheckBox, "withText").setChecked(False)
    opened.part(QComboBox, "exportUnit").setCurrentIndex(1)
    opened.export()
    written = (opened.folder.parent / "news.jsonl").read_text("utf-8")
    assert "Thousands" not in written
    assert json.loads(written.splitlines()[0])["unit"] == "utf-16"


def test_one_article_alone(show: Show) -> None:
    opened = show()
    opened.part(QComboBox, "exportPart").setCurrentIndex(1)
    opened.qtbot.waitUntil(lambda: opened.counts == "1 document, 2 annotations")
    assert opened.part(QLineEdit, "exportPlace").text().endswith("town.jsonl")
    assert not opened.part(QCheckBox, "splits").isEnabled()
    opened.export()
    assert len((opened.folder.parent / "town.jsonl").read_text("utf-8").splitlines()) == 1


def test_splits_must_make_a_hundred(show: Show) -> None:
    opened = show()
    opened.part(QCheckBox, "splits").setChecked(True)
    assert "nearly the same stay together" in opened.part(QLabel, "splitsHint").text()
    opened.part(QSpinBox, "share-dev").setValue(20)
    assert opened.sentence == "Together the splits must make 100 %, not 110 %."
    opened.part(QSpinBox, "share-train").setValue(70)
    opened.export()
    records = [json.loads(line) for line in (opened.folder.parent / "news.jsonl").read_text("utf-8").splitlines()]
    assert len({record["split"] for record in records}) == 1, "both articles say the same"


def test_report_shows_losses_and_goes_to_their_places(show: Show) -> None:
    opened = show()
    opened.go_to("plain")
    opened.press(Key.Key_Return)
    opened.qtbot.waitUntil(opened.part(QWidget, "reportPage").isVisible)
    assert opened.rows("reportReasons") == ["2 annotations altered, Its note is left out."]
    assert opened.rows("reportPlaces") == [
        f"{name}, “Thousands of people left the town on Thursday.” at 0" for name in ("<b>zoo<b>.txt", "town.txt")
    ]
    opened.press(Key.Key_Tab, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert [(folder, loss.path, loss.id) for folder, loss in opened.gone] == [(opened.folder, "town.txt", "aaaaaa")]
    assert opened.dialog.isVisible()


def test_report_is_copied(show: Show) -> None:
    opened = show()
    opened.go_to("plain")
    opened.export()
    opened.click("copyReport")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Exported as Plain lines: 2 documents")
    assert "2 annotations altered: its note is left out" in copied


@pytest.mark.parametrize(("answer", "replaced"), [(CANCEL, False), (REPLACE, True)])
def test_what_is_there_is_asked_about(show: Show, answer: str, replaced: bool) -> None:
    opened = show()
    target = opened.target("there.jsonl")
    target.write_text("mine", "utf-8")
    opened.messages.answer = answer
    opened.click("begin")
    opened.jobs.finish()
    assert [str(target) in question.sentence for question in opened.messages.asked] == [True]
    assert (target.read_text("utf-8") != "mine") is replaced


def test_another_place_is_chosen_instead(show: Show) -> None:
    opened = show()
    target = opened.target("there.jsonl")
    target.write_text("mine", "utf-8")
    opened.messages.answer, opened.messages.target = KEEP, str(opened.folder.parent / "other")
    opened.export()
    assert target.read_text("utf-8") == "mine"
    assert (opened.folder.parent / "other.jsonl").is_file()


def test_place_that_cannot_be_written_is_told(show: Show) -> None:
    opened = show()
    opened.target("town/of/nothing.jsonl")
    (opened.folder.parent / "town").write_text("a file", "utf-8")
    opened.click("begin")
    opened.qtbot.waitUntil(lambda: "nothing.jsonl" in opened.sentence)
    assert not opened.part(QWidget, "reportPage").isVisible()
    assert opened.part(QPushButton, "begin").isEnabled()


def test_escape_cancels_what_runs_and_leaves_nothing(show: Show) -> None:
    opened = show()
    opened.go_to("slow")
    opened.press(Key.Key_Return)
    opened.qtbot.waitUntil(lambda: "Exporting" in opened.part(QLabel, "workWords").text())
    assert opened.part(QPushButton, "cancelWork").hasFocus()
    opened.press(Key.Key_Escape)
    WAITING.go.set()
    opened.qtbot.waitUntil(lambda: opened.sentence == "Cancelled: nothing was written.")
    assert sorted(path.name for path in opened.folder.parent.iterdir()) == ["news"]
    assert opened.dialog.isVisible()
    opened.press(Key.Key_Escape)
    assert not opened.dialog.isVisible()


def test_only_what_differs_is_remembered(show: Show) -> None:
    opened = show()
    opened.export()
    opened.click("again")
    opened.go_to("plain")
    opened.part(QLineEdit, "licence").setText("CC0")
    opened.target("elsewhere/out.lines").parent.mkdir()
    opened.export()
    assert opened.settled == [
        {"export_format": "", "export_options": {}, "export_folder": ""},
        {
            "export_format": "lines",
            "export_options": {"licence": "CC0"},
            "export_folder": str(opened.folder.parent / "elsewhere"),
        },
    ]


def test_what_was_remembered_is_offered(show: Show, tmp_path: Path) -> None:
    options = {"with_text": "no", "unit": "utf-8", "splits": "yes", "shares": "60,20,20", "seed": "7", "nonsense": "x"}
    opened = show(Settings(export_format="jsonl", export_options=options, export_folder=str(tmp_path / "outs")))
    assert not opened.part(QCheckBox, "withText").isChecked()
    assert opened.part(QComboBox, "exportUnit").currentText() == "UTF-8 bytes"
    assert [opened.part(QSpinBox, name).value() for name in ("share-train", "share-test", "seed")] == [60, 20, 7]
    assert opened.part(QLineEdit, "exportPlace").text() == str(tmp_path / "outs" / "news.jsonl")


def test_everything_has_a_name_and_is_plain_text(show: Show) -> None:
    opened = show(article="<b>zoo<b>.txt")
    assert nameless(opened.dialog) == []
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in opened.dialog.findChildren(QLabel))
    opened.go_to("plain")
    opened.export()
    assert nameless(opened.dialog) == []


def test_it_goes_small(show: Show) -> None:
    opened = show()
    opened.dialog.resize(640, 420)
    assert (opened.dialog.width(), opened.dialog.height()) == (640, 420)
    assert opened.part(QLineEdit, "exportPlace").isVisible()
    assert opened.part(QPlainTextEdit, "exportPreview").height() >= 40


def test_a_place_among_what_is_read_is_refused_with_the_reason(show: Show) -> None:
    opened = show()
    place, before = opened.part(QLineEdit, "exportPlace"), (opened.folder / "town.txt").read_bytes()
    opened.go_to("json")
    place.setText(str(opened.folder / "town.txt"))
    assert opened.sentence == AMONG_READ
    place.setText(str(opened.folder / ".annotator" / "out.jsonl"))
    assert opened.sentence == IN_HIDDEN
    opened.click("begin")
    assert not opened.part(QWidget, "reportPage").isVisible()
    assert (opened.folder / "town.txt").read_bytes() == before
    place.setText(str(opened.folder.parent / "out.jsonl"))
    assert opened.sentence not in (AMONG_READ, IN_HIDDEN)


def test_another_name_of_what_is_read_is_refused_when_it_is_found(show: Show) -> None:
    opened = show()
    os.link(opened.folder / "town.txt", opened.folder.parent / "hard.jsonl")
    opened.go_to("json")
    opened.part(QLineEdit, "exportPlace").setText(str(opened.folder.parent / "hard.jsonl"))
    opened.messages.answer = REPLACE
    opened.click("begin")
    opened.qtbot.waitUntil(lambda: IS_READ in opened.sentence)
    assert TEXT in (opened.folder.parent / "hard.jsonl").read_text("utf-8")
