"""An export never writes to what it reads, whichever name is given for it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.storage.program.resources import samples


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the sample articles, one not annotated, one in a subfolder, and a scheme."""
    shutil.copytree(samples(), tmp_path / "articles")
    (tmp_path / "articles" / "b.txt").write_text("Not annotated yet.\n")
    (tmp_path / "articles" / "sub").mkdir()
    for path in samples().glob("night-market.*"):
        shutil.copy(path, tmp_path / "articles" / "sub")
    (tmp_path / "articles" / ".annotator" / "texts").mkdir(parents=True)
    (tmp_path / "articles" / ".annotator" / "texts" / "kept").write_text("kept")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(*arguments: str) -> None:
    """Export with and without --replace; both are refused, and nothing changes."""
    before = everything(Path("articles"))
    for more in ([], ["--replace"]):
        assert main(["export", *arguments, *more]) == 2
        assert everything(Path("articles")) == before


@pytest.mark.parametrize(
    "target",
    [
        "articles/night-market.annotations.yaml",
        "articles/night-market.annotations.new.yaml",
        "articles/night-market.txt",
        "articles/b.txt",
        "articles/new.md",
        "articles/sub/new.TXT",
        "articles/sub/../b.txt",
        "articles/scheme.yaml",
        "articles/.annotator/texts/kept",
        "articles/.annotator/out.jsonl",
    ],
)
@pytest.mark.usefixtures("folder")
def test_no_file_that_is_read_or_would_be_read_is_written(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused("jsonl", "articles", "-o", target)
    assert "Choose another place" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["articles", "articles/", "articles/sub", "articles/new", "articles/.annotator"])
@pytest.mark.usefixtures("folder")
def test_no_folder_that_is_read_is_written_to(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused("brat", "articles", "-o", target)
    assert "Choose " in capsys.readouterr().err


def test_other_names_of_what_is_read_are_known(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "articles")
    (folder / "linked.jsonl").symlink_to(folder / "articles" / "b.txt")
    os.link(folder / "articles" / "b.txt", folder / "hard.jsonl")
    refused("brat", "articles", "-o", "link")
    refused("brat", "link", "-o", "articles")
    refused("brat", "articles", "-o", "link/sub")
    refused("jsonl", "articles", "-o", "link/b.txt")
    refused("jsonl", "articles", "-o", "linked.jsonl")
    refused("jsonl", "articles", "-o", "hard.jsonl")
    assert (folder / "linked.jsonl").is_symlink()


def test_an_article_outside_that_is_read_through_a_link_is_known(folder: Path) -> None:
    outside = folder / "elsewhere.txt"
    outside.write_text("Elsewhere.\n")
    (folder / "articles" / "here.txt").symlink_to(outside)
    refused("jsonl", "articles", "-o", "elsewhere.txt")
    assert outside.read_text() == "Elsewhere.\n"


@pytest.mark.usefixtures("folder")
def test_a_single_article_and_what_stands_beside_it_are_kept() -> None:
    for target in ("articles/night-market.txt", "articles/night-market.annotations.yaml", "articles/b.txt"):
        refused("jsonl", "articles/night-market.txt", "-o", target)
    refused("brat", "articles/night-market.txt", "-o", "articles")
    assert main(["export", "brat", "articles/night-market.txt", "-o", "articles/brat"]) == 0


def test_a_folder_above_is_written_to_but_for_what_is_read(folder: Path) -> None:
    """A split named like the folder that is read would lead into it."""
    (folder / "articles").rename(folder / "train")
    before = everything(folder / "train")
    assert main(["export", "brat", "train", "-o", ".", "--split", "100,0,0", "--replace"]) == 2
    assert everything(folder / "train") == before
    assert sorted(path.name for path in folder.iterdir()) == ["train"]
    assert main(["export", "brat", "train", "-o", ".", "--replace"]) == 0
    assert everything(folder / "train") == before


@pytest.mark.usefixtures("folder")
def test_a_new_file_of_another_kind_may_lie_beside_the_articles() -> None:
    assert main(["export", "jsonl", "articles", "-o", "articles/out.jsonl"]) == 0
    assert main(["export", "jsonl", "articles", "-o", "articles/out.jsonl"]) == 2
    assert main(["export", "jsonl", "articles", "-o", "articles/out.jsonl", "--replace"]) == 0
