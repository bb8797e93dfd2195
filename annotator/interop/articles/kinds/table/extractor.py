"""Extractor for tables with one text per row: CSV, TSV, JSON Lines and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.articles.kinds.table.columns import about_columns, about_of, line_of, name_column, text_column
from annotator.interop.articles.kinds.table.delimited import read_delimited
from annotator.interop.articles.kinds.table.records import read_lines, read_list
from annotator.interop.articles.kinds.table.tabular import Table, sampled
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.articles.encodings import NotTextError, detected, name_of
from annotator.translation.messages import N_, _, number

GUESSED = N_("It does not say its encoding and was read as {encoding}.")
NO_ROWS = N_("It has no rows with a text in them.")


def columns(data: bytes, name: str) -> list[str]:
    """Return the table's column names. Raises ForeignError."""
    return _table(_decoded(data)[0], name).columns


def preview(data: bytes, name: str, rows: int = 5) -> list[list[str]]:
    """Return the cells of the first rows, in column order. Raises ForeignError."""
    table = _table(_decoded(data)[0], name)
    return [[row.get(column) for column in table.columns] for row in islice(table.rows, rows)]


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield each row's article; the last carries the note on rows without a text. Raises ForeignError."""
    text, guess = _decoded(data)
    last, empty = None, 0
    for article in _articles(_table(text, name), PurePath(name).stem, wishes):
        if article is None:
            empty += 1
            continue
        if last:
            yield last
        last = replace(article, notes=(*guess, *article.notes))
    if last is None:
        raise ForeignError(_(NO_ROWS))
    left_out = (_("Rows without a text were left out: {count}.").format(count=number(empty)),) if empty else ()
    yield replace(last, notes=(*last.notes, *left_out))


def _articles(table: Table, stem: str, wishes: Wishes) -> Iterator[Extracted | None]:
    """Yield each row's article, None for a row without a text."""
    if not table.columns:
        return
    sample, rows = sampled(table.rows)
    of_text = text_column(table.columns, wishes.text_column, sample)
    of_name = name_column(table.columns, wishes.name_column, of_text)
    of_about = about_columns(table.columns, of_text)
    for at, row in enumerate(rows, 1):
        text, altered = cleaned(row.get(of_text))
        about, notes = about_of(row, of_about)
        name = line_of(row.get(of_name)) or f"{stem} {at}"
        yield Extracted(name, text, (), about, notes=(*notes, *altered)) if text.strip() else None


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the file's text, and a note where its encoding was guessed."""
    try:
        text, code, is_guess = detected(data)
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    return text, (_(GUESSED).format(encoding=name_of(code)),) if is_guess else ()


def _table(text: str, name: str) -> Table:
    match PurePath(name).suffix.lower():
        case ".jsonl" | ".ndjson":
            return read_lines(text)
        case ".json":
            return read_list(text)
        case suffix:
            return read_delimited(text, suffix == ".tsv")


EXTRACTOR = Extractor("table", N_("Tables of texts"), (".csv", ".tsv", ".jsonl", ".ndjson", ".json"), extract)
