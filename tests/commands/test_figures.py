"""``annotator figures``: what it prints and what it returns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.commands.figures import command

TEXT = "On board were 12 men, among them 15 boys, said Ina Kohl.\n"
HEAD = "format: annotator\nversion: 1\narticle: {file: boat.txt}\n"
FIGURES = """\
annotations:
- {id: a, label: figure, start: 14, end: 16, text: "12", attributes: {value: 12, modifier: exact, counted: men}}
- {id: b, label: figure, start: 33, end: 35, text: "15", attributes: {value: 15, low: 15.5, counted: boys}}
"""
DISMISSED = "dismissed:\n- {id: d, kind: parts, of: [a, b], why: a joke}\n- {id: e, kind: range, of: [b], why: no}\n"
TABLE = """\
boat.txt
  sentence  value  said as  unit  counted  as of  source  words
         1     12  exact          men                     12
         1     15                 boys                    15
A part larger than its whole: “15” is said to be a part of “12”, but is more.
A range that does not fit: “15” has the value 15, which is less than its least value, 15.5.

2 figures, 2 do not fit
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with an article of which two figures do not fit."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "boat.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "boat.annotations.yaml").write_text(HEAD + FIGURES, encoding="utf-8")
    return tmp_path


def test_the_table_and_what_does_not_fit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["."]) == 1
    assert capsys.readouterr() == (TABLE, "")


def test_what_is_dismissed_is_counted_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "boat.annotations.yaml").write_text(HEAD + FIGURES + DISMISSED, encoding="utf-8")
    assert command(["boat.txt"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 figures, 0 do not fit, 2 dismissed"


def test_json_is_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([".", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["words"], one["value"], one["low"]) for one in found["figures"]] == [
        ("12", 12, None),
        ("15", 15, 15.5),
    ]
    assert [(one["rule"], one["article"]) for one in found["findings"]] == [
        ("parts", "boat.txt"),
        ("range", "boat.txt"),
    ]
    assert found["findings"][0]["places"][0] == {"start": 14, "end": 16, "annotation": "a"}
    assert found["dismissed"] == 0


def test_csv_is_for_spreadsheets(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert command([".", "--csv"]) == 1
    printed = capsysbinary.readouterr().out.decode("utf-8")
    assert printed.startswith("\ufeffarticle,annotator,sentence,words,value,")
    assert printed.count("\r\n") == 3


def test_a_folder_without_figures_has_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "boat.annotations.yaml").write_text(HEAD, encoding="utf-8")
    assert command(["."]) == 0
    assert capsys.readouterr().out == "0 figures, 0 do not fit\n"


def test_what_cannot_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "boat.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    assert command(["."]) == 1
    assert capsys.readouterr().err.startswith("boat.annotations.yaml:1: It is not valid YAML")


def test_control_characters_of_the_article_do_not_reach_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = FIGURES.replace("counted: boys", r'counted: "boys\e[2J\n\x07"')
    (folder / "boat.annotations.yaml").write_text(HEAD + bad, encoding="utf-8")
    command(["."])
    assert not {"\x1b", "\x07"} & set(capsys.readouterr().out)


def test_wrong_use_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["missing"]) == 2
    assert capsys.readouterr().err == "annotator figures: missing: There is no such file or folder.\n"
