"""``annotator evidence``: what it prints and what it returns."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from annotator.commands.evidence import command
from annotator.storage.evidence.keeping import keep_bytes

SIDECAR = """\
format: annotator
version: 1
article: {{file: story.txt}}
status: done
annotations:
- {{id: a, label: claim, start: 0, end: 20, text: Nine wards reported.}}
- {{id: b, label: claim, start: 21, end: 37, text: Turnout was low.}}
evidence:
- id: e
  for: [a, b]
  stance: supports
  kind: document
  title: "=Count of the wards"
  page: "4"
  file: {file}
- id: f
  for: [b]
  link: https://example.org/turnout
- id: g
  for: [a]
  title: Secret witness
  confidential: true
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text("Nine wards reported. Turnout was low.\n")
    file = keep_bytes(tmp_path, b"report", ".pdf").file
    (tmp_path / "story.annotations.yaml").write_text(SIDECAR.format(file=file))
    return tmp_path


def test_each_piece_is_a_line_and_what_is_confidential_is_only_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command([str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "story.txt: E1  document  supports  =Count of the wards  4  2 claims  file there",
        "story.txt: E3  https://example.org/turnout  1 claim",
        "2 pieces of evidence",
    ]
    assert err == "annotator evidence: 1 piece is confidential and not listed.\n"


def test_a_missing_or_altered_file_is_told_by_the_line_and_the_exit_code(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [file] = (folder / ".annotator" / "evidence").iterdir()
    file.write_bytes(b"rEport")
    assert command([str(folder)]) == 1
    assert "file altered" in capsys.readouterr().out
    file.unlink()
    assert command([str(folder / "story.txt")]) == 1
    assert "file missing" in capsys.readouterr().out


def test_as_a_table_for_spreadsheets_without_formulas_and_without_what_is_confidential(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert command(["--csv", str(folder)]) == 0
    text = capsysbinary.readouterr().out.decode("utf-8-sig")
    first, second = csv.DictReader(StringIO(text, newline=""))
    assert (first["number"], first["title"], first["file_state"], first["file_bytes"]) == (
        "E1",
        "'=Count of the wards",
        "there",
        "6",
    )
    assert first["claims"] == "Nine wards reported.\nTurnout was low."
    assert (second["number"], second["link"], second["file_bytes"]) == ("E3", "https://example.org/turnout", "")
    assert "Secret" not in text


def test_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["--json", str(folder)]) == 0
    out = capsys.readouterr().out
    values = json.loads(out)
    assert [one["number"] for one in values["evidence"]] == ["E1", "E3"]
    assert values["evidence"][0]["claims"] == ["Nine wards reported.", "Turnout was low."]
    assert values["confidential"] == 1
    assert "Secret" not in out


def test_a_sidecar_that_cannot_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "story.annotations.yaml").write_text("{")
    assert command([str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out == "0 pieces of evidence\n"
    assert "story.annotations.yaml" in err


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([str(tmp_path / "gone")]) == 2
    assert "There is no such file or folder." in capsys.readouterr().err
