"""Scheme from a table of labels: CSV or TSV with a row for each label."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from annotator.interop.articles.extracted import NAMES
from annotator.interop.articles.kinds.table.delimited import read_delimited
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.incoming.foreign_scheme import Derived, ForeignScheme, line_of
from annotator.storage.articles.encodings import NotTextError, detected
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import FileError, told
from annotator.translation.messages import N_, _

MOST_BYTES = 2 * MIB
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "label": ("label", "id", "name", "code", "tag", "class", "category", "labels"),
    "key": ("key", "shortcut", "hotkey", "letter"),
    "colour": ("colour", "color", "background"),
    "definition": ("definition", "description", "meaning", "guideline", "comment", "memo"),
}
"""Names of the columns that are read, by what they hold; the first that is there counts."""
LEFT_OUT = N_("The column {name} has no place in a scheme: it is left out.")


def scheme_of(path: Path) -> Derived:
    """Return the scheme of the file. Raises ForeignError and FileError."""
    try:
        text, _code, _is_guess = detected(bytes_of(path, MOST_BYTES, FileError))
    except NotTextError as error:
        raise ForeignError(str(error)) from error
    table = read_delimited(text, path.suffix.lower() == ".tsv", NAMES)
    if not table.columns:
        raise ForeignError(_("It is empty."))
    columns, scheme = _known(table.columns), ForeignScheme(path.stem)
    for name in table.columns:
        if name not in columns.values():
            scheme.note(_(LEFT_OUT).format(name=told(name)))
    of_label = columns.get("label") or table.columns[0]
    if "label" not in columns:
        scheme.label(of_label, line_of(1), line=1)  # without names of columns, the first row is a label as well
    for row in table.rows:
        cells = {what: row.get(column).strip() for what, column in columns.items() if what != "label"}
        scheme.label(row.get(of_label).strip(), line_of(row.line or 1), line=row.line, **cells)
    return scheme.derived()


def _known(columns: list[str]) -> dict[str, str]:
    """Return the columns by what they hold."""
    lowered = {column.strip().casefold(): column for column in reversed(columns)}
    found = {what: [lowered[name] for name in names if name in lowered] for what, names in COLUMNS.items()}
    return {what: names[0] for what, names in found.items() if names}
