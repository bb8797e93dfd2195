"""A finished article is handed over by keys: choices with counts, the page, and the same choices the next time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.support.handover.checked_story import SECRET, checked_story
from tests.support.handover.page_reader import PageReader
from tests.support.program import CTRL, SHIFT, Key, Program

Start = Callable[..., Program]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    document = checked_story()
    path = folder / "bell.txt"
    path.write_text(document.article.text, "utf-8")
    sidecar_path(path, "").write_bytes(SidecarWriter().data(document))
    return path


def open_hand_over(program: Program) -> QDialog:
    program.press(Key.Key_H, CTRL | SHIFT)
    dialog = program.part(QDialog, "handOverDialog")
    program.wait_for(dialog.isActiveWindow)
    program.wait_for(lambda: "so far" not in counts(program))
    return dialog


def counts(program: Program) -> str:
    return program.part(QLabel, "handOverCounts").text()


def hand_over(program: Program) -> str:
    program.press(Key.Key_Return, CTRL)
    program.wait_for(program.part(QWidget, "handOverDone").isVisible)
    return program.part(QLabel, "handOverSentence").text()


def close(program: Program) -> None:
    program.press(Key.Key_Escape)
    program.window.activateWindow()  # a window manager does that, which is not there
    program.wait_for(program.window.isActiveWindow)


def toggle(program: Program, kind: type[QAbstractButton], name: str) -> None:
    program.part(kind, name).setFocus()
    program.press(Key.Key_Space)


def test_the_open_article_becomes_a_page(start_again: Start, article: Path) -> None:
    program = start_again(article)
    open_hand_over(program)
    assert counts(program) == "3 facts, 2 pieces of evidence, 1 query, 1 confidential left out"
    assert program.part(QLineEdit, "exportPlace").text() == str(article.parent.parent / "bell-checked.html")
    said = hand_over(program)
    assert said == "Handed over 1 document: 3 facts, 2 pieces of evidence, 1 confidential left out."
    place = article.parent.parent / "bell-checked.html"
    assert program.part(QLabel, "handOverWritten").text() == f"Saved as {place}"
    assert program.part(QPushButton, "showInFolder").isVisible()
    page = place.read_text("utf-8")
    assert PageReader(page).column == program.document.article.text
    assert SECRET not in page
    assert program.part(QPushButton, "openResult").isVisible()
    assert "Charts" in PageReader(page).text


def test_what_might_be_confidential_is_told_before_anything_is_written(start_again: Start, article: Path) -> None:
    unread = article.with_name("other.annotations.ines.yaml")
    unread.write_bytes(b"\0\0")
    program = start_again(article)
    open_hand_over(program)
    said = program.part(QLabel, "workSentence").text()
    assert said.startswith(str(unread))
    assert said.endswith("It may mark evidence as confidential, so nothing is handed over.")
    program.press(Key.Key_Return, CTRL)
    assert not (article.parent.parent / "bell-checked.html").exists()
    close(program)
    program.press(Key.Key_P, CTRL)
    program.wait_for(lambda: program.said.startswith(str(unread)))


def test_choices_change_the_counts_and_are_there_the_next_time(start_again: Start, article: Path) -> None:
    program = start_again(article)
    open_hand_over(program)
    toggle(program, QAbstractButton, "tick-to-check")
    assert counts(program).startswith("2 facts")
    toggle(program, QCheckBox, "withQueries")
    assert "query" not in counts(program)
    program.part(QComboBox, "handOverForm").setFocus()
    for _form in ("Word", "Word with footnotes", "PDF", "CSV"):
        program.press(Key.Key_Down)
    assert program.part(QLineEdit, "exportPlace").text().endswith("bell-checked.csv")
    hand_over(program)
    table = (article.parent.parent / "bell-checked.csv").read_text("utf-8")
    assert "The bell was stolen" not in table
    assert "Which old bell?" not in table
    close(program)
    open_hand_over(program)
    assert counts(program) == "2 facts, 2 pieces of evidence, 1 confidential left out"
    assert program.part(QComboBox, "handOverForm").currentText() == "Table of facts (CSV)"


def test_nothing_chosen_is_refused_with_a_reason(start_again: Start, article: Path) -> None:
    program = start_again(article)
    open_hand_over(program)
    program.part(QAbstractButton, "tick-claim").setFocus()
    program.press(Key.Key_Space, SHIFT)
    toggle(program, QAbstractButton, "tick-claim")
    assert program.part(QLabel, "workSentence").text() == "No label is ticked."
    assert not program.part(QPushButton, "begin").isEnabled()


def test_an_article_without_annotations_says_that_there_is_nothing(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("Nothing is marked here.", "utf-8")
    program = start_again(tmp_path / "bare.txt")
    open_hand_over(program)
    assert (
        program.part(QLabel, "workSentence").text() == "There is nothing to hand over: nothing is annotated here yet."
    )
    assert counts(program) == ""
    assert not program.part(QPushButton, "begin").isEnabled()


def test_the_whole_folder_becomes_a_folder(start_again: Start, article: Path) -> None:
    program = start_again(article)
    open_hand_over(program)
    program.part(QComboBox, "handOverPart").setFocus()
    program.press(Key.Key_Down)
    program.wait_for(lambda: "so far" not in counts(program))
    assert program.part(QLineEdit, "exportPlace").text() == str(article.parent.parent / "news-checked")
    hand_over(program)
    assert [path.name for path in (article.parent.parent / "news-checked").iterdir()] == ["bell.sam.html"]


def test_what_is_there_is_replaced_only_after_a_question(start_again: Start, article: Path) -> None:
    there = article.parent.parent / "bell-checked.html"
    there.write_text("mine", "utf-8")
    program = start_again(article)
    open_hand_over(program)
    program.messages.answers = ["Cancel", "Replace it"]
    program.press(Key.Key_Return, CTRL)
    assert there.read_text("utf-8") == "mine"
    hand_over(program)
    assert [question.title for question in program.messages.asked] == ["Replace it?", "Replace it?"]
    assert PageReader(there.read_text("utf-8")).column == program.document.article.text


def test_a_place_among_the_articles_is_refused(start_again: Start, article: Path) -> None:
    program = start_again(article)
    open_hand_over(program)
    field = program.part(QLineEdit, "exportPlace")
    field.setFocus()
    program.press(Key.Key_A, CTRL)
    program.type(str(article))
    assert "lies among the articles" in program.part(QLabel, "workSentence").text()
    before = article.read_bytes()
    program.press(Key.Key_Return, CTRL)
    assert article.read_bytes() == before


def test_files_of_evidence_make_a_folder_of_it(start_again: Start, article: Path) -> None:
    program = start_again(article)
    open_hand_over(program)
    program.part(QComboBox, "evidenceFiles").setFocus()
    program.press(Key.Key_Down)
    assert program.part(QLineEdit, "exportPlace").text() == str(article.parent.parent / "bell-checked")
    said = hand_over(program)
    assert said.startswith("Handed over 1 document")
    assert [path.name for path in (article.parent.parent / "bell-checked").iterdir()] == ["bell.sam.html"]
    assert program.part(QLabel, "handOverProblems").text().startswith("aaaa"), "the file that is not there is named"
