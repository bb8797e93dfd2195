"""The first day: a folder of Word files leads to the import, and from there to an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from annotator.ui.start_page.guide_card import GuideCard
from annotator.ui.start_page.offer_card import OfferCard
from annotator.ui.start_page.offered_file import OfferedFile
from annotator.ui.start_page.start_tile import StartTile
from annotator.ui.widgets.pointing.pointing_layer import PointingLayer
from tests.support.program import Key, Program

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


def offered(program: Program) -> list[OfferedFile]:
    return [row for row in program.window.findChildren(OfferedFile) if row.isVisible()]


def test_a_folder_without_an_article_offers_what_it_has(start: Start, papers: Path) -> None:
    (papers / "gate.pages").write_bytes(b"PK")
    program = start()
    program.window.open(papers)
    program.wait_for(lambda: len(offered(program)) == 3)
    assert [row.isChecked() for row in offered(program)] == [True, True, False]
    assert "export it as Word first" in offered(program)[2].accessibleName()
    assert "folder" not in program.banners
    program.press(Key.Key_Return)
    import_all(program, papers, 2)
    assert not offered(program)
    assert program.view.isVisible()
    dialog = program.part(QDialog, "importDialog")
    assert dialog.isActiveWindow()
    assert dialog.isAncestorOf(QApplication.focusWidget())
    program.press(Key.Key_Escape)
    program.wait_for(lambda: program.window.findChild(QDialog, "importDialog") is None)


def test_in_a_low_window_the_button_that_imports_is_in_sight(start: Start, papers: Path) -> None:
    program = start()
    program.window.resize(700, 500)
    program.window.open(papers)
    program.wait_for(lambda: len(offered(program)) == 2)
    button = next(one for one in program.part(OfferCard).findChildren(QPushButton) if one.text() == "Import 2 files…")
    assert button.hasFocus()
    program.wait_for(lambda: button.visibleRegion().boundingRect() == button.rect())


def test_only_the_ticked_files_are_imported(start: Start, papers: Path) -> None:
    program = start()
    program.window.open(papers)
    program.wait_for(lambda: len(offered(program)) == 2)
    offered(program)[0].setFocus()
    program.press(Key.Key_Down)
    program.press(Key.Key_Space)
    assert [row.isChecked() for row in offered(program)] == [True, False]
    assert "Import 1 file…" in [button.text() for button in program.part(OfferCard).findChildren(QPushButton)]
    program.press(Key.Key_Return)
    import_all(program, papers, 1)
    assert [path.name for path in papers.glob("*.txt")] == ["homes.txt"]


def test_the_folder_can_be_opened_without(start: Start, papers: Path, qtbot: QtBot) -> None:
    program = start()
    program.window.open(papers)
    program.wait_for(lambda: len(offered(program)) == 2)
    buttons = program.part(OfferCard).findChildren(QPushButton)
    qtbot.mouseClick(next(button for button in buttons if button.text() == "Open without"), Qt.MouseButton.LeftButton)
    assert program.view.isVisible()
    assert "2 files in it can be imported" in program.banners["folder"]
    program.click_banner("Import 2 files…")
    import_all(program, papers, 2)
    assert "folder" not in program.banners


def test_an_article_that_comes_takes_the_offer_away(start: Start, papers: Path) -> None:
    program = start()
    program.window.open(papers)
    program.wait_for(lambda: len(offered(program)) == 2)
    (papers / "story.txt").write_text(WORDS, "utf-8")
    program.wait_for(program.view.isVisible)


def test_a_folder_of_files_that_cannot_be_read_says_what_to_do(start: Start, tmp_path: Path) -> None:
    (tmp_path / "gate.pages").write_bytes(b"PK")
    program = start()
    program.window.open(tmp_path)
    program.wait_for(lambda: len(offered(program)) == 1)
    assert "Nothing in it can be read" in program.part(OfferCard).accessibleName()
    program.press(Key.Key_Return)
    assert program.view.isVisible()
    assert "ends in .txt or .md" in program.banners["folder"]


def test_the_start_page_leads_to_handbook_and_tour_once(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(qtbot, tmp_path / "settings.json")
    program.start()
    assert program.part(StartTile).hasFocus()
    buttons = {button.text(): button for button in program.part(GuideCard).findChildren(QPushButton)}
    buttons["Handbook"].setFocus()
    program.press(Key.Key_Return)
    program.wait_for(lambda: program.window.findChild(QDialog, "handbook") is not None)
    program.press(Key.Key_Escape)
    qtbot.mouseClick(buttons["Show me"], Qt.MouseButton.LeftButton)
    program.wait_for(lambda: program.window.findChild(PointingLayer) is not None)
    assert program.session.current is not None
    program.press(Key.Key_Escape)
    assert "tour" not in program.banners
    program.close()


def test_the_start_page_offers_the_tour_no_more_when_it_was_seen(start: Start) -> None:
    program = start()
    buttons = {button.text(): button for button in program.part(GuideCard).findChildren(QPushButton)}
    assert not buttons["Show me"].isVisible()
    assert buttons["Handbook"].isVisible()


def test_a_file_on_the_command_line_is_imported(start: Start, papers: Path) -> None:
    program = start()
    program.window.open(papers / "homes.docx")
    import_all(program, papers, 1)


def test_a_folder_with_nothing_to_import_says_what_an_article_is(start: Start, tmp_path: Path) -> None:
    program = start()
    program.window.open(tmp_path)
    program.wait_for(lambda: "folder" in program.banners)
    assert "ends in .txt or .md" in program.banners["folder"]
