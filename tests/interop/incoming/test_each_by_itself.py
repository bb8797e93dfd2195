"""Good, bad, good: in every format that is read, what fails is named with its place and takes nothing else with it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.corpus.entries import entries_below
from annotator.interop.format import EVERYTHING, Format, Incoming
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.registry import format_named, formats
from annotator.interop.report import Report
from annotator.model.annotation import Annotation
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme, scheme_of
from tests.support.hard_entries import document, exported, unheard

TEXTS = {
    "brücke.txt": "Die Brücke wird für 3,2 Mio. Euro erneuert.\n",
    "jisr.txt": "أعلن الوزير إغلاق الجسر.\n",
    "rail.txt": "Two trains a day stop at the bridge.\n",
}
NOW = "2026-11-22T06:21:20Z"


def entries() -> list[Entry]:
    items = {name: Annotation("a1", "claim", Span(0, 3)) for name in TEXTS}
    return [
        Entry(name, document(name, text, items[name], status="in-work"), built_in_scheme())
        for name, text in TEXTS.items()
    ]


def in_lines(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], "{\n", *lines[2:]]), "utf-8")


def in_tasks(path: Path) -> None:
    tasks = json.loads((path / "tasks.json").read_text("utf-8"))
    tasks[1]["annotations"][0]["result"][0]["value"] = 5
    (path / "tasks.json").write_text(json.dumps(tasks), "utf-8")


def in_items(path: Path) -> None:
    """The second article's only annotation; the one of the document itself stays."""
    page = json.loads(path.read_text("utf-8"))
    page["first"]["items"][3]["target"] = 5
    path.write_text(json.dumps(page), "utf-8")


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        text = (path / name).read_text("utf-8")
        assert old in text
        (path / name).write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def in_project(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    before, sign, after = members["project.qde"].decode().partition('name="jisr.txt"')
    members["project.qde"] = (before + sign + after.replace('startPosition="0"', 'startPosition="-"', 1)).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def tsv_files(folder: Path) -> None:
    for name, text in TEXTS.items():
        word = text.split()[0]
        rows = f"#Text={text.strip()}\n1-1\t0-{len(word)}\t{word}\t*\n"
        head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Claim|\n\n\n"
        (folder / name).with_suffix(".tsv").write_text(head + rows, "utf-8")


def in_document(path: Path) -> None:
    before, sign, after = path.read_text("utf-8").partition("<id>jisr</id>")
    path.write_text(before + sign + after.replace("<offset>0<", "<offset>-<", 1), "utf-8")


MADE: dict[str, Callable[[Path], None]] = {"webanno-tsv": tsv_files}
"""How files of formats that are only read are made in a folder."""


SPOILED: dict[str, tuple[Callable[[Path], None], str]] = {
    "jsonl": (in_lines, "out.jsonl:2: "),
    "doccano": (in_lines, "out.jsonl:2: "),
    "prodigy": (in_lines, "out.jsonl:2: "),
    "label-studio": (in_tasks, "tasks.json: task 2: "),
    "web-annotation": (in_items, "out.jsonld: annotation 4: "),
    "conll": (replaced("claim.conll", "الوزير\tO", "الوزير\tQ"), "claim.conll:18: "),
    "brat": (replaced("jisr.ann", "T1\tclaim 0 3", "T1\tclaim 3 0"), "jisr.ann:1: "),
    "cas-xmi": (replaced("jisr.xmi", "</xmi:XMI>", ""), "jisr.xmi:"),
    "cas-json": (replaced("jisr.json", "%FEATURE_STRUCTURES", "%STRUCTURES"), "jisr.json: It is not a CAS"),
    "webanno-tsv": (replaced("jisr.tsv", "0-4", "9-4"), "jisr.tsv:6: "),
    "bioc": (in_document, "out.xml: document 2: "),
    "refi-qda": (in_project, "out.qdpx: jisr.txt: "),
}


def imported(format: Format, source: Path, folder: Path) -> Report:
    importer = Importer(format, folder, Terms(None, LabelMap(), scheme_of(folder)[0]), replace=False)
    importer.take(source, unheard)
    importer.write(NOW, unheard)
    return importer.report


def annotated(folder: Path) -> list[str]:
    found = [entry for entry in entries_below([folder]) if isinstance(entry, Entry)]
    return [entry.path for entry in found if entry.document.annotations]


def test_every_format_that_is_read_is_spoiled() -> None:
    assert set(SPOILED) == {format.name for format in formats() if format.read}


@pytest.mark.parametrize("name", SPOILED)
def test_good_bad_good(tmp_path: Path, name: str) -> None:
    format = format_named(name)
    assert format
    source = tmp_path / (f"out{format.suffix}" if format.write else "out")
    if format.write:
        exported(name, source, entries=entries())
    else:
        source.mkdir()
        MADE[name](source)
    for path, text in TEXTS.items():
        (tmp_path / "folder").mkdir(exist_ok=True)
        (tmp_path / "folder" / path).write_text(text, "utf-8")
    spoil, place = SPOILED[name]
    spoil(source)
    report = imported(format, source, tmp_path / "folder")
    (problem,) = report.problems
    assert place in str(problem)
    assert problem.sentence.endswith(".")
    assert annotated(tmp_path / "folder") == ["brücke.txt", "rail.txt"]


def test_a_member_of_an_archive_is_named(tmp_path: Path) -> None:
    exported("cas-xmi", tmp_path / "out", entries=entries())
    with zipfile.ZipFile(tmp_path / "out.zip", "w") as archive:
        for file in sorted((tmp_path / "out").iterdir()):
            data = file.read_bytes()
            archive.writestr(file.name, data[:-9] if file.name == "jisr.xmi" else data)
    format = format_named("cas-xmi")
    assert format
    report = imported(format, tmp_path / "out.zip", tmp_path / "folder")
    assert ["out.zip: jisr.xmi, line " in str(problem) for problem in report.problems] == [True]
    assert annotated(tmp_path / "folder") == ["brücke.txt", "rail.txt"]


def test_what_stands_before_a_break_in_a_list_comes_in(tmp_path: Path) -> None:
    exported("label-studio", tmp_path / "out", entries=entries())
    tasks = tmp_path / "out" / "tasks.json"
    lines = tasks.read_text("utf-8").splitlines()
    tasks.write_text("\n".join(lines[:3])[:-20], "utf-8")
    format = format_named("label-studio")
    assert format
    report = imported(format, tasks, tmp_path / "folder")
    assert ["tasks.json:3: It is not valid JSON" in str(problem) for problem in report.problems] == [True]
    assert annotated(tmp_path / "folder") == ["brücke.txt"]


def test_an_article_that_cannot_be_read_is_named_alone(tmp_path: Path) -> None:
    def read(path: Path, report: Report) -> Iterator[Incoming]:
        for name, text in TEXTS.items():
            yield Incoming(name, text, (Annotation("a1", "claim", Span(0, 3)),))

    (tmp_path / "jisr.txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 9)
    report = imported(Format("some", "Some", ".x", EVERYTHING, None, read), tmp_path / "in.x", tmp_path)
    assert [problem.path.name for problem in report.problems] == ["jisr.txt"]
    assert annotated(tmp_path) == ["brücke.txt", "rail.txt"]


def test_every_line_that_fails_is_named_where_all_fail(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("[1]\n{}\n", "utf-8")
    format = format_named("jsonl")
    assert format
    report = imported(format, tmp_path / "in.jsonl", tmp_path / "folder")
    assert sorted(problem.line or 0 for problem in report.problems) == [1, 2]


def test_of_a_file_of_another_kind_a_few_lines_are_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("no\n" * 5000, "utf-8")
    format = format_named("jsonl")
    assert format
    report = imported(format, tmp_path / "in.jsonl", tmp_path / "folder")
    assert 1 <= len(report.problems) <= 20
