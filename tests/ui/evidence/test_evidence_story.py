"""Evidence by keys: pasted, dropped, edited, attached to two claims, taken off, removed, and undone step by step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from annotator.model.items import altered
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.storage.evidence.states import evidence_bytes, files_kept
from annotator.ui.card.evidence_slot import EvidenceSlot
from annotator.ui.evidence.claim_evidence import ClaimEvidence
from annotator.ui.evidence.drop_box import DropBox
from annotator.ui.evidence.piece_rows import PieceRows
from annotator.ui.widgets.words.wrapping_label import WrappingLabel
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.dragging import carrying, drop_on
from tests.ui.evidence.pieces import FIRST, LINK, SECOND, choose, close, copy, on_disk, pieces, shown

EDITOR = "evidenceEditor"


def test_from_a_pasted_link_to_a_piece_that_serves_two_claims_and_back(program: Program, article: Path) -> None:
    copy(LINK)
    program.press(Key.Key_V, CTRL)
    program.wait_saved()
    assert [(one["link"], "title" in one) for one in on_disk(article)] == [(LINK, False)]

    rows = program.part(PieceRows)
    rows.setFocus()
    program.press(Key.Key_Return)
    shown(program, EDITOR)
    program.type("Bus count")
    program.press(Key.Key_Tab)
    close(program, EDITOR)
    assert pieces(program)[0].title == "Bus count"

    choose(program, SECOND)
    program.press(Key.Key_E, CTRL | SHIFT)
    shown(program, "evidenceDialog")
    program.type("a")
    assert len(pieces(program)[0].claims) == 2
    close(program, "evidenceDialog")

    choose(program, FIRST)
    rows.setFocus()
    program.press(Key.Key_Delete)
    assert len(pieces(program)[0].claims) == 1
    choose(program, SECOND)
    rows.setFocus()
    program.press(Key.Key_Delete)
    assert pieces(program) == []
    program.wait_saved()
    assert on_disk(article) == []

    program.view.setFocus()
    for left in (1, 1, 1, 1, 0):
        program.press(Key.Key_Z, CTRL)
        assert len(pieces(program)) == left
    assert len(program.marks) == 2
    program.press(Key.Key_Z, CTRL | SHIFT)
    assert pieces(program)[0].link == LINK


def test_e_opens_the_form_of_a_new_piece_which_is_added_by_what_is_typed(program: Program, article: Path) -> None:
    program.type("e")
    shown(program, EDITOR)
    close(program, EDITOR)
    assert pieces(program) == []
    program.type("e")
    shown(program, EDITOR)
    program.type("Talk with the mayor")
    program.wait_for(lambda: [one["title"] for one in on_disk(article)] == ["Talk with the mayor"])
    close(program, EDITOR)
    program.press(Key.Key_Z, CTRL)
    assert pieces(program) == []


def test_a_dropped_file_is_kept_and_its_bytes_stay_when_it_is_undone(program: Program, article: Path) -> None:
    given = article.parent.parent / "report.pdf"
    given.write_bytes(b"%PDF nine wards")
    assert drop_on(program.part(ClaimEvidence), carrying(given)) is not None
    program.wait_for(lambda: len(pieces(program)) == 1)
    [piece] = pieces(program)
    assert (piece.title, piece.kind) == ("report.pdf", "document")
    assert evidence_bytes(article.parent, piece.file) == b"%PDF nine wards"
    assert program.said == "Added the evidence “report.pdf”, 15 bytes"
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert program.said == "Undone: Add the evidence “report.pdf”, whose file stays in the folder"
    assert files_kept(article.parent) == [piece.file]


def test_the_form_quotes_the_words_that_it_is_for_with_one_pair_of_marks(program: Program) -> None:
    program.select("“We will not wait”")
    program.type("c")
    copy(LINK)
    program.press(Key.Key_V, CTRL)
    program.part(PieceRows).setFocus()
    program.press(Key.Key_Return)
    labels = shown(program, EDITOR).findChildren(WrappingLabel)
    assert "For “We will not wait”" in [label.text() for label in labels]
    close(program, EDITOR)


def test_nothing_is_pasted_from_a_clipboard_that_has_nothing(program: Program) -> None:
    QApplication.clipboard().clear()
    program.press(Key.Key_V, CTRL)
    assert pieces(program) == []


def test_a_pasted_image_becomes_a_file(program: Program, article: Path) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    QApplication.clipboard().setImage(image)
    program.press(Key.Key_V, CTRL)
    program.wait_for(lambda: len(pieces(program)) == 1)
    assert evidence_bytes(article.parent, pieces(program)[0].file).startswith(b"\x89PNG")


def test_a_file_is_opened_only_when_it_was_agreed_to(
    program: Program, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.fileName()))
    given = article.parent.parent / "report.pdf"
    given.write_bytes(b"%PDF")
    drop_on(program.part(ClaimEvidence), carrying(given))
    program.wait_for(lambda: len(pieces(program)) == 1)
    program.part(PieceRows).setFocus()
    program.press(Key.Key_Return)
    button = shown(program, EDITOR).findChild(QWidget, "openEvidenceFile")
    assert button is not None
    program.wait_for(button.isEnabled)
    button.setFocus()
    program.messages.answers = ["Cancel", "Open"]
    program.press(Key.Key_Space)
    assert opened == []
    assert "report.pdf" in program.messages.asked[-1].detail
    program.press(Key.Key_Space)
    assert opened == [Path(pieces(program)[0].file).name]
    close(program, EDITOR)


def test_in_the_claim_card_a_piece_is_pasted_and_e_opens_the_form(program: Program) -> None:
    program.type("k")
    program.wait_for(lambda: program.window.findChild(EvidenceSlot) is not None)
    box = program.part(EvidenceSlot).findChild(DropBox)
    assert box is not None
    program.wait_for(box.isVisible)
    box.setFocus()
    copy(LINK)
    program.press(Key.Key_V, CTRL)
    rows = program.part(EvidenceSlot).findChild(PieceRows)
    assert rows is not None
    assert rows.model().rowCount() == 1
    box.setFocus()
    program.type("e")
    shown(program, EDITOR)
    program.type("Talk")
    close(program, EDITOR)
    assert sorted(piece.title for piece in pieces(program)) == ["", "Talk"]
    assert rows.model().rowCount() == 2


@pytest.mark.parametrize(("link", "archived"), [(LINK, ""), ("", LINK), ("", "")])
def test_the_menu_of_a_piece_opens_its_link_or_else_the_archived_one(
    program: Program, link: str, archived: str
) -> None:
    edits, claim = EvidenceEdits(program.session), program.session.selected_annotation
    assert claim
    edits.add([altered(edits.draft([claim.id]), title="Bus count", link=link, archived=archived)])
    rows = program.part(PieceRows)
    program.wait_for(lambda: rows.model().rowCount() == 1)
    at = rows.visualRect(rows.model().index(0, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, rows.viewport().mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    opens = next(it for it in menu.actions() if "link" in it.text())
    assert opens.isEnabled() is bool(link or archived)
    menu.close()


def test_a_right_click_on_the_box_and_on_a_piece_pastes(program: Program) -> None:
    copy(LINK)
    for count, of in ((1, program.part(DropBox)), (2, program.part(PieceRows).viewport())):
        at = of.rect().center() if count == 1 else program.part(PieceRows).visualRect(_first(program)).center()
        QApplication.sendEvent(of, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, of.mapToGlobal(at)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        paste = next(it for it in menu.actions() if it.text().replace("&", "") == "Paste as evidence")
        program.click_at(menu, menu.actionGeometry(paste).center())
        program.wait_for(lambda wanted=count: len(pieces(program)) == wanted)


def _first(program: Program) -> QModelIndex:
    return program.part(PieceRows).model().index(0, 0)
