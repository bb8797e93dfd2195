"""The list of all evidence, of the article and of the folder, by keys."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.ui.dialogs.evidence_dialog.rows import COLUMNS
from annotator.ui.dialogs.evidence_dialog.table import EvidenceTable
from tests.support.program import ALT, CTRL, SHIFT, Key, Program
from tests.ui.evidence.pieces import FIRST, SECOND, choose, close, pieces, shown

DIALOG = "evidenceDialog"


def add(program: Program, **values: object) -> Evidence:
    """Add a piece for the selected annotation."""
    edits, chosen = EvidenceEdits(program.session), program.session.selected_annotation
    assert chosen
    draft = edits.draft([chosen.id])
    piece = Evidence(draft.id, draft.claims, seen=draft.seen, **values)  # type: ignore[arg-type]  # text and flags
    edits.add([piece])
    return piece


def cells(program: Program, column: str) -> list[str]:
    """What stands in the column of that heading, from top to bottom."""
    model = program.part(EvidenceTable).model()
    number = [each.heading for each in COLUMNS].index(column)
    return [model.index(row, number).data() for row in range(model.rowCount())]


@pytest.fixture
def opened(program: Program) -> Program:
    """Three pieces, one of them confidential, for two claims; the list is open."""
    add(program, title="Ward table", kind="data")
    add(program, title="Witness", confidential=True)
    choose(program, SECOND)
    add(program, title="Annual report", page="9")
    choose(program, FIRST)
    program.press(Key.Key_E, CTRL | SHIFT)
    shown(program, DIALOG)
    return program


def test_pieces_are_numbered_filtered_and_sorted(opened: Program) -> None:
    assert cells(opened, "No.") == ["E1", "E2", "E3"]
    assert sorted(cells(opened, "Title")[:2]) == ["Ward table", "Witness"]
    assert sorted(cells(opened, "Confidential")) == ["", "", "confidential"]
    opened.press(Key.Key_2, CTRL)
    assert cells(opened, "Title") == ["Annual report", "Ward table", "Witness"]
    opened.press(Key.Key_2, CTRL)
    assert cells(opened, "Title") == ["Witness", "Ward table", "Annual report"]
    field = opened.part(QWidget, DIALOG).findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    opened.type("report")
    assert cells(opened, "Title") == ["Annual report"]


def test_enter_edits_delete_removes_and_the_list_follows_undo(opened: Program) -> None:
    opened.press(Key.Key_2, CTRL)
    opened.press(Key.Key_Home)
    opened.press(Key.Key_Return)
    shown(opened, "evidenceEditor")
    opened.press(Key.Key_End)
    opened.type(" 2016")
    close(opened, "evidenceEditor")
    assert cells(opened, "Title")[0] == "Annual report 2016"
    opened.part(QWidget, DIALOG).activateWindow()
    opened.part(EvidenceTable).setFocus()
    shown(opened, DIALOG)
    opened.press(Key.Key_Delete)
    assert cells(opened, "Title") == ["Ward table", "Witness"]
    opened.session.undo()
    assert cells(opened, "Title") == ["Annual report 2016", "Ward table", "Witness"]


def test_j_goes_to_the_claim_and_a_attaches_the_piece_to_the_selected_one(opened: Program) -> None:
    opened.press(Key.Key_2, CTRL)
    opened.press(Key.Key_Home)
    opened.type("j")
    chosen = opened.session.selected_annotation
    assert chosen
    assert opened.document.words(chosen) == SECOND
    opened.press(Key.Key_End)
    opened.type("a")
    witness = next(piece for piece in pieces(opened) if piece.title == "Witness")
    assert chosen.id in witness.claims
    assert len(witness.claims) == 2


def test_the_csv_has_all_but_the_confidential_ones_which_are_counted(opened: Program, article: Path) -> None:
    target = article.parent.parent / "evidence.csv"
    opened.messages.target = str(target)
    button = opened.part(QWidget, "saveEvidence")
    button.setFocus()
    opened.press(Key.Key_Space)
    rows = [*csv.DictReader(StringIO(target.read_text("utf-8-sig"), newline=""))]
    assert sorted(row["title"] for row in rows) == ["Annual report", "Ward table"]
    assert opened.said == "Saved 2 pieces as evidence.csv; 1 piece is confidential and not in it"


def test_the_csv_is_never_written_over_an_article(opened: Program, article: Path) -> None:
    opened.messages.target = str(article)
    before = article.read_bytes()
    opened.part(QWidget, "saveEvidence").setFocus()
    opened.press(Key.Key_Space)
    assert article.read_bytes() == before
    assert opened.said.startswith("town.txt: ")


def test_the_list_of_the_folder_has_both_articles_and_leads_to_the_other(opened: Program, article: Path) -> None:
    close(opened, DIALOG)
    opened.view.setFocus()
    opened.press(Key.Key_Down, ALT)
    opened.wait_opened("zebra.md")
    opened.select("Nobody knows")
    opened.type("c")
    add(opened, title="Talk")
    opened.press(Key.Key_E, CTRL | SHIFT)
    shown(opened, DIALOG)
    assert cells(opened, "Title") == ["Talk"]
    scope = opened.part(QComboBox, "evidenceScope")
    scope.setFocus()
    opened.press(Key.Key_Down)
    opened.wait_for(lambda: len(cells(opened, "Title")) == 4)
    assert sorted(set(cells(opened, "Article"))) == [article.name, "zebra.md"]
    opened.part(EvidenceTable).setFocus()
    opened.press(Key.Key_Home)
    opened.type("j")
    opened.wait_opened(article.name)
    chosen = opened.session.selected_annotation
    assert chosen
    assert opened.document.words(chosen) == FIRST


def test_in_a_narrow_window_its_buttons_stand_in_several_lines(opened: Program) -> None:
    dialog = opened.part(QWidget, DIALOG)
    dialog.resize(460, 480)
    opened.wait_for(lambda: dialog.width() == 460)
    buttons = [opened.part(QPushButton, name) for name in ("attachEvidence", "goToClaim", "saveEvidence")]
    within = [dialog.rect().contains(QRect(one.mapTo(dialog, one.rect().topLeft()), one.size())) for one in buttons]
    assert all(within)
    opened.wait_for(lambda: len({one.mapTo(dialog, one.rect().topLeft()).y() for one in buttons}) > 1)
