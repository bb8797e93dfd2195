"""Extractor for tables with one text per row: CSV, TSV, JSON Lines, JSON and Excel."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.counting import guessed
from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.articles.incoming import bounded
from annotator.interop.articles.kinds.table.columns import about_columns, about_of, line_of, name_column, text_column
from annotator.interop.articles.kinds.table.delimited import read_delimited
from annotator.interop.articles.kinds.table.records import read_lines, read_list
from annotator.interop.articles.kinds.table.tabular import Row, Table, sampled
from annotator.interop.articles.kinds.table.workbook import WORKBOOKS, read_workbook
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.articles.encodings import NotTextError, detected, doubtful, name_of
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _, listed, ngettext, number

OFTEN, MOST_NAMED = 1000, 5
NO_ROWS = N_("It has no rows with a text in them.")
TAKEN = N_("The texts were taken from the column {text}, their names from {name}.")
NUMBERED = N_("The texts were taken from the column {text} and named after the file, with numbers.")


def columns(data: bytes, name: str, first_row: str = "") -> list[str]:
    """Return the table's column names. Raises ForeignError."""
    return _table(data, name, first_row, _passed_over).columns


def preview(data: bytes, name: str, rows: int = 5) -> list[list[str]]:
    """Return the cells of the first rows, in column order. Raises ForeignError."""
    table = _table(data, name, "", _passed_over)
    return [[row.get(column) for column in table.columns] for row in islice(table.rows, rows)]


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield each row's article; ``wishes.failed`` takes the errors of rows. Raises ForeignError.

    The first carries the notes on the table and on what was taken for names, the last that on rows without a text.
    """
    failures = _Failures(wishes.failed)
    table = _table(data, name, wishes.first_row, failures.add)
    last, empty = None, 0
    for article in _articles(table, PurePath(name).stem, wishes):
        if article is None:
            empty += 1
            continue
        if last:
            yield last
        last = article
    if last is None:
        if failures.count and not empty:
            return
        raise ForeignError(_(NO_ROWS))
    left_out = (_("Rows without a text were left out: {count}.").format(count=number(empty)),) if empty else ()
    yield replace(last, notes=(*last.notes, *left_out))


class _Failures:
    """Count of the rows that could not be read, each of which is passed on."""

    def __init__(self, failed: Callable[[ForeignError], None]) -> None:
        self.count = 0
        self._failed = failed

    def add(self, error: ForeignError) -> None:
        self.count += 1
        self._failed(error)


def _passed_over(_error: ForeignError) -> None:
    """Ignore a row that cannot be read, which the extraction tells of."""


def _articles(table: Table, stem: str, wishes: Wishes) -> Iterator[Extracted | None]:
    """Yield each row's article, None for a row without a text."""
    if not table.columns:
        return
    sample, rows = sampled(table.rows)
    of_text = text_column(table.columns, wishes.text_column, sample)
    of_name = name_column(table.columns, wishes.name_column, of_text, sample)
    of_about = about_columns(table.columns, of_text)
    harmless = (*table.notes, *_taken(table, of_text, of_name))
    others = _left_out(table.columns, {of_text, of_name, *of_about.values()}, sample)
    told_once = (*table.warnings, *harmless, *others)
    for at, row in enumerate(rows, 1):
        if not at % OFTEN:
            wishes.go_on()
        text, altered = cleaned(row.get(of_text))
        if not text.strip():
            yield None
            continue
        about, notes = about_of(row, of_about)
        name = line_of(row.get(of_name)) or f"{stem} {at}"
        yield Extracted(name, text, (), about, notes=(*told_once, *notes, *altered), harmless=frozenset(harmless))
        told_once = ()


def _left_out(columns: Sequence[str], taken: Container[str], sample: Sequence[Row]) -> tuple[str, ...]:
    """Return the note on the columns that are neither the text nor its name nor known of an article."""
    others = [column for column in columns if column not in taken and any(row.get(column).strip() for row in sample)]
    if not others:
        return ()
    names = listed([*map(told, others[:MOST_NAMED]), *(["…"] if len(others) > MOST_NAMED else [])])
    message = ngettext(
        "{count} further column was left out: {names}.", "{count} further columns were left out: {names}.", len(others)
    )
    return (message.format(count=number(len(others)), names=names),)


def _taken(table: Table, text: str, name: str) -> tuple[str, ...]:
    """Return the note on the columns that were taken; none for a table of texts alone."""
    if len(table.columns) == 1:
        return ()
    return (_(TAKEN).format(text=told(text), name=told(name)) if name else _(NUMBERED).format(text=told(text)),)


def _table(data: bytes, name: str, first_row: str, failed: Callable[[ForeignError], None]) -> Table:
    suffix = PurePath(name).suffix.lower()
    if suffix in WORKBOOKS:
        return read_workbook(bounded(data), first_row, failed)
    try:
        text, code, is_guess = detected(data)
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    table = _text_table(text, suffix, first_row, failed)
    if not is_guess:
        return table
    return replace(table, warnings=(guessed(name_of(code), [*map(name_of, doubtful(data, code))]), *table.warnings))


def _text_table(text: str, suffix: str, first_row: str, failed: Callable[[ForeignError], None]) -> Table:
    match suffix:
        case ".jsonl" | ".ndjson":
            return read_lines(text, failed)
        case ".json":
            return read_list(text, failed)
        case _:
            return read_delimited(text, suffix == ".tsv", first_row, failed)


SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", *WORKBOOKS)
EXTRACTOR = Extractor("table", N_("Tables of texts"), SUFFIXES, extract)
