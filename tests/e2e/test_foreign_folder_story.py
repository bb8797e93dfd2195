"""A folder from somebody else with links in it: nothing outside is read into files, changed or removed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.support.program import CTRL, Key, Program, saved_marks, sidecar_of

Start = Callable[..., Program]
TEXT = "The council voted on Tuesday.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The user's own files, which the folder's links lead to."""
    home = tmp_path / "home"
    (home / "Editor").mkdir(parents=True)
    (home / "Editor" / "settings.json").write_text('{"important": 1}')
    (home / "shellrc").write_text('alias ll="ls -l"\n')
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "evil"
    folder.mkdir()
    (folder / "story.txt").write_text(TEXT)
    return folder


def files_of(home: Path) -> dict[str, str]:
    return {str(path.relative_to(home)): path.read_text() for path in home.rglob("*") if path.is_file()}


def test_links_in_the_hidden_folder_lead_nowhere(start: Start, folder: Path, home: Path) -> None:
    before = files_of(home)
    (folder / ".annotator" / "locks").mkdir(parents=True)
    (folder / ".annotator" / "texts").mkdir()
    (folder / ".annotator" / "locks" / "story.annotations.yaml").symlink_to(home / "Editor")
    hashed = sha256(TEXT.encode()).hexdigest()
    (folder / ".annotator" / "texts" / f"{hashed}.txt").symlink_to(home / "shellrc")
    program = start(folder)
    program.type("s")
    program.wait_saved()
    program.close()
    assert files_of(home) == before
    assert saved_marks(folder / "story.txt") == [("source", "The")]


def test_the_hidden_folder_as_a_link_is_told(start: Start, folder: Path, home: Path) -> None:
    (folder / ".annotator").symlink_to(home / "Editor")
    program = start(folder)
    program.type("s")
    program.wait_for(lambda: "unkept" in program.banners)
    assert "link is in the way" in program.banners["unkept"]
    program.close()
    assert sorted(files_of(home)) == ["Editor/settings.json", "shellrc"]
    assert saved_marks(folder / "story.txt") == [("source", "The")]


def test_work_is_not_called_saved_while_it_cannot_be(start: Start, folder: Path, home: Path) -> None:
    (folder / ".annotator").symlink_to(home / "Editor")
    program = start(folder)
    program.type("s")
    program.wait_for(lambda: "unkept" in program.banners)
    away = folder.rename(folder.with_name("away"))
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: "saving" in program.banners)
    assert "unkept" not in program.banners
    away.rename(folder)
    program.wait_for(lambda: "saving" not in program.banners and "unkept" in program.banners)


@pytest.mark.parametrize("there", [True, False])
def test_a_sidecar_that_leads_out_is_read_only_until_it_is_allowed(
    start: Start, folder: Path, home: Path, there: bool
) -> None:
    target = home / "elsewhere.yaml"
    if there:
        program = start(folder)
        program.type("s")
        program.wait_saved()
        program.close()
        sidecar_of(folder / "story.txt").rename(target)
    sidecar_of(folder / "story.txt").symlink_to(target)
    before = files_of(home)
    program = start(folder)
    program.wait_for(lambda: "sidecar" in program.banners)
    assert "leads out of this folder" in program.banners["sidecar"]
    assert "others" not in program.banners
    assert program.marks == ([("source", "The")] if there else [])
    program.press(Qt.Key.Key_Tab)
    program.type("f")
    assert files_of(home) == before
    program.click_banner("Allow links in this folder")
    program.wait_for(lambda: "sidecar" not in program.banners)
    program.select("council")
    program.type("s")
    program.wait_saved()
    assert sidecar_of(folder / "story.txt").is_symlink()
    assert "council" in target.read_text()
    program.close()
    again = start(folder)
    assert "sidecar" not in again.banners


def test_an_article_that_leads_out_is_read_only(start: Start, folder: Path, home: Path) -> None:
    (folder / "story.txt").unlink()
    (folder / "story.txt").symlink_to(home / "shellrc")
    program = start(folder)
    program.wait_for(lambda: "sidecar" in program.banners)
    program.type("s")
    assert [path.name for path in folder.iterdir()] == ["story.txt"]


def test_a_link_within_the_folder_works(start: Start, folder: Path) -> None:
    (folder / "kept").mkdir()
    sidecar_of(folder / "story.txt").symlink_to("kept/mine.yaml")
    program = start(folder)
    program.type("s")
    program.wait_saved()
    assert sidecar_of(folder / "story.txt").is_symlink()
    assert "The" in (folder / "kept" / "mine.yaml").read_text()
