"""Two windows on one folder, an editor beside them: what all of them do is there in the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QTableView

from tests.support.program import CTRL, SHIFT, Key, Program, saved_marks, sidecar_of
from tests.support.stories import write_folder

Start = Callable[..., Program]


def both(start: Start, folder: Path) -> tuple[Program, Program]:
    return start(folder), start(folder)


def test_what_is_done_in_one_window_is_seen_in_the_other(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    one, two = both(start_again, tmp_path)
    one.select("storm")
    one.type("s")
    two.wait_for(lambda: two.marks == [("source", "storm")])
    two.select("Harbour")
    two.type("c")
    one.wait_for(lambda: len(one.marks) == 2)
    assert one.marks == two.marks == saved_marks(article)
    assert not one.banners.keys() & {"saving", "conflicts"}


def come_to(program: Program) -> None:
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.view.setFocus()


def test_the_first_annotation_is_done_again_after_somebody_else_has_marked(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    one, two = both(start_again, tmp_path)
    come_to(one)
    one.select("storm")
    one.type("s")
    two.wait_for(lambda: two.marks == [("source", "storm")])
    one.press(Key.Key_Z, CTRL)
    two.wait_for(lambda: two.marks == [])
    come_to(two)
    two.select("Harbour")
    two.type("c")
    one.wait_for(lambda: one.marks == [("claim", "Harbour")])
    come_to(one)
    one.press(Key.Key_Z, CTRL | SHIFT)
    assert one.said == "Redone: Tag “storm” as source"
    assert sorted(one.marks) == [("claim", "Harbour"), ("source", "storm")]
    assert one.document.status.value == "in-work"
    one.wait_saved()
    assert len(saved_marks(article)) == 2


def test_each_says_that_the_other_has_it_open(start_again: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    one, two = both(start_again, tmp_path)
    for program in (one, two):
        program.wait_for(lambda program=program: "presence" in program.banners)
        assert "open elsewhere too" in program.banners["presence"]
    two.close()
    one.wait_for(lambda: "presence" not in one.banners)
    one.close()
    assert not (tmp_path / ".annotator").exists()


def test_two_decisions_on_one_annotation_are_put_side_by_side(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start_again(tmp_path)
    program.select("storm")
    program.type("s")
    program.wait_saved()
    mine, theirs = sidecar_of(article), sidecar_of(article).read_bytes().replace(b"label: source", b"label: claim")
    program.press(Key.Key_Tab)
    program.type("f")
    mine.write_bytes(theirs)
    program.wait_for(lambda: "conflicts" in program.banners or saved_marks(article) == [("claim", "storm")])
    program.type("q")
    program.wait_for(lambda: "conflicts" in program.banners)
    assert mine.read_bytes() == theirs
    program.click_banner("Decide…")
    dialog = program.part(QDialog, "mergeDialog")
    program.wait_for(dialog.isActiveWindow)
    program.type("t")
    program.press(Key.Key_Return)
    program.wait_for(lambda: "conflicts" not in program.banners)
    program.wait_saved()
    assert program.marks == saved_marks(article) == [("claim", "storm")]


@pytest.mark.parametrize(
    "name",
    [
        "town.annotations.sync-conflict-20261122-062120-ABCDEF2.yaml",
        "town (In Konflikt stehende Kopie von Jan 2026-11-28).annotations.yaml",
        "town.annotations.yaml~HEAD",
    ],
)
def test_a_copy_that_a_sync_service_leaves_is_offered_and_merged(start_again: Start, tmp_path: Path, name: str) -> None:
    article = write_folder(tmp_path)
    program = start_again(tmp_path)
    program.select("storm")
    program.type("s")
    program.wait_saved()
    copy = tmp_path / name
    other = (
        sidecar_of(article).read_text("utf-8").replace("label: source", "label: figure").replace("- id: ", "- id: x")
    )
    copy.write_text(other, "utf-8")
    program.wait_for(lambda: copy.name in program.banners.get("copies", ""))
    program.click_banner("Merge it")
    program.wait_for(lambda: len(program.marks) == 2)
    program.wait_for(lambda: "copies" not in program.banners)
    program.wait_saved()
    assert sorted(saved_marks(article)) == [("figure", "storm"), ("source", "storm")]
    assert not copy.exists()


def test_an_older_version_in_its_place_is_told_and_can_be_taken_back(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start_again(tmp_path)
    program.select("storm")
    program.type("s")
    program.wait_saved()
    older = sidecar_of(article).read_bytes()
    program.select("Harbour")
    program.type("c")
    program.wait_saved()
    sidecar_of(article).write_bytes(older)
    program.wait_for(lambda: "removed 1 annotation" in program.banners.get("removed", ""))
    assert program.marks == [("source", "storm")]
    program.click_banner("Earlier versions…")
    dialog = program.part(QDialog, "historyDialog")
    program.wait_for(dialog.isActiveWindow)
    program.wait_for(lambda: "1 claim removed" in program.part(QLabel, "sinceThen").text())
    program.press(Key.Key_Return)
    program.wait_for(lambda: program.marks == [("claim", "Harbour"), ("source", "storm")])
    program.wait_saved()
    assert saved_marks(article) == program.marks


def test_a_deleted_sidecar_is_told_at_once(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start_again(tmp_path)
    program.type("c")
    program.wait_saved()
    sidecar_of(article).unlink()
    program.wait_for(lambda: "deleted or moved" in program.banners.get("saving", ""))
    program.click_banner("Write it again")
    program.wait_saved()
    assert saved_marks(article) == program.marks


def test_an_article_that_changes_while_it_is_open(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start_again(tmp_path)
    text = article.read_text("utf-8")
    article.write_text(f"Now {text}", "utf-8")
    program.wait_for(lambda: "text has changed" in program.banners.get("text", ""))
    program.click_banner("Read it again")
    program.wait_for(lambda: program.document.article.text.startswith("Now "))
    assert "text" not in program.banners


def test_articles_that_come_and_go_are_listed(start_again: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start_again(tmp_path)
    rows = program.part(QTableView, "articlesList").model()
    (tmp_path / "yak.txt").write_text("A yak was seen.\n", "utf-8")
    program.wait_for(lambda: rows.rowCount() == 3)
    (tmp_path / "yak.txt").unlink()
    program.wait_for(lambda: rows.rowCount() == 2)


def test_closing_offers_to_save_elsewhere(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start_again(tmp_path)
    sidecar_of(article).mkdir()
    program.type("c")
    program.wait_for(lambda: "saving" in program.banners)
    program.messages.answer = "Save elsewhere…"
    program.messages.copy = str(tmp_path / "rescued.yaml")
    program.close()
    assert len(program.messages.asked) == 1
    assert "label: claim" in (tmp_path / "rescued.yaml").read_text("utf-8")
