"""From the numbers of two annotators to the places where they differ, by keys, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QTableView, QWidget

from annotator.review.agreement.measures import UNITIZING
from annotator.ui.dialogs.agreement_dialog.columns import columns_in
from annotator.ui.dialogs.agreement_dialog.rows import MeasureRows
from annotator.ui.widgets.words.elided_label import ElidedLabel
from tests.support.program import ALT, CTRL, Key, Program

Start = Callable[..., Program]
TEXT = "The quay was built in 1904. The port says it will be mended, and nobody paid.\n"
ANA = [("claim", 0, 26), ("figure", 22, 26), ("claim", 28, 59), ("source", 28, 36)]
BEN = [("claim", 0, 26), ("figure", 22, 26), ("quote", 28, 59), ("source", 28, 36), ("claim", 65, 76)]


def sidecar(name: str, rows: list[tuple[str, int, int]], file: str) -> str:
    head = f"format: annotator\nversion: 1\narticle: {{file: {file}}}\nannotator: {name}\nstatus: done\nannotations:\n"
    return head + "".join(
        f'- {{id: {label}-{at}, label: {label}, start: {start}, end: {end}, text: "{TEXT[start:end]}"}}\n'
        for at, (label, start, end) in enumerate(rows)
    )


def filled(folder: Path) -> Path:
    for number in range(6):
        (folder / f"quay{number}.txt").write_text(TEXT, "utf-8")
        for name, rows in (("ana", ANA), ("ben", BEN)):
            file = folder / f"quay{number}.annotations.{name}.yaml"
            file.write_text(sidecar(name, rows, f"quay{number}.txt"), "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path)


@pytest.fixture
def program(start: Start, folder: Path) -> Program:
    return measured(start, folder)


def measured(start: Start, folder: Path) -> Program:
    """The window of agreement on the folder, filled, with the keyboard in the matrix."""
    program = start(folder / "quay0.txt", "ana")
    program.press(Key.Key_F12, CTRL)
    program.wait_for(lambda: program.window.findChild(QDialog, "agreementDialog") is not None)
    program.wait_for(lambda: program.part(QTableView, "agreementRows").model().rowCount() > 0)
    program.wait_for(lambda: program.part(QWidget, "agreementMatrix").hasFocus())
    return program


def said(program: Program, name: str) -> list[str]:
    """What a screen reader says of each line of a list."""
    model = program.part(QTableView, name).model()
    role = 11  # Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_what_is_seen_of_two_annotators(start: Start, folder: Path) -> None:
    """Numbers with reasons, the guideline on the labels of the cell, a table for a paper; nothing is written."""
    program = measured(start, folder)
    rows = said(program, "agreementRows")
    assert any(row.startswith("claim, 12, 12, Same span F1 0.50 0.50–0.50") for row in rows)
    assert "source, 6, 6, too few: 6 and 6 in 6 articles, at least 10 are needed" in rows
    assert "Via, 0, 0, undefined: nobody has used it" in rows
    assert program.part(QLabel, "agreementGuideline").text().startswith("The guideline on claim: ")
    button = program.part(QAbstractButton, "agreementCopy")
    program.click_at(button, button.rect().center())
    assert r"\begin{tabular}" in QGuiApplication.clipboard().text()
    for number in range(6):
        for name, rows_of in (("ana", ANA), ("ben", BEN)):
            file = folder / f"quay{number}.annotations.{name}.yaml"
            assert file.read_text("utf-8") == sidecar(name, rows_of, f"quay{number}.txt")


def test_without_two_annotators_it_says_so_and_nothing_else(start: Start, tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(TEXT, "utf-8")
    program = start(tmp_path / "quay.txt", "ana")
    program.press(Key.Key_F12, CTRL)
    program.wait_for(lambda: program.window.findChild(QDialog, "agreementDialog") is not None)
    rows, places = (program.part(QTableView, name) for name in ("agreementRows", "agreementPlaces"))
    program.wait_for(lambda: rows.accessibleDescription().startswith("No article is by two annotators"))
    assert places.accessibleDescription() == ""
    labels = program.part(QDialog, "agreementDialog").findChildren(QLabel)
    told = [label.text() for label in labels if label.isVisible()]
    assert not {"What this says", "Most is gained by", "Nothing stands out."} & {*told}
    assert not [words for words in told if "by A" in words and "by B" in words]


def test_a_cell_leads_to_its_places_and_the_key_back(program: Program) -> None:
    assert program.part(ElidedLabel, "agreementListed").text() == "6 places: claim by A, quote by B"
    assert said(program, "agreementPlaces")[2] == "The port says it will be mended, A claim · B quote, quay2.txt"
    program.press(Key.Key_Return)
    program.press(Key.Key_Down, ALT)
    program.press(Key.Key_Return)
    program.wait_for(lambda: program.session.path is not None and program.session.path.name == "quay1.txt")
    program.wait_for(lambda: program.session.selected_annotation is not None)
    assert program.session.selected_annotation
    assert program.session.selected_annotation.id == "claim-2"
    assert not program.part(QDialog, "agreementDialog").isVisible()
    program.press(Key.Key_F12, CTRL)
    program.wait_for(program.part(QDialog, "agreementDialog").isVisible)
    assert len(said(program, "agreementPlaces")) == 6


def listed(program: Program) -> str:
    return program.part(ElidedLabel, "agreementListed").text()


def click_number(program: Program, row: int, measure: str) -> None:
    """Click on a number of the table."""
    rows = program.part(MeasureRows)
    rect = rows.visualRect(rows.model().index(row, 0))
    assert rows.row is not None
    at = columns_in(QRectF(rect)).others[measure].center()
    program.click_at(rows.viewport(), at.toPoint())


def test_every_number_of_a_row_leads_to_its_own_differences(start: Start, folder: Path) -> None:
    for number in range(6):
        file = folder / f"quay{number}.annotations.ben.yaml"
        text = file.read_text("utf-8").replace('built in 1904"', 'built in 1904", attributes: {kind: event}')
        link = "relations:\n- {id: r1, type: attributed_to, from: claim-0, to: source-3}\n"
        file.write_text(text + (link if number < 2 else ""), "utf-8")
    program = measured(start, folder)
    claim = "claim · {} differences".format
    program.part(MeasureRows).setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Right)
    assert listed(program) == claim("Overlap F1: 12")
    program.press(Key.Key_Right, times=2)
    assert listed(program) == claim("Attributes α: 6")
    assert said(program, "agreementPlaces")[0].split(", ")[1] == "claim · kind: A – · B event"
    program.press(Key.Key_Left, times=5)
    assert listed(program) == claim("Same span F1: 12")
    click_number(program, 0, UNITIZING)
    assert listed(program) == claim("Unitizing α: 12")
    while not listed(program).startswith("Attributed to"):
        program.press(Key.Key_Down)
    assert listed(program) == "Attributed to · Relation F1: 2 differences"
    assert said(program, "agreementPlaces")[1].split(", ")[1] == "A nothing · B attributed_to → The port"
    while not listed(program).startswith("claim: kind"):
        program.press(Key.Key_Down)
    assert listed(program) == "claim: kind · Attributes α: 6 differences"
    program.press(Key.Key_Return)
    assert program.part(QTableView, "agreementPlaces").hasFocus()


def test_arrows_go_from_cell_to_cell(program: Program) -> None:
    program.press(Key.Key_Left)
    program.press(Key.Key_Left)
    program.press(Key.Key_Left)
    assert program.part(ElidedLabel, "agreementListed").text() == "6 places: claim by A, claim by B"


def test_the_article_alone_has_no_intervals(program: Program) -> None:
    pill = program.part(QAbstractButton, "agreementArticle")
    program.click_at(pill, pill.rect().center())
    rows = said(program, "agreementRows")
    assert any(row.startswith("source, 1, 1, Same span F1 1.00, Overlap F1 1.00") for row in rows)


def test_a_changed_article_is_measured_anew(program: Program) -> None:
    program.press(Key.Key_Return)
    program.press(Key.Key_Return)
    program.wait_for(program.window.isActiveWindow)
    program.select("nobody paid")
    program.type("c")
    program.wait_saved()
    program.press(Key.Key_F12, CTRL)
    program.wait_for(program.part(QDialog, "agreementDialog").isVisible)
    program.wait_for(lambda: said(program, "agreementRows")[0].startswith("claim, 13, 12, "))


def test_a_number_without_an_interval_says_so(start: Start, folder: Path) -> None:
    for number in range(1, 6):
        (folder / f"quay{number}.annotations.ben.yaml").unlink()
    for name in ("ana", "ben"):
        rows = [("claim", at, at + 2) for at in range(0, 26, 2)]
        (folder / f"quay0.annotations.{name}.yaml").write_text(sidecar(name, rows, "quay0.txt"), "utf-8")
    program = start(folder / "quay0.txt", "ana")
    program.press(Key.Key_F12, CTRL)
    program.wait_for(lambda: program.part(QTableView, "agreementRows").model().rowCount() > 0)
    assert "claim, 13, 13, Same span F1 1.00 no interval" in said(program, "agreementRows")[0]


def test_the_differences_are_written_to_be_handed_round(program: Program, folder: Path, tmp_path: Path) -> None:
    target = program.messages.target = str(tmp_path / "round.html")
    program.part(QAbstractButton, "agreementHandRound").click()
    program.wait_for(lambda: program.part(ElidedLabel, "agreementSaid").text() == "Saved as round.html")
    page = Path(target).read_text("utf-8")
    assert "<h2>claim" in page
    assert "The port says it will be mended" in page
    assert "ana" not in page.split("</style>")[1].replace("analysis", "")
    program.messages.answer = "Cancel"
    program.part(QAbstractButton, "agreementHandRound").click()
    assert program.messages.asked[-1].sentence == "round.html is there already."
