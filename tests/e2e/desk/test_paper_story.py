"""A checked article on paper and in Word: printed by a key, written by the command, and taken in again whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from annotator.cli import main
from annotator.corpus.entries import entries_below
from annotator.model.entry import Entry
from annotator.model.kinds.evidence import Evidence
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.support.handover.checked_story import SECRET, checked_story
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


def pages(pdf: bytes) -> list[str]:
    """The text of each page, with single blanks."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def test_the_open_article_is_printed_by_a_key_as_it_stands_now(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    program.select("Thousands of people left the town")
    program.press(Key.Key_C)
    program.press(Key.Key_P, CTRL)
    [(title, pdf)] = program.messages.printed
    assert title == "town.txt"
    first, last = pages(pdf.encode("latin-1"))
    assert "Thousands of people left the town" in first
    assert "checked copy" in first
    assert "1 Thousands of people left the town ○ to check" in last


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    document = checked_story()
    path = folder / "bell.txt"
    path.write_text(document.article.text, "utf-8")
    sidecar_path(path, "").write_bytes(SidecarWriter().data(document))
    return path


def test_the_window_writes_a_pdf_in_the_background(start_again: Start, article: Path) -> None:
    program = start_again(article)
    program.press(Key.Key_H, CTRL | SHIFT)
    dialog = program.part(QDialog, "handOverDialog")
    program.wait_for(dialog.isActiveWindow)
    forms = program.part(QComboBox, "handOverForm")
    forms.setFocus()
    program.press(Key.Key_P)
    assert forms.currentText() == "PDF"
    program.press(Key.Key_Return, CTRL)
    program.wait_for(program.part(QWidget, "handOverDone").isVisible)
    first, last = pages((article.parent.parent / "bell-checked.pdf").read_bytes())
    assert "The bell weighs 412 kilos" in first
    assert "3 (line 4) – Which old bell? (open)" in last


@pytest.mark.usefixtures("qtbot")
def test_the_command_writes_a_pdf_for_each_document_of_a_folder(article: Path, tmp_path: Path) -> None:
    assert main(["report", str(article.parent), "-o", str(tmp_path / "out"), "--as", "pdf"]) == 0
    (file,) = (tmp_path / "out").iterdir()
    assert file.suffix == ".pdf"
    assert "The bell weighs 412 kilos" in pages(file.read_bytes())[0]


def test_a_word_document_goes_out_and_comes_in_again_with_all_its_evidence(article: Path, tmp_path: Path) -> None:
    draft = tmp_path / "back" / "bell.docx"
    draft.parent.mkdir()
    assert main(["report", str(article), "-o", str(draft), "--as", "docx"]) == 0
    assert main(["import", "docx", str(draft)]) == 0
    (entry,) = (one for one in entries_below([draft.parent]) if isinstance(one, Entry))
    assert entry.text.startswith(checked_story().article.text)
    story = checked_story()
    words = {one.id: entry.document.words(one) for one in entry.annotations}
    found = {piece.title: piece for piece in entry.document.of(Evidence).values() if piece.title}
    wanted = {piece.title: piece for piece in checked_story().of(Evidence).values() if not piece.confidential}
    assert found.keys() == wanted.keys()
    for title, piece in wanted.items():
        came = found[title]
        fields = ("stance", "kind", "publisher", "link", "archived", "quote", "page", "seen")
        assert [getattr(came, name) for name in fields] == [getattr(piece, name) for name in fields]
        claims = {story.words(story.annotations[id]) for id in piece.claims}
        assert {words[id] for id in came.claims} == claims
    assert SECRET not in repr(entry.document)
