"""``annotator names``: what it prints and what it returns."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from annotator.commands.names import command

FIRST = "Mayor Dana Reiff thanked the Committee of the Blue Anchor. On Tuesday, 12 January 2022, it snowed.\n"
SECOND = "They asked the Committee for the Blue Anchor. =Sum was not there, said Dana Reiff.\n"
TABLE = """\
count  articles  name                           kind          ticked  also written
    2         2  Dana Reiff                     person
    1         1  Committee for the Blue Anchor  organisation
    1         1  Committee of the Blue Anchor   organisation
    1         1  Tuesday, 12 January 2022       date          yes
a.txt: A weekday that does not fit its date: “Tuesday, 12 January 2022”: that day is a Wednesday. \
The nearest Tuesday of that month is the one on day 11.
a.txt, b.txt: Variants of a fixed name: “Committee of the Blue Anchor” stands here 1 ×, \
“Committee for the Blue Anchor” 1 ×.

4 names, 2 do not fit
"""
TICK = 'names:\n- {id: t, name: "Tuesday, 12 January 2022"}\n'
DISMISSED = 'dismissed:\n- {id: d, kind: weekday, written: ["Tuesday, 12 January 2022"], why: It says so itself.}\n'


def sidecar(article: str, more: str = "", annotator: str = "") -> str:
    head = f"format: annotator\nversion: 1\narticle: {{file: {article}, language: en}}\nstatus: done\n"
    return f"{head}annotator: {annotator}\n{more}" if annotator else head + more


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: two articles, each with a document, and one without any."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", "Nobody has annotated Selby.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.annotations.yaml").write_text(sidecar("a.txt", TICK), encoding="utf-8")
    (tmp_path / "b.annotations.yaml").write_text(sidecar("b.txt"), encoding="utf-8")
    return tmp_path


def test_the_table_and_what_does_not_fit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["."]) == 1
    assert capsys.readouterr() == (TABLE, "")


def test_a_second_annotator_of_an_article_counts_nothing_twice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.annotations.bob.yaml").write_text(sidecar("a.txt", TICK, "bob"), encoding="utf-8")
    assert command(["."]) == 1
    assert capsys.readouterr().out == TABLE


def test_what_is_dismissed_is_not_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.annotations.yaml").write_text(sidecar("a.txt", DISMISSED), encoding="utf-8")
    assert command(["a.txt"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "3 names, 0 do not fit, 1 dismissed"


def test_json_has_places_in_code_points(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([".", "--json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    reiff = printed["names"][0]
    assert (reiff["name"], reiff["titles"]) == ("Dana Reiff", ["Mayor"])
    assert reiff["written"][0]["places"][0] == {"article": "a.txt", "start": 6, "end": 16}
    assert [finding["rule"] for finding in printed["findings"]] == ["weekday", "fixed-name"]


def test_csv_has_a_row_for_each_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([".", "--csv"]) == 1
    rows = [*csv.DictReader(capsys.readouterr().out.removeprefix("\ufeff").splitlines())]
    assert [*rows[0].values()] == ["Dana Reiff", "person", "2", "2", "", "Mayor", "Dana Reiff 2 ×", ""]
    assert rows[-1]["ticked"] == "yes"
    assert rows[-1]["does_not_fit"] == "“Tuesday, 12 January 2022”: that day is a Wednesday."


def test_a_cell_is_no_formula(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = "annotations:\n- {id: a, label: source, start: 46, end: 50, text: =Sum, attributes: {entity: =Sum}}\n"
    (folder / "b.annotations.yaml").write_text(sidecar("b.txt", mark), encoding="utf-8")
    assert command(["b.txt", "--csv"]) == 0
    assert "\n'=Sum," in capsys.readouterr().out


def test_what_cannot_be_read_is_told_and_the_rest_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    assert command(["."]) == 1
    printed = capsys.readouterr()
    assert "b.annotations.yaml:1: It is not valid YAML" in printed.err
    assert "Dana Reiff" in printed.out


def test_wrong_use_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["missing"]) == 2
    assert capsys.readouterr().err == "annotator names: missing: There is no such file or folder.\n"


def test_an_empty_folder_has_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert command(["empty"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 names, 0 do not fit"
