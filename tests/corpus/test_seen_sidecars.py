"""Sidecars that are found below a folder for an annotator whose plan is blind."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus.seen_sidecars import as_seen_by, hides_others
from annotator.corpus.tree import Tree

PLAN = "format: annotation-plan\nversion: 1\nannotators: [ann, ben]\nreviewers: [ben]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "a.annotations.yaml", "a.annotations.ann.yaml", "a.annotations.ben.yaml"):
        (tmp_path / name).write_text("")
    (tmp_path / ".annotator").mkdir()
    return tmp_path


def found(folder: Path, annotator: str) -> set[str]:
    with as_seen_by(annotator, folder):
        names = {path.name for path in Tree().files(folder)}
        assert names == {path.name for path in Tree().files(folder / "a.txt")}
    return names


def test_an_annotator_finds_their_own_and_others_find_all(folder: Path) -> None:
    every = {path.name for path in folder.iterdir() if path.is_file()}
    assert found(folder, "ann") == every
    (folder / ".annotator" / "plan.yaml").write_text(PLAN)
    assert found(folder, "ann") == {"a.txt", "a.annotations.ann.yaml"}
    assert found(folder, "ben") == found(folder, "dee") == found(folder, "") == every
    assert {path.name for path in Tree().files(folder)} == every


def test_a_plan_that_cannot_be_read_hides_others_from_everybody_with_a_name(folder: Path) -> None:
    (folder / ".annotator" / "plan.yaml").write_text("blind: [")
    assert [hides_others(folder, name) for name in ("ann", "dee", "")] == [True, True, False]
