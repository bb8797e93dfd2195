"""Parquet, read back by pyarrow and by pandas."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from annotator.interop.foreign.optional_libraries import is_installed
from annotator.interop.format import ALL_BUT_CHECKS
from annotator.interop.formats import parquet as module
from annotator.interop.json.reading import value_of
from annotator.interop.options import Options
from annotator.interop.report import Loss
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import ARABIC, CHINESE, LATIN, annotation, document, exported, hard_entries

pytestmark = pytest.mark.skipif(not is_installed("pyarrow"), reason="pyarrow is not installed")

SPLITS = {"aleppo.txt": "train", "news/arabic.txt": "dev", "chinese.md": "test"}


def rows(path: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
    return read


def test_pyarrow_reads_all_of_it(tmp_path: Path) -> None:
    report = exported("parquet", tmp_path / "o.parquet", Options(splits=SPLITS))
    assert report.is_whole
    assert module.FORMAT.carries == ALL_BUT_CHECKS
    for entry, row in zip(hard_entries(), rows(tmp_path / "o.parquet"), strict=True):
        own = entry.document
        assert (row["path"], row["text"], row["annotator"]) == (entry.path, entry.text, own.annotator)
        assert (row["status"], row["sha256"], row["length"]) == (own.status.value, own.article.sha256, len(entry.text))
        assert row["split"] == SPLITS.get(entry.path, "")
        assert row["read"] == [{"start": 0, "end": 20}]
        assert len(row["annotations"]) == len(own.annotations)
        for item in row["annotations"]:
            was = own.annotations[item["id"]]
            assert row["text"][item["start"] : item["end"]] == item["text"] == was.span.of(entry.text)
            assert (item["label"], item["note"]) == (was.label, was.note)
            assert json.loads(item["attributes"]) == was.attributes
            assert item["created"] == datetime(2026, 11, 22, 6, 21, 20, tzinfo=UTC)
        joined = [(item["id"], item["type"], item["from"], item["to"]) for item in row["relations"]]
        assert joined == [(item.id, item.type, item.source, item.target) for item in entry.relations]


def test_it_says_what_its_offsets_count(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "o.parquet")
    about = pytest.importorskip("pyarrow.parquet").read_schema(tmp_path / "o.parquet").metadata
    assert about[b"annotator.unit"] == b"code-points"


def test_pandas_reads_it(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    exported("parquet", tmp_path / "o.parquet")
    frame = pandas.read_parquet(tmp_path / "o.parquet")
    assert list(frame["text"])[:3] == [LATIN, ARABIC, CHINESE]
    items = pandas.json_normalize(frame["annotations"].explode().dropna().tolist())
    assert items["label"].value_counts().to_dict() == {
        "claim": 5,
        "figure": 5,
        "source": 4,
        "quote": 2,
        "part": 1,
        "cue": 1,
    }
    values = pandas.json_normalize(items["attributes"].map(json.loads).tolist())
    assert values["value"].dropna().tolist() == [40000, 40000, 320000000]


def test_values_of_every_type_and_unknown_keys_stand_in_the_same_columns(tmp_path: Path) -> None:
    odd = {"value": Decimal("3.14159265358979323846"), "kind": ["a", 1, None], "flag": True, "deep": {"a": [1.5]}}
    item = altered(annotation("f1", "figure", LATIN, "40,000"), attributes=odd, extra={"x-brat": [1, "b"]})
    made = replace(document("a.txt", LATIN, item), extra={"z": 1}, article_extra={"title": "T"})
    exported("parquet", tmp_path / "o", entries=[Entry("a.txt", made, built_in_scheme()), *hard_entries()])
    row = rows(tmp_path / "o")[0]
    (back,) = row["annotations"]
    assert value_of(back["attributes"].encode(), 1) == odd
    assert json.loads(back["extra"]) == {"x-brat": [1, "b"]}
    assert (json.loads(row["extra"]), json.loads(row["article"])) == ({"z": 1}, {"title": "T"})


def test_a_time_that_is_none_is_reported(tmp_path: Path) -> None:
    item = altered(annotation("c1", "claim", LATIN, "said"), created="2026-02-30T00:00:00Z", modified="")
    entry = Entry("a.txt", document("a.txt", LATIN, item), built_in_scheme())
    report = exported("parquet", tmp_path / "o", entries=[entry])
    why = "one of its times is not a valid date and time, and is left out"
    assert report.losses == [Loss("altered", "annotation", "a.txt", "c1", why, 74)]
    assert rows(tmp_path / "o")[0]["annotations"][0]["created"] is None


def test_without_the_text(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "o", Options(with_text=False))
    first = rows(tmp_path / "o")[0]
    assert first["text"] is None
    assert {item["text"] for item in first["annotations"]} == {None}
    assert [item["start"] for item in first["annotations"]][:2] == [0, 30]


def test_it_is_written_group_by_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(module, "ROWS_IN_GROUP", 3)
    exported("parquet", tmp_path / "few")
    assert parquet.ParquetFile(tmp_path / "few").num_row_groups == 2
    monkeypatch.setattr(module, "LETTERS_IN_GROUP", 100)
    exported("parquet", tmp_path / "long")
    assert parquet.ParquetFile(tmp_path / "long").num_row_groups == 3
    assert rows(tmp_path / "long") == rows(tmp_path / "few")


def test_nothing_at_all_has_columns_too(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "o", entries=[])
    table = pytest.importorskip("pyarrow.parquet").read_table(tmp_path / "o")
    assert table.num_rows == 0
    assert "annotations" in table.column_names


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        exported("parquet", tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
