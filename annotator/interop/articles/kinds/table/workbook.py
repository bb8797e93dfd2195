"""Excel workbooks as tables: the first sheet that has rows, read without macros, links and formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from posixpath import normpath
from xml.etree.ElementTree import Element

from annotator.interop.articles.extracted import raised
from annotator.interop.articles.kinds.table.headed import headed_table
from annotator.interop.articles.kinds.table.tabular import Table
from annotator.interop.articles.kinds.table.workbook_cells import Cells, cells_of, local, whole_number
from annotator.interop.articles.xml_part import part_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _, listed, number

WORKBOOKS = (".xlsx", ".xlsm")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Signature of OLE files: old workbooks, and the container of encrypted new ones."""

WORKBOOK = "xl/workbook.xml"
MOST_COLUMNS = 16_384
MOST_CELLS = 5_000_000
"""Cells of a sheet with the empty ones, which a file of a few kilobytes can have by the billion."""
OLD = N_("It is encrypted or an old Excel workbook. Save it as .xlsx, without a password.")
NO_WORKBOOK = N_("It is not built like an Excel workbook, or it is damaged.")
OTHER_SHEETS = N_("Only the sheet {sheet} was read, not {others}.")
FORMULAS = N_("Some of its cells have formulas whose results were not saved with it; they were left empty.")


def read_workbook(data: bytes, first_row: str, failed: Callable[[ForeignError], None] = raised) -> Table:
    """Return the table on the first sheet that has rows; ``failed`` takes the errors of rows. Raises ForeignError."""
    if data.startswith(OLD_OFFICE):
        raise ForeignError(_(OLD))
    archive = Archive(data)
    if WORKBOOK not in archive:
        raise ForeignError(_(NO_WORKBOOK))
    sheets, cells = _sheets(archive), cells_of(archive, WORKBOOK)
    for name, member in sheets.items():
        rows = list(_rows(part_of(archive, member)[1], cells, failed))
        if rows:
            others = [told(other) for other in sheets if other != name]
            table = headed_table(_even(rows), first_row, failed)
            warnings = (_(OTHER_SHEETS).format(sheet=told(name), others=listed(others)),) if others else ()
            return replace(table, warnings=(*warnings, *((_(FORMULAS),) if cells.without_results else ())))
    return Table([], iter(()))


def _sheets(archive: Archive) -> dict[str, str]:
    """Return the members of the sheets by the names of the sheets, in their order."""
    targets = {
        relationship.get("Id", ""): normpath(f"/xl/{target}" if not target.startswith("/") else target).lstrip("/")
        for relationship in part_of(archive, "xl/_rels/workbook.xml.rels")[1]
        if (target := relationship.get("Target", "")) and relationship.get("TargetMode") != "External"
    }
    found = {}
    for sheet in part_of(archive, WORKBOOK)[1].iter():
        id = next((value for key, value in sheet.items() if local(key) == "id"), "")
        if local(sheet.tag) == "sheet" and "worksheets/" in targets.get(id, ""):
            found[sheet.get("name", "")] = targets[id]
    return found


def _rows(sheet: Element, cells: Cells, failed: Callable[[ForeignError], None]) -> Iterator[tuple[int, dict[int, str]]]:
    """Yield the number of each row that is not empty, and its cells by their columns."""
    line = 0
    for row in (element for element in sheet.iter() if local(element.tag) == "row"):
        place = whole_number(row.get("r", ""))
        line = line + 1 if place < 0 else place
        try:
            found = _found(row, cells)
        except ForeignError as error:
            failed(ForeignError(error.sentence, _("row {number}").format(number=line), line))
            continue
        if any(text.strip() for text in found.values()):
            yield line, found


def _found(row: Element, cells: Cells) -> dict[int, str]:
    """Return the texts of the row's cells by their columns. Raises ForeignError."""
    found: dict[int, str] = {}
    for cell in row:
        if local(cell.tag) == "c":
            place = _column(cell.get("r", ""))
            found[len(found) if place is None else place] = cells.text(cell)
    return found


def _column(place: str) -> int | None:
    """Return the number of the column of a place such as “AB12”, from 0; None for no place."""
    number = 0
    for letter in place[:3].rstrip("0123456789"):
        if not "A" <= letter <= "Z":
            return None
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1 if number else None


def _even(rows: list[tuple[int, dict[int, str]]]) -> Iterator[tuple[int, list[str]]]:
    """Return the rows with their cells, each as long as the longest, since Excel does not write empty cells.

    Raises ForeignError where that would be too many cells.
    """
    width = min(1 + max(max(cells) for _line, cells in rows), MOST_COLUMNS)
    if width * len(rows) > MOST_CELLS:
        sentence = _("With its empty cells a sheet has more than {most}. Remove those far to the right.")
        raise ForeignError(sentence.format(most=number(MOST_CELLS)))
    return ((line, [cells.get(at, "") for at in range(width)]) for line, cells in rows)
