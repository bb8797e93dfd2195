"""Which articles a folder has."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.tree import Tree
from annotator.model.article import Article
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES, is_article_name
from annotator.storage.articles.folders import articles_in, natural_order, sidecar_stamps
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.history import keep
from annotator.storage.saving.kept_texts import keep_text


def names(folder: Path) -> list[str]:
    return [path.name for path in articles_in(folder)]


def test_articles_come_as_people_count(tmp_path: Path) -> None:
    expected = ["2.txt", "10.txt", "a2b3.txt", "a2b20.md", "A10.txt", "b.txt", "b²³.txt"]
    for name in random.Random(1).sample(expected, len(expected)):
        (tmp_path / name).touch()
    assert names(tmp_path) == expected


def test_only_articles_are_listed(tmp_path: Path) -> None:
    for name in ["a.txt", "a.annotations.yaml", "scheme.yaml", ".hidden.txt", "a.pdf", "b.annotations.alice.yaml"]:
        (tmp_path / name).touch()
    (tmp_path / "folder.txt").mkdir()
    assert names(tmp_path) == ["a.txt"]


def test_links_to_articles_are_listed_and_broken_ones_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").symlink_to("missing.txt")
    (tmp_path / "d.txt").symlink_to("d.txt")
    (tmp_path / "e.txt").symlink_to("n" * 300)
    assert names(tmp_path) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("target", ["missing.yaml", "b.annotations.yaml", "n" * 300])
def test_a_link_that_leads_nowhere_hides_no_change_of_the_other_sidecars(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.annotations.yaml").touch()
    (before,) = sidecar_stamps(tmp_path).items()
    (tmp_path / "b.annotations.yaml").symlink_to(target)
    assert before in sidecar_stamps(tmp_path).items()


def test_odd_names_are_listed(tmp_path: Path) -> None:
    odd = ["line\nbreak.txt", "x" * 251 + ".txt", "1" * 200 + ".txt"]
    for name in odd:
        (tmp_path / name).touch()
    assert sorted(names(tmp_path)) == sorted(odd)


def test_what_is_no_folder_has_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(FileError, match="a file, not a folder"):
        articles_in(tmp_path / "a.txt")
    with pytest.raises(FileError, match="not there"):
        articles_in(tmp_path / "missing")
    assert articles_in(tmp_path)


def test_nothing_behind_the_scenes_is_an_article(tmp_path: Path) -> None:
    article = Article.of("a.txt", "Text.")
    (tmp_path / "a.txt").write_text("Text.")
    sidecar = tmp_path / "a.annotations.yaml"
    keep_text(tmp_path, article)
    keep(sidecar, b"old", "2026-11-22T06:21:20Z")
    (tmp_path / ".annotator" / "b.txt").touch()
    (tmp_path / ".annotator" / "b.annotations.yaml").touch()
    assert names(tmp_path) == ["a.txt"]
    assert [path.name for path in Tree().files(tmp_path)] == ["a.txt"]


NAMES = st.text("aB1203.Ⅻé²", max_size=12)


@given(st.lists(NAMES))
def test_the_fast_order_is_that_of_pairs_of_text_and_number(given_names: list[str]) -> None:
    def pairs(name: str) -> tuple[list[tuple[str, int]], str]:
        found = re.findall(r"([^0-9]*)([0-9]*)", name.casefold())[:-1]
        return [*((text, int(number or -1)) for text, number in found if number), (last_text(name), -1)], name

    def last_text(name: str) -> str:
        return re.split(r"[0-9]+", name.casefold())[-1]

    assert sorted(given_names, key=natural_order) == sorted(given_names, key=pairs)


@given(st.text("a.", max_size=3), st.sampled_from(["", ".txt", ".TXT", ".Md", ".txt.", ".pdf", "txt"]))
def test_a_name_has_the_suffix_that_its_path_has(stem: str, suffix: str) -> None:
    name = stem + suffix
    assert is_article_name(name) == (Path(name).suffix.lower() in ARTICLE_SUFFIXES)
