"""What is found below folders: each file once, as people count, nothing hidden."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.corpus.tree import Tree, count_sidecars

NAMES = ("a10.txt", "a2.txt", "a2.annotations.yaml", "a2.annotations.bob.yaml", "scheme.yaml", "b.pdf", ".c.txt")


@pytest.fixture
def tree_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (*NAMES, "below/d.MD", "below/d.annotations.yaml", ".hidden/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def names(tree: Tree, *paths: str) -> list[str]:
    return [file.as_posix() for path in paths for file in tree.files(Path(path))]


def test_a_folder_and_then_those_in_it(tree_folder: Path) -> None:
    found = ["a2.annotations.bob.yaml", "a2.annotations.yaml", "a2.txt", "a10.txt", "scheme.yaml"]
    assert names(Tree(), ".") == [*found, "below/d.annotations.yaml", "below/d.MD"]


def test_without_articles(tree_folder: Path) -> None:
    found = ["a2.annotations.bob.yaml", "a2.annotations.yaml", "scheme.yaml", "below/d.annotations.yaml"]
    assert names(Tree(articles=False), ".") == found


def test_an_article_comes_with_its_sidecars_and_a_sidecar_alone(tree_folder: Path) -> None:
    of_article = ["a2.annotations.bob.yaml", "a2.annotations.yaml", "a2.txt"]
    assert names(Tree(), "a2.txt") == names(Tree(articles=False), "a2.txt") == of_article
    assert names(Tree(), "a2.annotations.yaml") == ["a2.annotations.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_each_file_is_found_once_by_whatever_name(tree_folder: Path) -> None:
    (tree_folder / "z.annotations.yaml").symlink_to("a2.annotations.yaml")
    (tree_folder / "below" / "up").symlink_to(tree_folder, target_is_directory=True)
    tree = Tree(articles=False)
    once = names(tree, "below/d.annotations.yaml", "./a2.annotations.yaml", str(tree_folder), ".", "a2.txt")
    assert [Path(name).name for name in once] == [
        *("d.annotations.yaml", "a2.annotations.yaml", "a2.annotations.bob.yaml", "scheme.yaml", "a2.txt"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_leads_out_of_the_folder_is_followed(tree_folder: Path) -> None:
    (tree_folder / "below" / "x.annotations.yaml").symlink_to("../a2.annotations.yaml")
    assert names(Tree(articles=False), "below", "a2.annotations.yaml") == [
        "below/d.annotations.yaml",
        "below/x.annotations.yaml",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_folder_that_leads_out_is_not_entered_but_told(tree_folder: Path) -> None:
    outside = tree_folder.with_name("outside")
    outside.mkdir()
    (outside / "theirs.txt").write_text("Secret.")
    before = names(Tree(), ".")
    (tree_folder / "below" / "out").symlink_to(outside, target_is_directory=True)
    tree = Tree()
    assert names(tree, ".") == before
    assert [str(problem) for problem in tree.unreadable] == [
        "below/out: It is a link that leads out of its folder, and is not followed."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("target", ["round", "a2.txt/x", "n" * 300])
def test_a_link_that_cannot_be_followed_hides_nothing_else(tree_folder: Path, target: str) -> None:
    before = names(Tree(), ".")
    (tree_folder / "round").symlink_to(target)
    tree = Tree()
    assert names(tree, ".") == before
    assert tree.unreadable == []


def test_the_sidecars_are_counted(tree_folder: Path) -> None:
    assert count_sidecars([Path(), Path("a2.txt")]) == 3
