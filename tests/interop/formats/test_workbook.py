"""Excel workbooks: what stands in the tables of CSV stands in the sheets, and Excel's limits are told."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from annotator.interop.articles.kinds.table.extractor import columns, preview
from annotator.interop.options import Options
from annotator.model.entry import Entry
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import document, exported

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return [sheet.get("name", "") for sheet in fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]


def first_sheet(path: Path) -> list[list[str]]:
    """The rows of the first sheet with their heading, as our import reads them."""
    data = path.read_bytes()
    return [columns(data, "out.xlsx"), *preview(data, "out.xlsx", 1000)]


def an_entry(text: str) -> Entry:
    return Entry("odd.txt", document("odd.txt", text), built_in_scheme())


def test_the_sheets_are_the_tables_of_csv(tmp_path: Path) -> None:
    exported("xlsx", tmp_path / "out.xlsx")
    exported("csv", tmp_path / "tables", Options(safe_cells=False))
    tables = sorted(path.stem for path in (tmp_path / "tables").glob("*.csv"))
    assert sorted(sheets(tmp_path / "out.xlsx")) == tables
    with (tmp_path / "tables" / "documents.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert first_sheet(tmp_path / "out.xlsx") == rows


@pytest.mark.parametrize("text", ["=1+1\n", "_x0041_ and \x07 bell\n", "<&>\"' 😀\n", "  blank  \n", "\ttab\n"])
def test_every_text_is_a_text(text: str, tmp_path: Path) -> None:
    exported("xlsx", tmp_path / "out.xlsx", entries=[an_entry(text)])
    names, row = first_sheet(tmp_path / "out.xlsx")
    assert row[names.index("text")] == text
    with ZipFile(tmp_path / "out.xlsx") as archive:
        assert all(b"<f>" not in archive.read(name) for name in archive.namelist())


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_told(tmp_path: Path) -> None:
    report = exported("xlsx", tmp_path / "out.xlsx", entries=[an_entry("x" * 32_766 + "😀 end\n")])
    assert [loss.why for loss in report.losses] == [
        "a cell of a workbook holds at most 32,767 characters, so that a longer text was cut off"
    ]
    names, row = first_sheet(tmp_path / "out.xlsx")
    assert row[names.index("text")] == "x" * 32_766
    fits = an_entry("x" * 32_766 + "\n")
    assert exported("xlsx", tmp_path / "fits.xlsx", entries=[fits]).losses == []
