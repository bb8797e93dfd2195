"""``annotator lists``: what it prints and what it returns."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from annotator.commands.lists import command

TEXT = "The quay cost 40 million. “Nobody asked us,” said Okoro."
SIDECAR = """\
format: annotator
version: 1
article: {file: quay.txt}
scheme: claims-sources-figures
status: done
annotations:
- id: a
  label: claim
  start: 0
  end: 24
  text: The quay cost 40 million
  state: change
  wording: {old: 40 million, new: four million}
- id: b
  label: claim
  start: 27
  end: 42
  text: Nobody asked us
- id: s
  label: source
  start: 50
  end: 55
  text: Okoro
relations:
- {id: r1, type: attributed_to, from: b, to: s}
- {id: r2, type: attributed_to, from: a, to: s}
queries:
- {id: q1, about: a, text: "=Which year?", by: sam, asked: "2026-11-28T10:00:00Z"}
- {id: q2, text: Who wrote this?, answer: Lee, answered: "2026-11-28T11:00:00Z"}
criticism:
- {id: k1, of: [b], against: the port, put: "2026-11-28"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "quay.annotations.yaml").write_text(SIDECAR, encoding="utf-8")
    return tmp_path


def test_all_lists_are_printed_with_what_is_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Queries to the author: 1",
        "  quay.txt  1.  The quay cost 40 million  =Which year?  sam  2026-11-28T10:00:00Z",
        "",
        "Calls: 2",
        "  Okoro",
        "    quay.txt  1.  The quay cost 40 million  change  wording, state, query",
        "    quay.txt  2.  (a direct quote: ask for the facts)  state, criticism",
        "",
        "Criticism without an answer: 1",
        "  quay.txt  2  Nobody asked us  the port  2026-11-28",
        "",
        "Proposed changes: 1",
        "  quay.txt  1.  40 million  → four million",
        "",
        "Still open: 2",
        "  quay.txt  1.  The quay cost 40 million  change  wording, state, query",
        "  quay.txt  2.  Nobody asked us  state, criticism",
        "",
    ]


def test_what_has_been_answered_is_listed_when_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([str(folder / "quay.txt"), "--queries", "--all"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Queries to the author: 2",
        "  quay.txt  Who wrote this?  Lee  2026-11-28T11:00:00Z",
    ]


def test_criticism_with_an_answer_is_not_called_unanswered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([str(folder), "--criticism", "--all"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "Criticism: 1"


def test_one_list_is_a_table_in_which_no_cell_is_a_formula(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert command([str(folder), "--queries", "--csv"]) == 0
    head, row = csv.reader(StringIO(capfdbinary.readouterr().out.decode("utf-8-sig")))
    assert dict(zip(head, row, strict=True)) == {
        "article": "quay.txt",
        "annotator": "",
        "number": "1",
        "claim": "The quay cost 40 million",
        "question": "'=Which year?",
        "by": "sam",
        "asked": "2026-11-28T10:00:00Z",
        "open": "yes",
        "answer": "",
        "answered": "",
    }


def test_json_has_the_lists_that_are_chosen_and_calls_without_quotes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command([str(folder), "--calls", "--criticism", "--json"]) == 0
    out = capsys.readouterr().out
    values = json.loads(out)
    assert sorted(values) == ["calls", "criticism"]
    assert [(row["source"], row["claim"], row["reasons"]) for row in values["calls"]] == [
        ("Okoro", "The quay cost 40 million", ["wording", "state", "query"]),
        ("Okoro", "", ["state", "criticism"]),
    ]
    assert command([str(folder), "--calls", "--json"]) == 0
    assert "Nobody asked us" not in capsys.readouterr().out


def test_several_lists_are_no_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command([str(folder), "--csv"])
    assert "--csv prints one list" in capsys.readouterr().err


def test_a_sidecar_that_cannot_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "quay.annotations.yaml").write_text("format: [", encoding="utf-8")
    assert command([str(folder)]) == 1
    assert "quay.annotations.yaml" in capsys.readouterr().err
