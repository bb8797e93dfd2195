"""Articles that are renamed and moved keep their annotations, in the window as on disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from tests.support.program import CTRL, Key, Program, saved_marks, sidecar_of
from tests.support.stories import TOWN, bytes_below, write_folder

Start = Callable[..., Program]
MARK = ("claim", "Thousands of people left the town")


@pytest.fixture
def town(annotated: Path, tmp_path: Path) -> Path:
    """An article annotated by keys in a program that was closed again."""
    shutil.copytree(annotated.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / annotated.name


@pytest.fixture(scope="module")
def annotated(start_once: Start, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article of which each test has a copy."""
    path = write_folder(tmp_path_factory.mktemp("annotated"))
    program = start_once(path)
    annotate(program)
    program.close()
    return path


def annotate(program: Program) -> None:
    program.select(MARK[1])
    program.type("c")
    program.wait_saved()
    assert program.marks == [MARK]


def rows(program: Program) -> list[str]:
    """The rows of the Articles panel as a screen reader says them."""
    model = program.part(QTableView, "articlesList").model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def click_row(program: Program, row: int) -> None:
    view = program.part(QTableView, "articlesList")
    program.click_at(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def test_an_article_renamed_alone_is_opened_with_its_annotations(town: Path, start_again: Start) -> None:
    tale = town.rename(town.with_name("tale.md"))
    program = start_again(tale)
    program.wait_for(lambda: program.marks == [MARK])
    assert "“town.annotations.yaml” was renamed to “tale.annotations.yaml”" in program.banners["adopted"]
    assert saved_marks(tale) == [MARK]
    program.wait_for(lambda: any(row.startswith("tale, in work, 1 annotation") for row in rows(program)))
    program.wait_for(lambda: not any("Article missing" in row for row in rows(program)))
    assert "others" not in program.banners
    assert not sidecar_of(town).exists()


def test_one_that_is_not_opened_gets_them_when_the_folder_is_listed(town: Path, start_again: Start) -> None:
    tale = town.rename(town.with_name("zulu.txt"))
    program = start_again(town.with_name("zebra.md"))
    program.wait_for(lambda: any(row.startswith("zulu, in work, 1 annotation") for row in rows(program)))
    assert saved_marks(tale) == [MARK]
    assert "adopted" in program.banners


def test_undo_puts_the_files_back_and_they_stay_so(town: Path, start_again: Start) -> None:
    tale = town.rename(town.with_name("tale.txt"))
    before = {path: data for path, (data, _) in bytes_below(town.parent).items()}
    program = start_again(tale)
    program.wait_for(lambda: program.marks == [MARK])
    program.wait_for(lambda: "adopted" in program.banners)
    program.click_banner("Undo")
    program.wait_for(lambda: program.opened == "tale.txt" and program.marks == [])
    program.wait_for(lambda: "offer" in program.banners)
    assert "adopted" not in program.banners
    program.close()
    assert {path: data for path, (data, _) in bytes_below(town.parent).items()} == before


def test_after_undo_it_can_still_be_taken_along(town: Path, start_again: Start) -> None:
    tale = town.rename(town.with_name("tale.txt"))
    program = start_again(tale)
    program.wait_for(lambda: "adopted" in program.banners)
    program.click_banner("Undo")
    program.wait_for(lambda: "offer" in program.banners)
    program.click_banner("Take it along")
    program.wait_for(lambda: program.marks == [MARK])
    assert saved_marks(tale) == [MARK]
    assert "offer" not in program.banners


def test_renamed_together(town: Path, start_again: Start) -> None:
    tale = town.rename(town.with_name("tale.txt"))
    sidecar_of(town).rename(sidecar_of(tale))
    program = start_again(tale)
    assert program.marks == [MARK]
    assert "sidecar" not in program.banners
    program.select("The Red Cross")
    program.type("s")
    program.wait_saved()
    assert 'file: "tale.txt"' in sidecar_of(tale).read_text("utf-8")


def test_renamed_while_it_is_open_work_goes_on(tmp_path: Path, start_again: Start) -> None:
    town = write_folder(tmp_path)
    program = start_again(town)
    annotate(program)
    tale = town.rename(town.with_name("tale.txt"))
    program.wait_opened("tale.txt")
    assert program.marks == [MARK]
    program.select("The Red Cross")
    program.type("s")
    program.wait_saved()
    assert saved_marks(tale) == [MARK, ("source", "The Red Cross")]
    program.press(Key.Key_Z, CTRL, times=2)
    assert program.marks == []
    program.wait_saved()
    assert not sidecar_of(town).exists()
    assert "text" not in program.banners


def test_renamed_with_its_sidecar_while_it_is_open(tmp_path: Path, start_again: Start) -> None:
    town = write_folder(tmp_path)
    program = start_again(town)
    annotate(program)
    tale = town.with_name("tale.txt")
    sidecar_of(town).rename(sidecar_of(tale))
    town.rename(tale)
    program.wait_opened("tale.txt")
    program.press(Key.Key_Z, CTRL)
    assert program.marks == []
    program.wait_saved()
    assert "saving" not in program.banners
    assert not sidecar_of(town).exists()


def test_what_is_done_before_it_is_noticed_is_kept_too(tmp_path: Path, start_again: Start) -> None:
    town = write_folder(tmp_path)
    program = start_again(town)
    annotate(program)
    program.select("The Red Cross")
    tale = town.with_name("tale.txt")
    sidecar_of(town).rename(sidecar_of(tale))
    town.rename(tale)
    program.type("s")
    program.wait_opened("tale.txt")
    program.wait_saved()
    assert saved_marks(tale) == [MARK, ("source", "The Red Cross")]
    assert "saving" not in program.banners
    assert not sidecar_of(town).exists()


def test_work_that_cannot_be_saved_goes_along(tmp_path: Path, start_again: Start) -> None:
    town = write_folder(tmp_path)
    program = start_again(town)
    annotate(program)
    program.select("The Red Cross")
    tale = town.with_name("tale.txt")
    held = sidecar_of(town).rename(town.with_name("held.bak"))
    program.type("s")
    program.wait_for(lambda: "saving" in program.banners)
    held.rename(sidecar_of(tale))
    town.rename(tale)
    program.wait_opened("tale.txt")
    program.wait_saved()
    assert saved_marks(tale) == [MARK, ("source", "The Red Cross")]
    assert "saving" not in program.banners


def test_moved_into_a_folder_below(town: Path, start_again: Start) -> None:
    (town.parent / "done").mkdir()
    moved = town.rename(town.parent / "done" / "town.txt")
    program = start_again(town.with_name("zebra.md"))
    program.wait_for(lambda: "adopted" in program.banners)
    assert saved_marks(moved) == [MARK]


def test_where_the_text_has_changed_too_it_is_offered(town: Path, start_again: Start) -> None:
    town.unlink()
    tale = town.with_name("tale.txt")
    tale.write_text("Late news.\n\n" + TOWN, "utf-8")
    program = start_again(tale)
    program.wait_for(lambda: "offer" in program.banners)
    assert program.banners["offer"].startswith("town.annotations.yaml may be of this article.")
    assert "In the text of this one the annotations would be: 1 same." in program.banners["offer"]
    assert program.marks == []
    assert not sidecar_of(tale).exists()
    program.click_banner("Take it along")
    program.wait_for(lambda: program.marks == [MARK])


def test_renamed_together_and_changed(town: Path, start_again: Start) -> None:
    town.unlink()
    tale = town.with_name("tale.txt")
    tale.write_text("Late news.\n\n" + TOWN, "utf-8")
    sidecar_of(town).rename(sidecar_of(tale))
    program = start_again(tale)
    program.wait_for(lambda: "offer" in program.banners)
    assert not program.session.writable
    program.click_banner("Take it along")
    program.wait_for(lambda: program.marks == [MARK])
    assert program.session.writable


def test_of_two_articles_with_the_text_the_user_chooses(town: Path, start_again: Start) -> None:
    town.rename(town.with_name("alpha.txt"))
    beta = town.with_name("beta.txt")
    beta.write_text(TOWN, "utf-8")
    program = start_again(town.with_name("alpha.txt"))
    program.wait_for(lambda: "offer" in program.banners)
    assert "this one has its text, as 1 other has too" in program.banners["offer"]
    program.wait_for(lambda: len(rows(program)) == 4)
    click_row(program, 3)
    program.wait_for(lambda: "missing" in program.banners)
    assert program.banners["missing"].startswith("town.annotations.yaml has no article. The article “town.txt” is not")
    program.click_banner("It is beta.txt")
    program.wait_opened("beta.txt")
    program.wait_for(lambda: program.marks == [MARK])
    assert saved_marks(beta) == [MARK]
    program.wait_for(lambda: len(rows(program)) == 3)


def test_a_sidecar_without_its_article_has_a_row_and_says_what_can_be_done(town: Path, start_again: Start) -> None:
    town.unlink()
    program = start_again(town.with_name("zebra.md"))
    program.wait_for(lambda: len(rows(program)) == 2)
    assert rows(program)[1] == "town, problem, 0 annotations, Article missing: “town.txt”"
    click_row(program, 1)
    program.wait_for(lambda: "missing" in program.banners)
    assert "put it back under that name to go on" in program.banners["missing"]
    town.write_text(TOWN, "utf-8")
    program.wait_for(lambda: len(rows(program)) == 2 and "in work" in rows(program)[0])
    click_row(program, 0)
    program.wait_for(lambda: program.marks == [MARK])
    assert "missing" not in program.banners


def test_nothing_is_written_over_the_work_that_is_there(town: Path, start_again: Start) -> None:
    tale = town.with_name("tale.txt")
    tale.write_text(TOWN, "utf-8")
    program = start_again(tale)
    program.select("The Red Cross")
    program.type("s")
    program.wait_saved()
    town.unlink()
    program.wait_for(lambda: any("Article missing" in row for row in rows(program)))
    assert program.marks == [("source", "The Red Cross")]
    program.close()
    assert saved_marks(tale) == [("source", "The Red Cross")]
    assert sidecar_of(town).exists()
