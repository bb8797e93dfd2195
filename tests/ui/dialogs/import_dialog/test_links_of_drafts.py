"""The choice which links of a draft become evidence, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from annotator.session.importing.import_runs import ArticlesOrder
from annotator.storage.sidecars.sidecar_files import sidecar_path
from tests.interop.articles.drafts.notation import Draft
from tests.interop.articles.drafts.test_evidence import FULL
from tests.interop.articles.drafts.word_shapes import written
from tests.ui.dialogs.import_dialog.test_import_dialog import Open, Show, below, jobs, show

__all__ = ["below", "jobs", "show"]
FULL_NOTE = "20 links were left out, since the text is full of links."


@pytest.fixture
def opened(show: Show, tmp_path: Path) -> Open:
    (tmp_path / "draft.docx").write_bytes(written(FULL))
    found = show()
    found.give(tmp_path / "draft.docx")
    return found


def notes(opened: Open) -> str:
    return str(opened.part(QLabel, "textNotes").text())


def choose(opened: Open, key: Qt.Key) -> None:
    box = opened.part(QComboBox, "linksChoice")
    box.setFocus()
    opened.press(key)
    opened.wait_read()


def test_it_is_offered_for_a_draft_with_links_and_read_again(opened: Open) -> None:
    box = opened.part(QComboBox, "linksChoice")
    assert box.isVisible()
    assert box.accessibleName() == "Links"
    assert FULL_NOTE in notes(opened)
    choose(opened, Qt.Key.Key_Down)
    assert FULL_NOTE not in notes(opened)
    assert "20 links came in as evidence" in notes(opened)
    choose(opened, Qt.Key.Key_End)
    assert "20 links were left out, by choice." in notes(opened)
    assert box.isVisible()


def test_what_was_chosen_is_imported(opened: Open) -> None:
    choose(opened, Qt.Key.Key_Down)
    opened.click("begin")
    opened.wait_done()
    (order,) = opened.imported
    assert isinstance(order, ArticlesOrder)
    assert order.wishes.links == "all"
    assert sidecar_path(opened.folder / "draft.txt").read_text("utf-8").count("link: ") == 20


def test_it_is_hidden_for_one_without(show: Show, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(written(Draft(["The quay is shut."])))
    found = show()
    found.give(tmp_path / "draft.docx")
    assert not found.part(QComboBox, "linksChoice").isVisible()
