"""``annotator assign``: what it writes, prints and returns, and what ``annotator check`` says of it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.storage.plans.plan_renaming import rename_in_plan

SIDECAR = "format: annotator\nversion: 1\narticle: {{file: {name}.txt}}\nannotator: {by}\nstatus: done\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(10):
        (tmp_path / f"story{number}.txt").write_text(f"Story {number}\n\n{'It went on. ' * (number + 1)}\n")
    return tmp_path


def assigned(folder: Path, *options: str) -> int:
    return main(["assign", str(folder), *options])


def values(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    capsys.readouterr()
    assert assigned(folder, *options, "--json") == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_plan_is_written_and_grows_with_the_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assigned(folder, "--annotators", "ann, ben,cem", "--double", "20%", "--seed", "7") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == ["ann", "ben", "cem"]
    assert lines[3:] == [
        "10 assigned, 2 of them to two or more; blind",
        f"Written to {folder / '.annotator' / 'plan.yaml'}",
        "Each annotator opens the folder with: annotator FOLDER --annotator NAME",
    ]
    before = (folder / ".annotator" / "plan.yaml").read_bytes()
    assert assigned(folder) == 0
    assert (folder / ".annotator" / "plan.yaml").read_bytes() == before
    (folder / "later").mkdir()
    (folder / "later" / "new.txt").write_text("New\n")
    assert values(folder, capsys, "--open")["blind"] is False
    assert "later/new.txt" in (folder / ".annotator" / "plan.yaml").read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_an_article_whose_name_is_not_unicode_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / os.fsdecode(b"bad\xff.txt")).write_text("Bad\n")
    assert assigned(folder, "--annotators", "ann") == 1
    told = capsys.readouterr()
    assert "Its name is not Unicode. Rename the article: no plan can have its name." in told.err
    assert "10 assigned" in told.out


def test_a_new_name_that_is_not_unicode_leaves_the_plan_as_it_is(folder: Path) -> None:
    assert assigned(folder, "--annotators", "ann") == 0
    plan, old = folder / ".annotator" / "plan.yaml", folder / "story1.txt"
    before = plan.read_bytes()
    old.unlink()
    rename_in_plan(old, folder / os.fsdecode(b"bad\xff.txt"))
    assert plan.read_bytes() == before


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert values(folder, capsys, "--annotators", "ann", "--dry-run")["written"] == ""
    assert not (folder / ".annotator").exists()


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--annotators", "ann", "--double", "20"],
        ["--annotators", "a/b"],
        ["--annotators", "ann,ben", "--double", "120%"],
        ["--annotators", "ann", "--seed", "-1"],
    ],
)
def test_wrong_use_is_told(folder: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = assigned(folder, *options)
    except SystemExit as end:
        code = int(str(end.code))
    assert code == 2
    assert capsys.readouterr().err
    assert not (folder / ".annotator").exists()


def test_check_tells_who_has_not_annotated_and_who_was_not_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text("One\n")
    assert assigned(tmp_path, "--annotators", "ann", "--reviewers", "dee") == 0
    capsys.readouterr()
    plan = tmp_path / ".annotator" / "plan.yaml"
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines()[0] == f"{plan}:10: “ann” has not annotated “one.txt”."
    for by in ("ann", "ben", "dee", "gold"):
        (tmp_path / f"one.annotations.{by}.yaml").write_text(SIDECAR.format(name="one", by=by))
    assert main(["check", str(tmp_path)]) == 1
    told = f"{tmp_path / 'one.annotations.ben.yaml'}:1: By the plan ben was not to annotate this article."
    assert capsys.readouterr().out.splitlines() == [told, "1 problem in 4 sidecars"]
    (tmp_path / "one.txt").rename(tmp_path / "two.txt")
    main(["check", str(tmp_path)])
    assert f"{plan}:10: The article “one.txt” is not there." in capsys.readouterr().out.splitlines()
    plan.write_text("format: annotation-plan\nversion: 1\nannotators: 3\n")
    main(["check", str(tmp_path)])
    assert capsys.readouterr().out.splitlines()[0] == f"{plan}:3: “annotators:” must be a list."
