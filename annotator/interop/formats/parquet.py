"""Parquet for pandas, Polars and DuckDB: one row per document, with the columns of the Hugging Face export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from annotator.interop.foreign.optional_libraries import require
from annotator.interop.format import ALL_BUT_CHECKS, Format
from annotator.interop.options import CODE_POINTS, Options
from annotator.interop.outgoing.document_rows import COLUMNS, ROWS, TIME, WHOLE, Column, row_of
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.program.installation import EXPORT

ROWS_IN_GROUP = 500
LETTERS_IN_GROUP = 4 * 1024 * 1024
"""Most rows and code points of text in a row group, which is held in memory until it is written."""

ABOUT = {"annotator.unit": CODE_POINTS, "annotator.row": "document"}


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write the rows in row groups."""
    pyarrow, parquet = (require(module, "pyarrow", EXPORT) for module in ("pyarrow", "pyarrow.parquet"))
    schema = pyarrow.schema(_fields(pyarrow, COLUMNS), metadata=ABOUT)
    with output.binary() as file, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _groups(entries, options, report):
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _groups(entries: Iterable[Entry], options: Options, report: Report) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    letters = 0
    for entry in entries:
        rows.append(_with_times(row_of(entry, options, report)))
        letters += len(entry.text)
        if len(rows) == ROWS_IN_GROUP or letters > LETTERS_IN_GROUP:
            yield rows
            rows, letters = [], 0
    if rows:
        yield rows


def _with_times(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row with times as datetime objects, as Arrow requires."""
    for item in row["annotations"]:
        for key in ("created", "modified"):
            item[key] = item[key] and datetime.fromisoformat(item[key])
    return row


def _fields(pyarrow: Any, columns: Iterable[Column]) -> list[Any]:
    return [pyarrow.field(column.name, _type(pyarrow, column)) for column in columns]


def _type(pyarrow: Any, column: Column) -> Any:
    if column.kind == ROWS:
        return pyarrow.list_(pyarrow.struct(_fields(pyarrow, column.parts)))
    if column.kind == TIME:
        return pyarrow.timestamp("s", tz="UTC")
    return pyarrow.int64() if column.kind == WHOLE else pyarrow.string()


FORMAT = Format("parquet", "Parquet", ".parquet", ALL_BUT_CHECKS, write, textless=True, needs="pyarrow")
