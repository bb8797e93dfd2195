"""Two articles of one stem in a folder: both are annotated, and nothing of one comes into the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from annotator.corpus.checking.problems import Check
from tests.support.program import Key, Program

Start = Callable[..., Program]


def write_twins(folder: Path) -> None:
    (folder / "Budget.md").write_text("# Hundreds leave Homs.\n", encoding="utf-8")
    (folder / "Budget.txt").write_text("Thousands leave Aleppo.\n", encoding="utf-8")


def mark(program: Program, words: str) -> None:
    program.select(words)
    program.type("f")
    program.wait_saved()


@pytest.mark.parametrize("first", ["Budget.md", "Budget.txt"])
def test_both_are_annotated_and_found_again(start: Start, tmp_path: Path, first: str) -> None:
    write_twins(tmp_path)
    words = {"Budget.md": "Hundreds", "Budget.txt": "Thousands"}
    program = start(tmp_path / first)
    mark(program, words.pop(first))
    (second,) = words
    step = Key.Key_Down if second == "Budget.txt" else Key.Key_Up
    program.press(step, Qt.KeyboardModifier.AltModifier)
    program.wait_opened(second)
    assert program.marks == []
    assert "sidecar" not in program.banners
    mark(program, words[second])
    program.close()
    assert sorted(path.name for path in tmp_path.glob("*.yaml")) == [
        "Budget.annotations.yaml",
        "Budget.md.annotations.yaml",
    ]
    for name, word in (("Budget.md", "Hundreds"), ("Budget.txt", "Thousands")):
        again = start(tmp_path / name)
        assert again.marks == [("figure", word)]
        again.close()
    assert [*Check().below(tmp_path)] == []


def test_one_is_renamed_and_the_other_keeps_its_own(start: Start, tmp_path: Path) -> None:
    write_twins(tmp_path)
    program = start(tmp_path / "Budget.md")
    mark(program, "Hundreds")
    program.close()
    (tmp_path / "Budget.md").rename(tmp_path / "Report.md")
    program = start(tmp_path / "Report.md")
    program.wait_for(lambda: program.marks == [("figure", "Hundreds")])
    program.close()
    assert (tmp_path / "Report.annotations.yaml").is_file()
    assert not (tmp_path / "Budget.md.annotations.yaml").exists()


def test_an_article_that_comes_later_does_not_lock_the_first_one_out(start: Start, tmp_path: Path) -> None:
    (tmp_path / "Budget.md").write_text("# Hundreds leave Homs.\n", encoding="utf-8")
    program = start(tmp_path / "Budget.md")
    mark(program, "Hundreds")
    program.close()
    (tmp_path / "Budget.txt").write_text("Thousands leave Aleppo.\n", encoding="utf-8")
    program = start(tmp_path / "Budget.txt")
    mark(program, "Thousands")
    program.close()
    assert (tmp_path / "Budget.txt.annotations.yaml").is_file()
    again = start(tmp_path / "Budget.md")
    assert again.marks == [("figure", "Hundreds")]
