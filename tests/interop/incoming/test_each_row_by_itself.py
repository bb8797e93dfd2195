"""Good, bad, good: a row, mail, chapter or subtitle that cannot be read is named and takes no other with it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.interop.articles.extracted import Wishes
from annotator.interop.incoming import article_sources
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.interop.report import Report
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.interop.articles.kinds.test_epub import CONTAINER, chapter, package
from tests.interop.articles.kinds.test_workbook import HEAD, cell, row, workbook

NOW = "2026-11-22T06:21:20Z"
FERRY, BRIDGE = "The ferry was late again.", "أعلن الوزير إغلاق الجسر."
BEGIN = "From ines@news.example Thu Dec 15 21:30:00 2016\n"
SHARED = f"<si><t>{FERRY}</t></si><si><t>{BRIDGE}</t></si>"


def in_workbook(path: Path) -> None:
    rows = [row(n, cell(f"A{n}", str(n)), cell(f"B{n}", at, "s")) for n, at in enumerate(("0", "7", "1"), 2)]
    path.write_bytes(workbook({"Data": HEAD + "".join(rows)}, SHARED))


def text(content: str) -> Callable[[Path], None]:
    return lambda path: path.write_text(content, "utf-8") and None


UNCLOSED = f'id,text\n1,"{FERRY}"\n2,"open\nand on\n3,"{BRIDGE}"\n'
NO_RECORD = "It is neither a record, like {“text”: “…”}, nor a text."
ENDLESS = "Its quotation marks are not right. Double those that stand within a cell, and close those around it."
UNEVEN = "It has 3 cells, where the first row has 2. Put quotation marks around cells that have the separator in them."
FILES: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "too many cells": ("in.csv", text(f"id,text\n1,{FERRY}\n2,a,b\n3,{BRIDGE}\n"), f"in.csv:3: {UNEVEN}"),
    "tsv": ("in.tsv", text(f"id\ttext\n1\t{FERRY}\n2\ta\tb\n3\t{BRIDGE}\n"), f"in.tsv:3: {UNEVEN}"),
    "quotes": ("in.csv", text(f'id,text\n1,"{FERRY}"\n2,"he said "no"" x\n3,"{BRIDGE}"\n'), f"in.csv:3: {ENDLESS}"),
    "unclosed": ("in.csv", text(UNCLOSED), f"in.csv:3: {ENDLESS}"),
    "one column": ("in.csv", text(f'text\n{FERRY}\n"bad" x\n{BRIDGE}\n'), f"in.csv:3: {ENDLESS}"),
    "jsonl": ("in.jsonl", text(json.dumps(FERRY) + "\n{\n" + json.dumps(BRIDGE)), "in.jsonl:2: It is not valid JSON: "),
    "ndjson": ("in.ndjson", text(f'{{"text": "{FERRY}"}}\n5\n{{"text": "{BRIDGE}"}}\n'), f"in.ndjson:2: {NO_RECORD}"),
    "json": ("in.json", text(json.dumps([FERRY, None, BRIDGE])), f"in.json: row 2: {NO_RECORD}"),
    "lines in json": (
        "in.json",
        text(f'{{"text": }}\n{{"text": "{FERRY}"}}\n{{"text": "{BRIDGE}"}}\n'),
        "in.json:1: It is not valid JSON: ",
    ),
    "broken list": (
        "in.json",
        text(f'[\n{{"text": "{FERRY}"}},\n{{"text": "{BRIDGE}"}},\n{{"text": ]'),
        "in.json:4: It is not valid JSON: expecting value at character 10. What comes after it was not read.",
    ),
    "list by lines": (
        "in.json",
        text(f'[\n  {{"text": "{FERRY}"}},\n  {{"text": }},\n  {{\n    "text": "{BRIDGE}"\n  }}\n]'),
        "in.json:3: It is not valid JSON: expecting value at character 12.",
    ),
    "too deep": (
        "in.json",
        text(f'[\n"{FERRY}",\n{"[" * 100_000},\n"{BRIDGE}"]'),
        "in.json:3: It is nested too deeply.",
    ),
    "list in a record": (
        "in.json",
        text(f'{{"articles": [{{"text": "{FERRY}"}}, {{"text": "{BRIDGE}"}}, {{'),
        "in.json:1: It is not valid JSON: ",
    ),
    "after the list": (
        "in.json",
        text(f'{{"articles": [{{"text": "{FERRY}"}}, {{"text": "{BRIDGE}"}}], "next": }}'),
        "in.json:1: It is not valid JSON: expecting value at character ",
    ),
    "records by their ids": (
        "in.json",
        text(json.dumps({"a1": {"text": FERRY}, "a2": 5, "a3": {"text": BRIDGE}})),
        f"in.json: row 2: {NO_RECORD}",
    ),
    "xlsx": (
        "in.xlsx",
        in_workbook,
        "in.xlsx: row 3: Its cell “B3” refers to a text that the workbook does not have.",
    ),
    "mbox": (
        "in.mbox",
        text(f"{BEGIN}Subject: a\n\n{FERRY}\n\n{BEGIN}Subject: b\n\n\n\n{BEGIN}Subject: c\n\n{BRIDGE}\n"),
        "in.mbox:6: The message has no text.",
    ),
}


def imported(source: Path) -> Report:
    importer = ArticleImporter(source.parent / "out", built_in_scheme(), Wishes())
    importer.take(source, NOW)
    return importer.report


def texts(folder: Path) -> list[str]:
    return sorted(path.read_text("utf-8") for path in folder.glob("*.txt"))


@pytest.mark.parametrize("case", FILES)
def test_good_bad_good(tmp_path: Path, case: str) -> None:
    name, make, problem = FILES[case]
    make(tmp_path / name)
    report = imported(tmp_path / name)
    (found,) = report.problems
    assert str(found).removeprefix(f"{tmp_path}/").startswith(problem)
    assert found.sentence.endswith(".")
    assert report.documents == 2
    first, second = texts(tmp_path / "out")
    assert (FERRY in first, BRIDGE in second) == (True, True)


def test_good_bad_good_in_a_book(tmp_path: Path) -> None:
    chapters = {"a.xhtml": chapter("A", FERRY), "b.xhtml": "<p>" + "<div>" * 5000, "c.xhtml": chapter("C", BRIDGE)}
    with zipfile.ZipFile(tmp_path / "in.epub", "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", package(chapters))
        for name, data in chapters.items():
            archive.writestr(f"OEBPS/{name}", data)
    report = imported(tmp_path / "in.epub")
    assert ["in.epub: OEBPS/b.xhtml: " in str(problem) for problem in report.problems] == [True]
    (whole,) = texts(tmp_path / "out")
    assert (FERRY in whole, BRIDGE in whole) == (True, True)


def test_each_is_in_the_report_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"id,text\n1,{FERRY}\n2,a,b\n3,{BRIDGE}\n4,a,b\n", "utf-8")
    assert main(["import", "articles", str(source), "-o", str(tmp_path / "out"), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["done"] == "Imported 2 articles."
    assert report["problems"] == [{"file": str(source), "line": line, "problem": UNEVEN} for line in (3, 5)]


def test_a_list_of_many_faults_ends_soon(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(f'[\n"{FERRY}",\n' + '"\n' * 5000, "utf-8")
    report = imported(tmp_path / "in.json")
    assert len(report.problems) == 200
    assert report.problems[-1].sentence.endswith("What comes after it was not read.")
    assert texts(tmp_path / "out") == [f"{FERRY}\n"]


def test_of_a_file_without_a_good_row_a_few_are_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("no\n" * 5000, "utf-8")
    report = imported(tmp_path / "in.jsonl")
    assert [problem.line for problem in report.problems] == [*range(1, 21)]
    assert report.documents == 0


def test_a_text_that_is_too_large_is_named_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_sources, "MAX_ARTICLE_BYTES", 100)
    (tmp_path / "in.csv").write_text(f"id,text\n1,{FERRY}\nlong,{'x' * 101}\n3,{BRIDGE}\n", "utf-8")
    report = imported(tmp_path / "in.csv")
    assert ["in.csv: “long”: Its text is larger than" in str(problem) for problem in report.problems] == [True]
    assert report.documents == 2


def test_what_remains_of_a_broken_row_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f'id,text\n1,"He said "no"\nand, left\nsoon"\n2,"{FERRY}"\n', "utf-8")
    report = imported(tmp_path / "in.csv")
    assert [problem.line for problem in report.problems] == [2]
    assert f"{FERRY}\n" in texts(tmp_path / "out")


def test_where_the_rest_is_not_read_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f'text\n{FERRY}\n"open\nand on\n', "utf-8")
    report = imported(tmp_path / "in.csv")
    assert [str(problem) for problem in report.problems] == [
        f"{tmp_path}/in.csv:3: {ENDLESS} What comes after it was not read."
    ]


def test_marks_that_are_never_closed_end_soon(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f"id,text\n1,{FERRY}\n" + 'a","c\n' * 20_000, "utf-8")
    report = imported(tmp_path / "in.csv")
    assert len(report.problems) < 20
    assert report.problems[-1].sentence.endswith("What comes after it was not read.")
    assert texts(tmp_path / "out") == [f"{FERRY}\n"]
