"""Lists of a folder: its documents one after another, and its unreadable files."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus import processes
from annotator.corpus.desk.listing import DocumentLists, lists_below
from annotator.storage.files.file_error import Problem

SIDECAR = "format: annotator\nversion: 1\narticle: {file: %s}\nqueries:\n- {id: q, text: Who wrote this?}\n"


def test_articles_of_subfolders_are_listed_by_their_paths(tmp_path: Path) -> None:
    for name in ("one.txt", "sub/two.txt"):
        article = tmp_path / name
        article.parent.mkdir(exist_ok=True)
        article.write_text("Nobody was asked.")
        article.with_suffix(".annotations.yaml").write_text(SIDECAR % article.name)
    (tmp_path / "three.txt").write_text("Nobody was asked.")
    (tmp_path / "three.annotations.yaml").write_text("format: [")
    passed: list[str] = []
    found = [*lists_below([tmp_path], passed.append)]
    listed = [one for one in found if isinstance(one, DocumentLists)]
    assert sorted((one.lists.queries[0].article, one.path) for one in listed) == [
        ("one.txt", tmp_path / "one.txt"),
        ("sub/two.txt", tmp_path / "sub" / "two.txt"),
    ]
    assert sorted(passed) == ["one.txt", "two.txt"]
    assert [one.path.name for one in found if isinstance(one, Problem)] == ["three.annotations.yaml"]


def test_lists_come_from_several_processes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FEWEST", 20)
    monkeypatch.setattr(processes, "LARGE", 7)
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text("Nobody was asked.")
        (tmp_path / f"{number}.annotations.yaml").write_text(SIDECAR % f"{number}.txt")
    found = [*lists_below([tmp_path], jobs=2)]
    assert {one.lists.queries[0].article for one in found if isinstance(one, DocumentLists)} == {
        f"{number}.txt" for number in range(40)
    }
