"""The first day: a folder of Word files leads to the import, and from there to an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView

from tests.support.program import Program

Start = Callable[..., Program]
WORDS = "The ferry left at nine with 300 people, the mayor said."


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    docx = pytest.importorskip("docx")
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("homes", "town"):
        paper = docx.Document()
        paper.add_paragraph(WORDS)
        paper.save(str(folder / f"{name}.docx"))
    return folder


def import_all(program: Program, folder: Path, number: int) -> None:
    program.wait_for(lambda: program.window.findChild(QDialog, "importDialog") is not None)
    dialog = program.part(QDialog, "importDialog")
    program.wait_for(lambda: program.part(QTableView, "foundArticles").model().rowCount() == number)
    assert str(folder) in [label.text() for label in dialog.findChildren(QLabel)]
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Import")
    program.wait_for(button.isEnabled)
    button.click()
    program.wait_for(lambda: program.opened == "homes.txt")


def test_a_folder_without_an_article_offers_what_it_has(start: Start, papers: Path) -> None:
    program = start()
    program.window.open(papers)
    program.wait_for(lambda: "folder" in program.banners)
    assert "2 files in it can be imported" in program.banners["folder"]
    program.click_banner("Import 2 files…")
    import_all(program, papers, 2)
    assert "folder" not in program.banners


def test_a_file_on_the_command_line_is_imported(start: Start, papers: Path) -> None:
    program = start()
    program.window.open(papers / "homes.docx")
    import_all(program, papers, 1)


def test_a_folder_with_nothing_to_import_says_what_an_article_is(start: Start, tmp_path: Path) -> None:
    program = start()
    program.window.open(tmp_path)
    program.wait_for(lambda: "folder" in program.banners)
    assert "ends in .txt or .md" in program.banners["folder"]
