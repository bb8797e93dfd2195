"""JSON lines, read back by Python's own reader and by pandas, and taken in again."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.jsonl import FORMAT
from annotator.interop.options import UNITS, Options
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.storage.files.file_error import FileError
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import ARABIC, CHINESE, LATIN, annotation, document, exported, hard_entries

WIDTHS = {"code-points": "utf-32-le", "utf-16": "utf-16-le", "utf-8": "utf-8"}


def read(path: Path) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, Report()))


@pytest.mark.parametrize("unit", UNITS)
def test_the_words_stand_where_it_says(tmp_path: Path, unit: str) -> None:
    exported("jsonl", tmp_path / "out.jsonl", Options(unit=unit))
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["text"] for record in records[:3]] == [LATIN, ARABIC, CHINESE]
    size = len("x".encode(WIDTHS[unit]))
    for record in records:
        data = record["text"].encode(WIDTHS[unit])
        assert record["unit"] == unit
        for item in record["annotations"]:
            assert data[item["start"] * size : item["end"] * size].decode(WIDTHS[unit]) == item["text"]


@pytest.mark.parametrize("unit", UNITS)
def test_everything_comes_back(tmp_path: Path, unit: str) -> None:
    report = exported("jsonl", tmp_path / "out.jsonl", Options(unit=unit))
    assert report.is_whole
    assert not report.not_carried
    assert (report.documents, report.annotations, report.relations) == (4, 18, 5)
    for entry, incoming in zip(hard_entries(), read(tmp_path / "out.jsonl"), strict=True):
        assert {item.id: item for item in incoming.annotations} == entry.document.annotations
        assert {item.id: item for item in incoming.relations} == entry.document.relations
        assert (incoming.path, incoming.text, incoming.read) == (entry.path, entry.text, entry.document.read)
        assert incoming.annotator == entry.document.annotator


def test_a_number_keeps_all_its_digits(tmp_path: Path) -> None:
    exact = Decimal("3.14159265358979323846")
    item = annotation("f1", "figure", LATIN, "40,000", value=exact, low=0.5)
    exported("jsonl", tmp_path / "o", entries=[Entry("a.txt", document("a.txt", LATIN, item), built_in_scheme())])
    (back,) = read(tmp_path / "o")
    assert back.annotations[0].attributes == {"value": exact, "low": 0.5}


def test_without_the_text_there_are_no_words(tmp_path: Path) -> None:
    exported("jsonl", tmp_path / "out.jsonl", Options(with_text=False))
    text = (tmp_path / "out.jsonl").read_text("utf-8")
    assert "40,000 people" not in text
    assert hard_entries()[0].document.article.sha256 in text


def test_unknown_keys_come_back(tmp_path: Path) -> None:
    entry = hard_entries()[0]
    item = altered(entry.document.annotations["c1"], extra={"x-brat": {"a": [1, "b"]}})
    changed = replace(entry, document=replace(entry.document, annotations={"c1": item}, extra={"z": 1}, relations={}))
    exported("jsonl", tmp_path / "o", entries=[changed])
    (back,) = read(tmp_path / "o")
    assert back.annotations == (item,)
    assert back.extra == {"z": 1}


@pytest.mark.parametrize(
    ("data", "line", "about"),
    [
        (b'{"format": "annotator-jsonl", "version": 1, "path": "a"', 1, "not valid JSON"),
        (b"\n[1]\n", 2, "not a JSON object"),
        (b"{}\n", 1, "not a document as Annotator writes it"),
        (b"\xff\n", 1, "not UTF-8"),
        (b'{"a": ' + b"[" * 100_000 + b"\n", 1, "nested too deep"),
        (b'{"a": ' + b"9" * 5000 + b"}\n", 1, "more than 18 digits"),
        (b'{"a": NaN}\n', 1, "NaN is no number"),
        (b'{"a": "\\ud800"}\n', 1, r"half of a character, \\ud800, without"),
        (b'{"format": "annotator-jsonl", "version": 1, "path": "a", "annotations": [1]}', 1, "must be an object"),
        (
            b'{"format": "annotator-jsonl", "version": 1, "path": "a", "annotations": '
            b'[{"id": "a", "label": "b", "start": 3, "end": 3}]}',
            1,
            "not after its start",
        ),
        (
            b'{"format": "annotator-jsonl", "version": 1, "path": "a", "unit": "utf-16"}',
            1,
            "Without the text",
        ),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, line: int, about: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(data)
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path / "in.jsonl")
    assert caught.value.line == line
    assert caught.value.sentence.endswith(".")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "in.jsonl")
    with pytest.raises(FileError, match="pipe or a device"):
        read(tmp_path / "in.jsonl")


def test_pandas_reads_it(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    exported("jsonl", tmp_path / "out.jsonl")
    frame = pandas.read_json(tmp_path / "out.jsonl", lines=True)
    assert list(frame["text"])[:3] == [LATIN, ARABIC, CHINESE]
    items = frame.explode("annotations")["annotations"].dropna()
    assert len(items) == 18
