"""Excel workbook: the tables of the CSV export, each as a sheet, with every cell a text or a whole number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.interop.format import ALL_BUT_CHECKS, Format
from annotator.interop.formats.csv_tables.format import spool
from annotator.interop.formats.csv_tables.spooled_tables import SpooledTables
from annotator.interop.options import UNITS, Options
from annotator.interop.output import Output
from annotator.interop.report import ALTERED, DOCUMENT, Loss, Report
from annotator.model.entry import Entry
from annotator.translation.messages import N_

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LONGEST_CELL, MOST_ROWS, LONGEST_NAME = 32_767, 1_048_576, 31
"""Limits of Excel, which calls a workbook damaged that exceeds them. A cell's characters are UTF-16 units."""

COUNTS = frozenset({"start", "end", "length", "annotations", "relations"})
"""Columns of whole numbers."""

NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
CUT = N_("a cell of a workbook holds at most 32,767 characters, so that a longer text was cut off")
TOO_MANY = N_("a sheet of a workbook holds at most 1,048,576 rows, so that the others were left out")


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write the workbook; rows are spooled to disk until all columns are known."""
    with TemporaryDirectory(dir=output.place().parent) as folder:
        spooled = SpooledTables(Path(folder))
        spool(entries, spooled, options, report)
        names = _sheet_names(spooled)
        with output.binary() as file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for number, name in enumerate(names, 1):
                place = _member(f"xl/worksheets/sheet{number}.xml")
                with (
                    archive.open(place, "w", force_zip64=True) as member,
                    TextIOWrapper(member, "utf-8", newline="\n") as sheet,
                ):
                    sheet.writelines(_sheet(name, spooled, report))
            for part, content in _frame([*names.values()]).items():
                archive.writestr(_member(part), HEAD + content)


def _member(name: str) -> ZipInfo:
    """Return a compressed member without the time of the export, so that the same documents give the same bytes."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    return member


def _sheet_names(spooled: SpooledTables) -> dict[str, str]:
    """Return a name for the sheet of each table that Excel allows and no other sheet has, whatever its case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for table in spooled.tables:
        stem = NOT_IN_NAMES.sub("_", table.removeprefix("label ")).strip() or "_"
        name, number = stem[:LONGEST_NAME], 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem[: LONGEST_NAME - len(str(number)) - 1]} {number}"
        taken.add(name.casefold())
        names[table] = name
    return names


def _sheet(name: str, spooled: SpooledTables, report: Report) -> Iterator[str]:
    """Yield the XML of the table's sheet, row by row; report what exceeds Excel's limits."""
    columns = [*spooled.tables[name].columns]
    yield f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'
    for number, cells in enumerate(chain([columns], spooled.rows(name)), 1):
        if number > MOST_ROWS:
            report.losses.append(Loss(ALTERED, DOCUMENT, cells[0], "", TOO_MANY))
            break
        if any(_is_too_long(cell) for cell in cells):
            report.losses.append(Loss(ALTERED, DOCUMENT, cells[0], "", CUT))
        row = "".join(_cell(cell, column if number > 1 else "") for cell, column in zip(cells, columns, strict=True))
        yield f'<row r="{number}">{row}</row>\n'
    yield "</sheetData></worksheet>"


def _is_too_long(text: str) -> bool:
    return 2 * len(text) > LONGEST_CELL and len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL


def _cell(text: str, column: str) -> str:
    if not text:
        return "<c/>"
    if column in COUNTS and text.isdecimal():
        return f"<c><v>{text}</v></c>"
    if _is_too_long(text):
        text = text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
    words = escape(NOT_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _frame(names: list[str]) -> dict[str, str]:
    """Return the members that say which sheets there are."""
    numbers = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, names, strict=True)
    )
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{KIND}.worksheet+xml"/>' for n in numbers
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    whole = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>{parts}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{whole}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
    }


FORMAT = Format("xlsx", N_("Excel workbook"), ".xlsx", ALL_BUT_CHECKS, write, units=UNITS, textless=True)
