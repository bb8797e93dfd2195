"""Importing, by keys and mouse."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.importing.import_runs import AnnotationsOrder, ArticlesOrder, ImportOrder
from annotator.session.importing.import_services import ImportServices, import_services
from annotator.session.saving.autosave import Autosave
from annotator.ui.dialogs.import_dialog import ImportDialog
from annotator.ui.dialogs.import_dialog.source_rows import SourceRows
from annotator.ui.dialogs.import_dialog.text_look import TextLook
from annotator.ui.theme.fonts import article_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.laid_runs import Kind
from tests.interop.articles.kinds.wrapped_paragraphs import ODD, page
from tests.support.program import FakeMessages
from tests.ui.conftest import NOW
from tests.ui.window.test_main_window import nameless

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

Key = Qt.Key
SAID = Qt.ItemDataRole.AccessibleTextRole
LEFT = Qt.MouseButton.LeftButton
PAGE = (
    "<html><head><title>Harbour wall gives way</title></head><body>"
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/sport>Sport</a></li></ul></nav>"
    "<article><h1>Harbour wall gives way</h1><p>About 1,200 people left the harbour district on Thursday, the mayor’s "
    "office said, after the wall gave way for the third time in ten years.</p><p>Nobody was hurt, a spokeswoman for "
    "the fire service told reporters, but fourteen boats sank and the fish market will stay closed.</p></article>"
    "<footer><p>Copyright Harbour News. Subscribe to our newsletter.</p></footer></body></html>"
)
TABLE = "headline,story\nOne,People left.\nTwo,Nobody came.\nThree,Rain fell.\n"


@dataclass
class Open:
    """The dialog over a window, and what came out of it."""

    dialog: ImportDialog
    head: SourceRows
    folder: Path
    messages: FakeMessages
    jobs: Jobs
    qtbot: QtBot
    imported: list[ImportOrder] = field(default_factory=list)

    def part(self, kind: type, name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert isinstance(found, QObject), name
        return found

    def rows(self, name: str = "foundArticles") -> list[str]:
        model = self.part(QTableView, name).model()
        return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.dialog, key)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.part(QPushButton, name), LEFT)

    def give(self, *paths: Path) -> None:
        """Choose these files, and wait until they have been looked at."""
        self.messages.sources = tuple(map(str, paths))
        self.click("chooseFiles")
        self.wait_read()

    def wait_read(self) -> None:
        self.qtbot.waitUntil(lambda: not self.sentence.startswith("Looking at the files"))
        self.jobs.finish()

    def wait_done(self) -> str:
        self.qtbot.waitUntil(self.part(QWidget, "reportPage").isVisible)
        return str(self.part(QLabel, "reportDone").text())

    @property
    def sentence(self) -> str:
        return str(self.part(QLabel, "workSentence").text())

    @property
    def kind(self) -> str:
        return str(self.part(QComboBox, "importKind").currentText())

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.part(TextLook, "textLook").runs)

    @property
    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if not path.name.startswith("."))


Show = Callable[..., Open]


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    gc.collect()  # here: timers that earlier tests left must not be found by that thread
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor)
        yield jobs
        jobs.finish()


@pytest.fixture
def below(small_window: SmallWindow, jobs: Jobs) -> ImportServices:
    return import_services(
        jobs, Autosave(small_window.session, jobs, small_window.window), lambda: NOW, small_window.window
    )


@pytest.fixture
def show(
    small_window: SmallWindow, light_look: Look, jobs: Jobs, below: ImportServices, tmp_path: Path, qtbot: QtBot
) -> Iterator[Show]:
    shown: list[ImportDialog] = []
    folder = tmp_path / "news"
    folder.mkdir()

    def make(*, into: bool = True, loaded: bool = True) -> Open:
        messages = FakeMessages()
        head = SourceRows(folder if into else None, str(tmp_path), messages, small_window.window)
        dialog = ImportDialog(head, below, light_look, article_font("serif", 17), small_window.window)
        shown.append(dialog)
        opened = Open(dialog, head, folder, messages, jobs, qtbot)
        dialog.imported.connect(lambda order, _articles: opened.imported.append(order))
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        if loaded:
            qtbot.waitUntil(lambda: bool(below.formats.formats))
        return opened

    yield make
    for dialog in shown:
        dialog.done(0)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.jsonl"
    marks = [("Claim", 0, 46), ("PER", 53, 61), ("boring", 0, 9)]
    record = {
        "format": "annotator-jsonl",
        "version": 1,
        "path": "town.txt",
        "text": "Thousands of people left the town on Thursday, said Ana Ruiz.",
        "annotations": [
            {"id": f"{label[0].lower() * 6}", "label": label, "start": start, "end": end} for label, start, end in marks
        ],
        "relations": [{"id": "rrrrrr", "type": "attributed-to", "from": "cccccc", "to": "pppppp"}],
    }
    path.write_text(json.dumps(record), "utf-8")
    return path


def test_it_asks_for_files_first(show: Show) -> None:
    opened = show()
    assert opened.part(QPushButton, "chooseFiles").hasFocus()
    assert opened.sentence == "Choose files or a folder, or paste a text."
    assert not opened.part(QPushButton, "begin").isEnabled()
    assert opened.part(QLabel, "importInto").text() == str(opened.folder)


def test_no_kind_is_offered_while_the_formats_are_looked_for(show: Show, jobs: Jobs) -> None:
    go = Event()
    jobs.run(lambda: go.wait(5), lambda _done: None)
    opened = show(loaded=False)
    assert opened.kind == "Looking for formats…"
    assert not opened.part(QComboBox, "importKind").isEnabled()
    go.set()
    opened.qtbot.waitUntil(opened.part(QComboBox, "importKind").isEnabled)
    assert opened.kind == "Articles, out of files of any kind"


def test_return_in_the_report_closes_it(show: Show, tmp_path: Path) -> None:
    """It has a note, which has no place that Return could go to."""
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    opened = show()
    opened.give(tmp_path / "page.html")
    opened.click("begin")
    opened.wait_done()
    assert opened.part(QPushButton, "closeWork").hasFocus()
    opened.press(Key.Key_Tab)
    assert opened.part(QTableView, "reportReasons").hasFocus() == bool(opened.rows("reportReasons"))
    opened.press(Key.Key_Return)
    assert not opened.dialog.isVisible()


def test_web_page_becomes_an_article_by_keys(show: Show, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    opened = show()
    opened.messages.sources = (str(tmp_path / "page.html"),)
    opened.press(Key.Key_Space)
    opened.wait_read()
    assert opened.text.startswith("Harbour wall gives way")
    assert "newsletter" not in opened.text
    opened.press(Key.Key_Return)
    assert opened.wait_done() == "Imported 1 article."
    assert opened.names == ["Harbour wall gives way.annotations.yaml", "Harbour wall gives way.txt"]
    assert (tmp_path / "page.html").read_text("utf-8") == PAGE
    signs = [label.accessibleName() for label in opened.part(QWidget, "reportPage").findChildren(QLabel)]
    assert "Done" in signs, "navigation left out is no warning"


def test_page_parts_are_kept_and_shown_muted(show: Show, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    opened = show()
    opened.give(tmp_path / "page.html")
    opened.part(QCheckBox, "keepPageParts").setChecked(True)
    opened.wait_read()
    opened.qtbot.waitUntil(lambda: "newsletter" in opened.text)
    muted = "".join(run.text for run in opened.part(TextLook, "textLook").runs if run.kind is Kind.MUTED)
    assert "newsletter" in muted
    assert "fourteen boats" not in muted
    opened.click("begin")
    opened.wait_done()
    sidecar = next(opened.folder.glob("*.annotations.yaml")).read_text("utf-8")
    assert "boilerplate" in sidecar
    assert "import:trafilatura" in sidecar


def test_options_are_offered_for_the_files_that_they_act_on(show: Show, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "letter.rtf").write_text(r"{\rtf1 Dear reader}", "utf-8")
    opened = show()
    box = opened.part(QCheckBox, "keepPageParts")
    opened.give(tmp_path / "letter.rtf")
    assert not box.isVisible()
    opened.give(tmp_path / "letter.rtf", tmp_path / "page.html")
    assert box.isVisible()
    opened.give(tmp_path / "letter.rtf")
    assert not box.isVisible()


def test_author_and_day_that_come_along_are_said_before_and_after(show: Show, tmp_path: Path) -> None:
    info = r"{\info{\author Ana Ruiz}{\creatim\yr2024\mo5\dy1}}"
    (tmp_path / "letter.rtf").write_text(rf"{{\rtf1{info} Dear reader}}", "utf-8")
    opened = show()
    opened.give(tmp_path / "letter.rtf")
    notes = opened.part(QLabel, "textNotes").text()
    assert notes.splitlines() == [
        "The byline is “Ana Ruiz”, the author whom the document’s properties name.",
        "The day of publication is 2024-05-01, on which the document was created, as its properties say.",
    ]
    opened.click("begin")
    opened.wait_done()
    assert [place for note in notes.splitlines() for place in opened.rows("reportPlaces") if note in place]


def test_nothing_goes_to_a_file_that_is_no_article(show: Show, tmp_path: Path) -> None:
    (tmp_path / "letter.rtf").write_text(r"{\rtf1 Dear reader{\v remark}}", "utf-8")
    opened = show()
    gone: list[object] = []
    opened.dialog.gone_to.connect(lambda *place: gone.append(place))
    opened.give(tmp_path / "letter.rtf")
    opened.click("begin")
    opened.wait_done()
    opened.press(Key.Key_Tab, Key.Key_Return)
    assert opened.part(QTableView, "reportPlaces").hasFocus()
    opened.press(Key.Key_Return)
    assert (gone, opened.dialog.isVisible()) == ([], False)


def test_unticked_rows_are_left_out(show: Show, tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text(TABLE, "utf-8")
    opened = show()
    opened.give(tmp_path / "many.csv")
    assert opened.rows() == [
        "One, taken, 2 words, People left.",
        "Two, taken, 2 words, Nobody came.",
        "Three, taken, 2 words, Rain fell.",
    ]
    rows = opened.part(QTableView, "foundArticles")
    opened.qtbot.waitUntil(rows.hasFocus)
    opened.press(Key.Key_Down, Key.Key_Space)
    assert opened.rows()[1] == "Two, left out, 2 words, Nobody came."
    box = rows.visualRect(rows.model().index(2, 0)).topLeft() + QPoint(24, 12)
    opened.qtbot.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, box)
    opened.press(Key.Key_Return)
    assert opened.wait_done() == "Imported 1 article."
    assert [name for name in opened.names if name.endswith(".txt")] == ["One.txt"]


def test_nothing_ticked_cannot_be_imported(show: Show, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("headline,story\nOne,People left.\n", "utf-8")
    opened = show()
    opened.give(tmp_path / "one.csv")
    opened.qtbot.waitUntil(opened.part(QTableView, "foundArticles").hasFocus)
    opened.press(Key.Key_Space)
    assert opened.sentence == "No article is ticked."
    opened.press(Key.Key_Return)
    opened.jobs.finish()
    assert opened.names == []


def test_columns_of_a_table_are_chosen(show: Show, tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text(TABLE, "utf-8")
    opened = show()
    opened.give(tmp_path / "many.csv")
    texts = opened.part(QComboBox, "textColumn")
    opened.qtbot.waitUntil(texts.isVisible)
    texts.setCurrentIndex(texts.findData("headline"))
    opened.qtbot.waitUntil(lambda: opened.text.strip() == "One")
    assert texts.currentData() == "headline"


def test_the_first_row_of_a_table_can_be_said_to_be_a_text(show: Show, tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text("speech,verdict\nIt rained.,true\nIt snowed.,true\n", "utf-8")
    opened = show()
    opened.give(tmp_path / "many.csv")
    rows, texts = opened.part(QComboBox, "firstRow"), opened.part(QComboBox, "textColumn")
    opened.qtbot.waitUntil(rows.isVisible)
    opened.qtbot.waitUntil(lambda: texts.findData("speech") > 0)
    rows.setCurrentIndex(rows.findText("A text"))
    opened.qtbot.waitUntil(lambda: len(opened.rows()) == 3)
    opened.qtbot.waitUntil(lambda: texts.findData("column 1") > 0 and texts.findData("speech") < 0)


def test_no_columns_where_there_is_no_table(show: Show, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    opened = show()
    opened.give(tmp_path / "page.html")
    assert not opened.part(QComboBox, "textColumn").isVisible()


def test_a_passage_that_is_left_out_is_put_back_with_one_click(show: Show, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("<p>Short and sweet.</p>"), "utf-8")
    (tmp_path / "floods.html").write_text(page(f"<aside><p>{ODD}</p></aside>"), "utf-8")
    opened = show()
    opened.give(tmp_path / "a.html", tmp_path / "floods.html")
    opened.qtbot.waitUntil(lambda: len(opened.rows()) == 2)
    opened.press(Key.Key_Down)
    button = opened.part(QWidget, "leftOut").findChild(QPushButton)
    assert button is not None
    assert ODD not in opened.text
    button.click()
    opened.qtbot.waitUntil(lambda: ODD in opened.text)
    opened.wait_read()
    assert not opened.part(QWidget, "leftOut").isVisible()
    opened.click("begin")
    opened.wait_done()
    texts = [path.read_text("utf-8") for path in opened.folder.glob("*.txt")]
    assert [ODD in text for text in texts].count(True) == 1


def test_pasted_text_becomes_an_article(show: Show) -> None:
    QGuiApplication.clipboard().setText("A headline\n\nIts story.")
    opened = show()
    opened.click("pasteText")
    opened.wait_read()
    assert opened.part(QLabel, "importFrom").text() == "The clipboard"
    opened.click("begin")
    opened.wait_done()
    assert (opened.folder / "A headline.txt").read_text("utf-8") == "A headline\n\nIts story."


def test_empty_clipboard_is_told(show: Show) -> None:
    QGuiApplication.clipboard().clear()
    opened = show()
    opened.click("pasteText")
    assert opened.sentence == "There is no text on the clipboard."


def test_file_that_makes_no_sense_is_told_and_the_others_are_taken(show: Show, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"no archive")
    (tmp_path / "one.csv").write_text("headline,story\nOne,People left.\n", "utf-8")
    opened = show()
    opened.give(tmp_path / "broken.docx", tmp_path / "one.csv")
    assert opened.rows()[0].startswith("broken.docx, ")
    opened.click("begin")
    opened.wait_done()
    assert opened.rows("reportReasons")[0] == "1 file or part of one could not be read or written, Left out as a whole."
    assert opened.rows("reportPlaces")[0].startswith("broken.docx, ")
    assert [name for name in opened.names if name.endswith(".txt")] == ["One.txt"]


def test_annotations_come_under_a_name_with_labels_mapped(show: Show, model: Path) -> None:
    opened = show()
    opened.give(model)
    assert opened.kind == "Annotations: JSON lines"
    assert opened.part(QLabel, "annotationFinds").text() == "1 document, 3 annotations, 1 relation found."
    choices = {theirs: opened.part(QComboBox, f"map-{theirs}").currentText() for theirs in ("Claim", "PER", "boring")}
    assert choices == {"Claim": "claim", "PER": "Create “PER”", "boring": "Create “boring”"}
    assert opened.sentence.startswith("Say whose annotations they are")
    opened.qtbot.waitUntil(opened.part(QLineEdit, "importAnnotator").hasFocus)
    opened.qtbot.keyClicks(QApplication.focusWidget(), "model:7b")
    assert "cannot be part of a file name" in opened.sentence
    opened.part(QLineEdit, "importAnnotator").setText("model-7b")
    person, boring = (opened.part(QComboBox, f"map-{theirs}") for theirs in ("PER", "boring"))
    person.setCurrentIndex(person.findData("source"))
    boring.setCurrentIndex(boring.findText("Leave out"))
    opened.press(Key.Key_Return)
    assert opened.wait_done() == "Imported from JSON lines: 1 document, 2 annotations and 1 relation."
    assert opened.rows("reportReasons") == ["1 annotation left out, Its label is mapped to nothing."]
    assert opened.rows("reportPlaces") == ["town.txt, “Thousands” at 0"]
    assert opened.names == ["town.annotations.model-7b.yaml", "town.txt"]
    written = (opened.folder / "town.annotations.model-7b.yaml").read_text("utf-8")
    assert "label: source" in written
    assert "boring" not in written
    assert [type(order) for order in opened.imported] == [AnnotationsOrder]


def test_label_that_is_made_comes_into_the_scheme(show: Show, model: Path) -> None:
    opened = show()
    opened.give(model)
    opened.part(QLineEdit, "importAnnotator").setText("sam")
    opened.click("begin")
    opened.wait_done()
    assert 'id: "PER"' in (opened.folder / "scheme.yaml").read_text("utf-8").replace("id: PER", 'id: "PER"')
    assert any("were made" in row for row in opened.rows("reportReasons"))


def test_name_is_taken_from_the_file(show: Show, model: Path) -> None:
    model.write_text(json.dumps(json.loads(model.read_text("utf-8")) | {"annotator": "alice"}), "utf-8")
    opened = show()
    opened.give(model)
    assert opened.part(QLineEdit, "importAnnotator").text() == "alice"
    assert opened.sentence == ""


def test_what_is_there_is_replaced_only_when_ticked(show: Show, model: Path) -> None:
    opened = show()
    for replace, reasons in ((False, 0), (False, 1), (True, 0)):
        opened.give(model)
        opened.part(QLineEdit, "importAnnotator").setText("sam")
        opened.part(QCheckBox, "replaceTheirs").setChecked(replace)
        opened.click("begin")
        opened.wait_done()
        found = [row for row in opened.rows("reportReasons") if "document left out" in row]
        assert len(found) == reasons, replace
        opened.click("again")
        opened.wait_read()


def test_another_kind_is_chosen(show: Show, model: Path) -> None:
    opened = show()
    opened.give(model)
    kinds = opened.part(QComboBox, "importKind")
    kinds.setCurrentIndex(0)
    opened.wait_read()
    assert opened.part(QTableView, "foundArticles").isVisible()
    opened.click("begin")
    opened.wait_done()
    assert [type(order) for order in opened.imported] == [ArticlesOrder]


def test_without_a_folder_one_is_chosen(show: Show, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    opened = show(into=False)
    opened.give(tmp_path / "page.html")
    assert opened.sentence == "Choose the folder to import into."
    opened.messages.folder = str(opened.folder)
    opened.click("chooseInto")
    assert opened.sentence == ""
    opened.click("begin")
    opened.wait_done()
    assert "Harbour wall gives way.txt" in opened.names


def test_a_folder_of_files(show: Show, tmp_path: Path) -> None:
    below = tmp_path / "incoming" / "deep"
    below.mkdir(parents=True)
    (below / "page.html").write_text(PAGE, "utf-8")
    opened = show()
    opened.messages.folder = str(tmp_path / "incoming")
    opened.click("chooseFolder")
    opened.wait_read()
    assert [row.split(",")[0] for row in opened.rows()] == ["Harbour wall gives way"]


def test_escape_closes_and_nothing_was_imported(show: Show, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(TABLE, "utf-8")
    opened = show()
    opened.give(tmp_path / "one.csv")
    opened.press(Key.Key_Escape)
    assert not opened.dialog.isVisible()
    assert opened.names == []


def test_everything_has_a_name_and_is_plain_text(show: Show, model: Path, tmp_path: Path) -> None:
    (tmp_path / "<b>odd<b>.csv").write_text("headline,story\n<i>One<i>,<b>People<b> left.\n", "utf-8")
    opened = show()
    assert nameless(opened.dialog) == []
    opened.give(tmp_path / "<b>odd<b>.csv")
    assert opened.text.strip() == "<b>People<b> left."
    assert nameless(opened.dialog) == []
    opened.give(model)
    assert nameless(opened.dialog) == []
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in opened.dialog.findChildren(QLabel))


def test_it_goes_small(show: Show, model: Path) -> None:
    opened = show()
    opened.give(model)
    opened.dialog.resize(640, 440)
    assert (opened.dialog.width(), opened.dialog.height()) == (640, 440)
    assert opened.part(QPushButton, "chooseInto").isVisible()


def test_a_folder_without_an_article_says_so(show: Show, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    opened = show()
    opened.give(tmp_path / "empty")
    opened.qtbot.waitUntil(lambda: opened.sentence == "No article was found there.")
    assert opened.part(QTableView, "foundArticles").accessibleDescription() == "No article was found there."
