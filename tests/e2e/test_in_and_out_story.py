"""In and out: marked, exported, read by others' means, imported again; by keys alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.support.program import ALT, CTRL, NONE, SHIFT, Key, Program, saved_marks
from tests.support.stories import TOWN, bytes_below, write_folder

Start = Callable[..., Program]
MANY = 700
"""So many documents that an export can be cancelled in its middle."""

SAID = Qt.ItemDataRole.AccessibleTextRole
PAGE = (
    "<html><head><title>Harbour wall gives way</title></head><body><article><h1>Harbour wall gives way</h1>"
    "<p>About 1,200 people left the harbour district on Thursday, the mayor’s office said, after the wall gave way for "
    "the third time in ten years. Nobody was hurt, a spokeswoman for the fire service told reporters.</p></article>"
    "<footer><p>Copyright Harbour News.</p></footer></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    return made


def rows(program: Program, name: str) -> list[str]:
    model = program.part(QTableView, name).model()
    return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]


def open_dialog(program: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str) -> QDialog:
    program.press(key, modifiers)
    dialog = program.part(QDialog, name)
    program.wait_for(dialog.isActiveWindow)
    return dialog


def open_export(program: Program) -> QDialog:
    dialog = open_dialog(program, Key.Key_E, CTRL, "exportDialog")
    program.wait_for(lambda: len(rows(program, "formatList")) > 10)
    program.wait_for(lambda: "so far" not in program.part(QLabel, "exportCounts").text())
    return dialog


def wait_report(program: Program) -> str:
    program.wait_for(program.part(QWidget, "reportPage").isVisible)
    return program.part(QLabel, "reportDone").text()


def back_to_window(program: Program) -> None:
    program.press(Key.Key_Escape)
    program.window.activateWindow()  # a window manager does that, which is not there
    program.wait_for(program.window.isActiveWindow)


def test_marked_and_exported_at_once(start_again: Start, folder: Path) -> None:
    program = start_again(write_folder(folder))
    program.select("the mayor, Ana Ruiz")
    program.type("s")
    open_export(program)
    program.press(Key.Key_Return)
    assert wait_report(program) == "Exported as JSON lines: 1 document, 1 annotation and 0 relations."
    (line,) = (folder.parent / "news.jsonl").read_text("utf-8").splitlines()
    record = json.loads(line)
    item = record["annotations"][0]
    assert record["text"][item["start"] : item["end"]] == "the mayor, Ana Ruiz"
    assert (record["path"], item["label"]) == ("town.txt", "source")


def test_losses_are_told_and_gone_to(start_again: Start, folder: Path) -> None:
    write_folder(folder)
    program = start_again(folder / "zebra.md")
    program.select("Nobody")
    program.type("s")
    program.wait_saved()
    program.messages.article = str(folder / "town.txt")
    program.press(Key.Key_O, CTRL | SHIFT)
    program.wait_opened("town.txt")
    program.select("1,204")
    program.type("f")
    program.type("n")
    program.type("Check this")
    program.press(Key.Key_Escape)
    program.select("Thousands")
    program.type("f")
    program.wait_saved()
    dialog = open_export(program)
    program.type("doccano")
    program.press(Key.Key_Return)
    program.press(Key.Key_Return)
    wait_report(program)
    reasons = rows(program, "reportReasons")
    assert "1 annotation altered, Its note is left out." in reasons
    program.press(Key.Key_Tab)
    program.press(Key.Key_Down, times=reasons.index("1 annotation altered, Its note is left out."))
    program.press(Key.Key_Return)
    program.press(Key.Key_Return)
    selected = program.session.selected_annotation
    assert selected is not None
    assert program.document.words(selected) == "1,204"
    assert dialog.isVisible()


@pytest.fixture
def reported(start_again: Start, folder: Path) -> Program:
    """A report of one place far down, a note that doccano does not carry; another article than its own is open."""
    article = write_folder(folder)
    article.write_text("Nothing new.\n\n" * 300 + TOWN, "utf-8")
    program = start_again(folder / "town.txt")
    program.select("1,204")
    program.type("f")
    program.type("n")
    program.type("Check this")
    program.press(Key.Key_Escape)
    program.wait_saved()
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.md")
    open_export(program)
    program.type("doccano")
    program.press(Key.Key_Return)
    program.press(Key.Key_Return)
    wait_report(program)
    wanted = rows(program, "reportReasons").index("1 annotation altered, Its note is left out.")
    program.press(Key.Key_Tab)
    program.press(Key.Key_Down, times=wanted)
    program.press(Key.Key_Return)
    return program


def in_sight(program: Program, position: int) -> bool:
    """Whether the letter at ``position`` is in the visible part of the text."""
    return program.view.viewport().rect().contains(program.point_at(position))


def test_a_place_in_another_article_is_gone_to(reported: Program) -> None:
    reported.press(Key.Key_Return)
    reported.wait_opened("town.txt")
    selected = reported.session.selected_annotation
    assert selected is not None
    assert reported.document.words(selected) == "1,204"
    reported.wait_for(lambda: in_sight(reported, selected.span.start))


def test_where_an_annotation_was_is_gone_to(reported: Program, folder: Path) -> None:
    """It was removed since, by another program."""
    (folder / "town.annotations.yaml").unlink()
    reported.press(Key.Key_Return)
    reported.wait_opened("town.txt")
    assert reported.session.selected_annotation is None
    position = reported.document.article.text.index("1,204")
    assert reported.session.caret.position == position
    reported.wait_for(lambda: in_sight(reported, position))


def is_town(row: str) -> bool:
    """Whether the row is the article itself; its sidecar has a row of its own once it stands alone."""
    return row.startswith("town,") and "Article missing" not in row


def test_a_place_in_an_article_that_is_gone_is_said(reported: Program, folder: Path) -> None:
    (folder / "town.txt").unlink()
    reported.wait_for(lambda: not any(is_town(row) for row in rows(reported, "articlesList")))
    reported.press(Key.Key_Return)
    assert reported.said == "town.txt is not in the open folder"
    assert reported.opened == "zebra.md"


def test_a_place_is_gone_to_once(reported: Program) -> None:
    reported.press(Key.Key_Return)
    reported.wait_opened("town.txt")
    back_to_window(reported)
    reported.go_to(0)
    reported.session.select(None)
    for key, name in ((Key.Key_Down, "zebra.md"), (Key.Key_Up, "town.txt")):
        reported.press(key, ALT)
        reported.wait_opened(name)
    assert reported.session.selected_annotation is None
    assert reported.session.caret.position == 0


def test_cancelled_export_leaves_nothing(start_again: Start, folder: Path) -> None:
    for number in range(MANY):
        article = Article.of(f"a{number}.txt", f"People left, {number} of them.")
        claims = (Annotation(f"a{one:05}", "claim", Span(one, one + 6)) for one in range(9))
        document = Document(article, {claim.id: claim for claim in claims})
        (folder / article.name).write_text(article.text, "utf-8")
        sidecar_path(folder / article.name).write_bytes(SidecarWriter().data(document))
    program = start_again(folder / "a0.txt")
    dialog = open_export(program)
    before = bytes_below(folder.parent)
    program.press(Key.Key_Return)
    program.wait_for(lambda: "Exporting" in program.part(QLabel, "workWords").text())
    program.press(Key.Key_Escape)
    program.wait_for(lambda: "Cancelled: nothing was written." in program.part(QLabel, "workSentence").text())
    assert dialog.isVisible()
    assert bytes_below(folder.parent) == before


def test_window_closes_while_the_dialog_is_open(start_again: Start, folder: Path) -> None:
    program = start_again(write_folder(folder))
    program.select("Thousands")
    program.type("f")
    open_export(program)
    program.press(Key.Key_Return)
    program.close()
    assert {path.name for path in folder.parent.iterdir()} <= {"news", "news.jsonl"}


def test_what_is_marked_while_the_dialog_is_open_goes_out_too(start_again: Start, folder: Path) -> None:
    program = start_again(write_folder(folder))
    dialog = open_export(program)
    assert "Nothing is chosen" in program.part(QLabel, "workSentence").text()
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.view.setFocus()
    program.select("Thousands")
    program.type("f")
    dialog.activateWindow()
    program.wait_for(dialog.isActiveWindow)
    program.wait_for(lambda: "1 document, 1 annotation" in program.part(QLabel, "exportCounts").text())
    program.part(QTableView, "formatList").setFocus()
    program.press(Key.Key_Return)
    assert "1 annotation" in wait_report(program)


def test_no_folder_no_export(start: Start) -> None:
    program = start()
    program.press(Key.Key_E, CTRL)
    assert program.window.findChild(QDialog, "exportDialog") is None
    assert not program.part(QAction, "export").isEnabled()
    assert program.part(QAction, "export").property("reason") == "No folder is open"
    assert program.part(QAction, "import").isEnabled()


def test_first_article_of_an_empty_folder(start: Start, folder: Path) -> None:
    (folder.parent / "page.html").write_text(PAGE, "utf-8")
    program = start()
    program.messages.folder, program.messages.sources = str(folder), (str(folder.parent / "page.html"),)
    program.press(Key.Key_O, CTRL)
    program.wait_for(program.part(QAction, "export").isEnabled)
    open_dialog(program, Key.Key_I, CTRL | SHIFT, "importDialog")
    program.press(Key.Key_Space)
    program.wait_for(program.part(QTableView, "foundArticles").hasFocus)
    program.press(Key.Key_Return)
    wait_report(program)
    program.wait_for(lambda: len(rows(program, "articlesList")) == 1)


def test_folder_that_is_imported_into_is_opened_where_none_is(start: Start, folder: Path) -> None:
    (folder.parent / "page.html").write_text(PAGE, "utf-8")
    program = start()
    program.messages.folder, program.messages.sources = str(folder), (str(folder.parent / "page.html"),)
    open_dialog(program, Key.Key_I, CTRL | SHIFT, "importDialog")
    program.press(Key.Key_Space)
    program.wait_for(program.part(QTableView, "foundArticles").hasFocus)
    program.part(QPushButton, "chooseInto").setFocus()
    program.press(Key.Key_Space)
    program.press(Key.Key_Return, CTRL)
    wait_report(program)
    program.wait_opened("Harbour wall gives way.txt")


def test_web_page_comes_into_the_open_folder(start_again: Start, folder: Path) -> None:
    program = start_again(write_folder(folder))
    page = folder.parent / "page.html"
    page.write_text(PAGE, "utf-8")
    program.messages.sources = (str(page),)
    open_dialog(program, Key.Key_I, CTRL | SHIFT, "importDialog")
    program.press(Key.Key_Space)
    program.wait_for(program.part(QTableView, "foundArticles").hasFocus)
    program.press(Key.Key_Return)
    assert wait_report(program) == "Imported 1 article."
    program.wait_for(lambda: any("Harbour wall" in row for row in rows(program, "articlesList")))
    back_to_window(program)
    program.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    program.wait_opened("Harbour wall gives way.txt")
    assert "1,200 people" in program.document.article.text
    assert "Copyright" not in program.document.article.text


def model_output(folder: Path, text: str) -> Path:
    """What a program has marked in town.txt."""
    start_at = text.index("The Red Cross")
    record = {
        "format": "annotator-jsonl",
        "version": 1,
        "path": "town.txt",
        "text": text,
        "annotations": [{"id": "zzzzzz", "label": "ORG", "start": start_at, "end": start_at + len("The Red Cross")}],
        "relations": [],
    }
    source = folder.parent / "model.jsonl"
    source.write_text(json.dumps(record), "utf-8")
    return source


def test_annotations_for_the_open_article_appear_in_it(start_again: Start, folder: Path) -> None:
    """Another program has marked the same article under the name of who works here: both are brought together."""
    article = write_folder(folder)
    program = start_again(article, "sam")
    program.select("said")
    program.type("u")
    program.wait_saved()
    text = program.document.article.text
    source = model_output(folder, text)
    program.messages.sources = (str(source),)
    open_dialog(program, Key.Key_I, CTRL | SHIFT, "importDialog")
    program.press(Key.Key_Space)
    program.wait_for(program.part(QLineEdit, "importAnnotator").hasFocus)
    program.type("sam")
    box = program.part(QComboBox, "map-ORG")
    box.setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down)
    assert box.currentText() == "source"
    replace = program.part(QWidget, "replaceTheirs")
    replace.setFocus()
    program.press(Key.Key_Space)
    program.press(Key.Key_Return, CTRL)
    wait_report(program)
    program.wait_for(lambda: program.marks == [("source", "The Red Cross")])
    assert saved_marks(article, "sam") == [("source", "The Red Cross")]


def test_a_place_in_the_report_of_an_import_is_gone_to(start_again: Start, folder: Path) -> None:
    article = write_folder(folder)
    program = start_again(article, "sam")
    text = program.document.article.text
    program.type("c")
    program.wait_saved()
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.md")
    program.messages.sources = (str(model_output(folder, text)),)
    open_dialog(program, Key.Key_I, CTRL | SHIFT, "importDialog")
    program.press(Key.Key_Space)
    program.wait_for(program.part(QLineEdit, "importAnnotator").hasFocus)
    program.type("sam")
    program.press(Key.Key_Return, CTRL)
    wait_report(program)
    assert len(rows(program, "reportReasons")) == 1  # there is a sidecar of that name already
    program.press(Key.Key_Tab)
    program.press(Key.Key_Return)
    program.press(Key.Key_Return)
    program.wait_opened("town.txt")
    assert program.marks == [("claim", "Harbour")]


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [(Key.Key_E, CTRL, "exportDialog"), (Key.Key_I, CTRL | SHIFT, "importDialog")],
)
def test_second_time_it_comes_to_the_front(
    start_again: Start, folder: Path, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    program = start_again(write_folder(folder))
    dialog = open_dialog(program, key, modifiers, name)
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    assert open_dialog(program, key, modifiers, name) is dialog
    assert len(program.window.findChildren(QDialog, name)) == 1
    program.press(Key.Key_Escape, NONE)
    program.wait_for(lambda: not dialog.isVisible())
