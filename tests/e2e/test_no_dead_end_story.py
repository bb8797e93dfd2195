"""Work that cannot be saved where it belongs: every banner and every question has ways out that keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.banner import BannerStack
from tests.support.program import Program, saved_marks, sidecar_of
from tests.support.stories import write_folder

Start = Callable[..., Program]
PATIENCE_MS = 20_000
MARKS = [("claim", "Harbour"), ("source", "storm")]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return write_folder(folder)


@pytest.fixture
def program(start: Start, article: Path) -> Iterator[Program]:
    """One annotation is saved, and a second is about to be made."""
    program = start(article.parent)
    program.type("c")
    program.wait_saved()
    yield program
    program.messages.answer = "Close without saving"


def delete(program: Program, sidecar: Path) -> None:
    sidecar.unlink()
    program.wait_for(lambda: "deleted or moved" in program.banners.get("saving", ""))
    program.select("storm")
    program.type("s")


def make_unreadable(program: Program, sidecar: Path) -> None:
    program.select("storm")
    program.type("s")
    program.wait_saved()
    sidecar.write_text("{ not yaml")
    program.wait_for(lambda: "saving" in program.banners)


def put_in_conflict(program: Program, sidecar: Path) -> None:
    program.select("storm")
    program.type("s")
    program.wait_saved()
    theirs = sidecar.read_bytes().replace(b"label: source", b"label: figure")
    program.type("q")
    sidecar.write_bytes(theirs)
    program.wait_for(lambda: "conflicts" in program.banners)


def put_a_folder_in_the_way(program: Program, sidecar: Path) -> None:
    sidecar.unlink()
    sidecar.mkdir()
    program.select("storm")
    program.type("s")
    program.wait_for(lambda: "saving" in program.banners)


def answer(program: Program, words: str) -> None:
    """Close the window with that answer; if it is asked once more, stay."""
    program.messages.answers, program.messages.answer = [words], "Stay"
    program.close()


def test_a_deleted_sidecar_can_be_written_again_when_closing(program: Program, article: Path) -> None:
    delete(program, sidecar_of(article))
    answer(program, "Write it again")
    assert program.is_closed
    assert len(program.messages.asked) == 1
    assert saved_marks(article) == MARKS


def test_what_became_unreadable_can_be_put_aside_when_closing(program: Program, article: Path) -> None:
    make_unreadable(program, sidecar_of(article))
    answer(program, "Keep mine, put theirs aside")
    assert program.is_closed
    assert saved_marks(article) == MARKS
    assert sidecar_of(article).with_name("town.annotations.yaml.theirs").read_text() == "{ not yaml"


def test_a_conflict_can_be_gone_to_when_closing(program: Program, article: Path) -> None:
    put_in_conflict(program, sidecar_of(article))
    answer(program, "Go there")
    assert not program.is_closed
    assert len(program.messages.asked) == 1
    assert "conflicts" in program.banners


Spoil = Callable[[Program, Path], None]
EVERY_WAY = [delete, make_unreadable, put_in_conflict, put_a_folder_in_the_way]


@pytest.mark.parametrize("spoil", EVERY_WAY)
def test_closing_can_always_keep_the_work_elsewhere(program: Program, article: Path, spoil: Spoil) -> None:
    spoil(program, sidecar_of(article))
    program.messages.copy = str(article.parent.parent / "rescued.yaml")
    answer(program, "Save elsewhere…")
    assert program.is_closed
    assert len(program.messages.asked) == 1
    assert "storm" in (article.parent.parent / "rescued.yaml").read_text("utf-8")


@pytest.mark.parametrize("spoil", EVERY_WAY)
def test_closing_without_saving_is_always_possible(program: Program, article: Path, spoil: Spoil) -> None:
    spoil(program, sidecar_of(article))
    answer(program, "Close without saving")
    assert program.is_closed
    assert {"Save elsewhere…", "Stay"} < set(program.messages.asked[0].answers)


@pytest.mark.parametrize("spoil", [delete, make_unreadable, put_a_folder_in_the_way])
def test_every_banner_on_saving_offers_a_copy(program: Program, article: Path, spoil: Spoil) -> None:
    spoil(program, sidecar_of(article))
    buttons = program.part(BannerStack).findChildren(QPushButton)
    assert "Save a copy…" in [button.text() for button in buttons]
    program.messages.copy = str(article.parent.parent / "copy.yaml")
    program.click_banner("Save a copy…")
    assert "storm" in (article.parent.parent / "copy.yaml").read_text("utf-8")
    assert "saving" in program.banners


def test_a_folder_that_is_renamed_and_renamed_back_is_saved_by_itself(
    program: Program, article: Path, qtbot: QtBot
) -> None:
    away = article.parent.with_name("away")
    article.parent.rename(away)
    program.select("storm")
    program.type("s")
    program.wait_for(lambda: "saving" in program.banners)
    away.rename(article.parent)
    qtbot.waitUntil(lambda: saved_marks(article) == MARKS, timeout=PATIENCE_MS)
    program.wait_saved()
    qtbot.waitUntil(lambda: not program.banners.keys() & {"saving", "text"}, timeout=PATIENCE_MS)


def test_a_folder_that_was_away_is_watched_again(program: Program, article: Path, qtbot: QtBot) -> None:
    away = article.parent.with_name("away")
    article.parent.rename(away)
    (away / "town.txt").touch()
    program.wait_for(lambda: "text" in program.banners)
    away.rename(article.parent)
    qtbot.waitUntil(lambda: not program.banners.keys() & {"saving", "text"}, timeout=PATIENCE_MS)
    sidecar = sidecar_of(article)
    qtbot.waitUntil(lambda: not program.is_saving, timeout=PATIENCE_MS)
    sidecar.write_bytes(sidecar.read_bytes().replace(b"label: claim", b"label: figure"))
    qtbot.waitUntil(lambda: program.marks == [("figure", "Harbour")], timeout=PATIENCE_MS)


def test_a_sidecar_that_is_moved_away_and_back_is_saved_by_itself(
    program: Program, article: Path, qtbot: QtBot
) -> None:
    sidecar = sidecar_of(article)
    content = sidecar.read_bytes()
    delete(program, sidecar)
    sidecar.write_bytes(content)
    qtbot.waitUntil(lambda: saved_marks(article) == MARKS, timeout=PATIENCE_MS)


def test_what_is_there_again_when_closing_is_not_asked_about(program: Program, article: Path) -> None:
    away = article.parent.with_name("away")
    article.parent.rename(away)
    program.select("storm")
    program.type("s")
    program.wait_for(lambda: "saving" in program.banners)
    away.rename(article.parent)
    program.close()
    assert program.messages.asked == []
    assert saved_marks(article) == MARKS


def test_a_fault_while_closing_keeps_the_window_open(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> bool:
        raise RuntimeError("on purpose")

    with monkeypatch.context() as patch:
        patch.setattr("annotator.ui.window.window_parts.may_close", fail)
        with pytest.raises(RuntimeError):
            program.close()
    assert not program.is_closed
    assert program.window.isVisible()
