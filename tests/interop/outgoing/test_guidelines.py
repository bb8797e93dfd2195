"""Guidelines beside the data of an export: the folder's own, or what the scheme says."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli import main

SIDECAR = """\
format: annotator
version: 1
article: {file: story.txt}
status: done
annotations:
- {id: a, label: claim, start: 0, end: 9, text: Thousands}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "story.txt").write_text("Thousands leave Aleppo.\n", encoding="utf-8")
    (articles / "story.annotations.yaml").write_text(SIDECAR, encoding="utf-8")
    return tmp_path


def exported(folder: Path, format: str = "csv", *more: str) -> int:
    return main(["export", format, str(folder / "articles"), "-o", str(folder / "out"), *more])


@pytest.mark.parametrize("format", ["csv", "brat", "conll", "huggingface", "label-studio", "cas-xmi", "tei"])
def test_what_the_scheme_says_is_written(folder: Path, format: str) -> None:
    assert exported(folder, format) == 0
    text = (folder / "out" / "guidelines.md").read_text("utf-8")
    assert text.startswith("# Claims, sources and figures\n\nWhat an article asserts")
    assert "\n## claim\n" in text


def test_the_file_of_the_folder_takes_its_place(folder: Path) -> None:
    (folder / "articles" / "guidelines.md").write_text("# Ours\n", encoding="utf-8")
    assert exported(folder) == 0
    assert (folder / "out" / "guidelines.md").read_text("utf-8") == "# Ours\n"
    assert [path.name for path in (folder / "out").glob("*ours*")] == []


def test_one_that_cannot_be_read_is_a_problem_of_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "articles" / "guidelines.md").write_bytes(b"\xff")
    assert exported(folder) == 1
    assert "guidelines.md:1: It is not UTF-8." in capsys.readouterr().out
    assert (folder / "out" / "guidelines.md").read_text("utf-8").startswith("# Claims")


def test_an_export_of_one_file_has_none(folder: Path) -> None:
    assert main(["export", "jsonl", str(folder / "articles"), "-o", str(folder / "out.jsonl")]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["articles", "out.jsonl"]


def test_an_export_never_replaces_the_guidelines_that_it_reads(folder: Path) -> None:
    own = folder / "articles" / "guidelines.md"
    own.write_text("# Ours\n", encoding="utf-8")
    assert main(["export", "jsonl", str(folder / "articles"), "-o", str(own), "--replace"]) == 2
    assert own.read_text("utf-8") == "# Ours\n"
