"""Groups of articles by what is known of them, and what is remembered of the groups of a folder."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from annotator.corpus.summary import Summary
from annotator.model.annotation import Value
from annotator.session.background.jobs import Jobs
from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.folder import Folder
from annotator.session.opening.grouping import group_of, rank_of
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.preferences.settings_store import SettingsStore


def known(status: str = "", problem: str = "", **facts: Value) -> Summary:
    return Summary("", status, 0, problem, MappingProxyType(facts))


@pytest.mark.parametrize(
    ("kind", "article", "key"),
    [
        ("status", known(), "new"),
        ("status", known("done"), "done"),
        ("status", known("done", "It cannot be read."), "problem"),
        ("status", known("half-way"), "half-way"),
        ("outlet", known(outlet=" Norhaven Courier "), "Norhaven Courier"),
        ("outlet", known(), ""),
        ("outlet", known(outlet=["a", "b"]), ""),
        ("month", known(published="2026-11-05"), "2026-11"),
        ("month", known(published="2026-11"), "2026-11"),
        ("month", known(published="2026-115"), ""),
        ("month", known(published="last week"), ""),
    ],
)
def test_the_group_of_an_article(kind: str, article: Summary, key: str) -> None:
    assert group_of(kind, article) == key


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("status", ["problem", "in-work", "new", "done", "nothing-found", "reviewed", "half-way"]),
        ("outlet", ["Courier", "evening Post", "Post 2", "Post 10", ""]),
        ("month", ["2026-11", "2026-02", "2025-12", ""]),
    ],
)
def test_the_order_of_groups(kind: str, keys: list[str]) -> None:
    turned = keys[::-1]
    assert sorted(turned, key=lambda key: rank_of(kind, key, 0)) == keys


@pytest.fixture
def store(disk: Jobs, tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json", disk)


@pytest.fixture
def folder(disk: Jobs, tmp_path: Path) -> Folder:
    for name in ("a.txt", "north/b.txt"):
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_text("Title\n", "utf-8")
    folder = Folder(disk, SchemeCache())
    folder.open(tmp_path / "news", "")
    disk.finish()
    return folder


def test_several_folders_are_groups_and_one_is_a_list(
    folder: Folder, store: SettingsStore, disk: Jobs, tmp_path: Path
) -> None:
    groups = ArticleGroups(folder, store)
    assert groups.kind == "folder"
    folder.open(tmp_path / "news" / "north", "")
    disk.finish()
    assert groups.kind == "none"


def test_what_was_chosen_is_remembered_for_each_folder(
    folder: Folder, store: SettingsStore, disk: Jobs, tmp_path: Path
) -> None:
    told: list[str] = []
    groups = ArticleGroups(folder, store)
    groups.changed.connect(lambda: told.append(groups.kind))
    groups.choose("status")
    groups.choose("status")
    groups.close(["done"], closed=True)
    folder.open(tmp_path / "news" / "north", "")
    disk.finish()
    assert (groups.kind, groups.closed) == ("none", frozenset())
    folder.open(tmp_path / "news", "")
    disk.finish()
    again = ArticleGroups(folder, SettingsStore(tmp_path / "settings.json", disk))
    assert (again.kind, again.closed) == ("status", {"done"})
    assert told == ["status"]


def test_a_group_of_one_kind_is_none_of_another(folder: Folder, store: SettingsStore) -> None:
    groups = ArticleGroups(folder, store)
    groups.close(["", "north"], closed=True)
    groups.choose("outlet")
    assert groups.closed == frozenset()
    groups.choose("folder")
    groups.close(["north"], closed=False)
    assert groups.closed == {""}


def test_nothing_is_written_into_the_folder(folder: Folder, store: SettingsStore, tmp_path: Path) -> None:
    groups = ArticleGroups(folder, store)
    groups.choose("month")
    groups.close(["2026-11"], closed=True)
    assert sorted(path.name for path in (tmp_path / "news").rglob("*")) == ["a.txt", "b.txt", "north"]
