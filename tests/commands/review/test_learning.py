"""``annotator corrections`` and ``annotator disagreements``: what they print, write and return."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.cli import main
from tests.support.review.annotators import copy_annotators
from tests.support.stories import bytes_below

GOLD = """\
format: annotator
version: 1
article: {file: ferry.txt}
annotator: gold
status: in-work
annotations:
- {id: g1, label: claim, start: 156, end: 180, text: Repairs cost 1.2 million}
decisions:
- id: d1
  over: {ann: "0", ben: "0"}
  of: {ann: a9}
  took: own
  result: g1
  why: missed
  by: dee
  at: "2026-11-24T08:00:00Z"
- id: d2
  over: {ben: "0"}
  of: {ben: b4}
  took: none
  by: dee
"""


NOTHING = """\
format: annotator
version: 1
article: {file: deny.txt}
annotator: ben
status: done
annotations: []
"""
ONE_MORE = """\
format: annotator
version: 1
article: {file: deny.txt}
annotator: gold
status: in-work
annotations:
- {id: g1, label: claim, start: 0, end: 12, text: “We deny it”}
decisions:
- {id: d1, over: {ben: "0"}, took: own, result: g1, by: dee}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_annotators(tmp_path / "news")
    (tmp_path / "news" / "ferry.annotations.gold.yaml").write_text(GOLD)
    return tmp_path / "news"


def test_corrections_of_one_annotator(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["corrections", str(folder), "--annotator", "ben"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("ferry.txt: superfluous figure “some 4,000” → nothing by dee changed since")
    assert lines[1].startswith("ferry.txt: missed nothing → claim “Repairs cost 1.2 million” (missed) by dee")
    assert "begins after the word “that”" in lines[1]
    assert lines[2:] == [
        "2 corrections: missed 1, superfluous 1",
        "0 of 2 decisions followed ben; 0 × rightly nothing",
    ]
    main(["corrections", str(folder), "--annotator", "ben", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [(one["kind"], one["start"], one["end"]) for one in found["corrections"]] == [
        ("superfluous", 116, 126),
        ("missed", 156, 180),
    ]


def test_corrected_words_have_one_pair_of_quotation_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "deny.txt").write_text("“We deny it”, they said.\n", "utf-8")
    (tmp_path / "deny.annotations.ben.yaml").write_text(NOTHING, "utf-8")
    (tmp_path / "deny.annotations.gold.yaml").write_text(ONE_MORE, "utf-8")
    main(["corrections", str(tmp_path), "--annotator", "ben"])
    assert capsys.readouterr().out.splitlines()[0].startswith("deny.txt: missed nothing → claim “We deny it”")


def test_a_page_of_differences_is_written_and_nothing_else_is_touched(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, out = bytes_below(folder), tmp_path / "page.html"
    assert main(["disagreements", str(folder), "-o", str(out)]) in (0, 1)
    assert "differences in 3 articles" in capsys.readouterr().out
    assert bytes_below(folder) == before
    page = out.read_bytes()
    assert page.startswith(b"<!doctype html>")
    assert main(["disagreements", str(folder), "-o", str(out)]) == 2
    assert main(["disagreements", str(folder), "-o", str(folder / "ferry.txt")]) == 2
    capsys.readouterr()
    assert main(["disagreements", str(folder), "-o", "-"]) in (0, 1)
    assert capsys.readouterr().out == out.read_text("utf-8")
    assert main(["disagreements", str(folder), "-o", str(out), "--names", "--replace"]) in (0, 1)
    assert out.read_bytes() != page
