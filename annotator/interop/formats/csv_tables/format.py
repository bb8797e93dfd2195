"""CSV: one table per label with a column per attribute, a table of relations and a table of documents."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.interop.foreign.file_names import safe_name
from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.format import ALL_BUT_CHECKS, Format
from annotator.interop.formats.csv_tables.cells import can_be_told, cell_of, json_cell
from annotator.interop.formats.csv_tables.csv_guide import csv_guide
from annotator.interop.formats.csv_tables.spooled_tables import SpooledTables
from annotator.interop.options import CODE_POINTS, SAFE_CELLS, UNITS, Options
from annotator.interop.outgoing.document_labels import classes
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.language.table_cells import safe
from annotator.model.annotation import Annotation, Value
from annotator.model.entry import Entry
from annotator.model.scheme import AttributeRule
from annotator.translation.messages import N_, ngettext, number

DOCUMENTS, RELATIONS, GUIDE = "documents", "relations", "README.txt"
OF_ALL = ("path", "annotator", "split")
OF_DOCUMENT = ("scheme", "status", "sha256", "length", "unit", "annotations", "relations", "read", "text", "extra")
OF_ANNOTATION = ("label", "id", "start", "end", "text", "note", "origin", "created", "modified", "extra")
OF_RELATION = ("id", "type", "from", "from_label", "to", "to_label", "attributes", "note", "extra")
NOT_TOLD = N_("what kind of value an attribute has cannot be told from its cell")
OF_ARTICLE = N_("what kind of value an attribute of the article has cannot be told from its cell")
BOM = "\ufeff"


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write the tables; rows are spooled to disk until all columns are known."""
    with TemporaryDirectory(dir=output.place()) as folder:
        spooled = SpooledTables(Path(folder))
        spool(entries, spooled, options, report)
        made_safe = _write_tables(spooled, output, options)
    with output.text(GUIDE) as file:
        file.write(csv_guide(options))
    if made_safe:
        report.notes.append(_note(made_safe))


def spool(entries: Iterable[Entry], spooled: SpooledTables, options: Options, report: Report) -> None:
    """Add the rows of all documents to the tables; report what cannot be told from cells."""
    _begin(spooled)
    for entry in entries:
        _add(entry, spooled, options, report)


def _note(made_safe: int) -> str:
    """Return the sentence of the report on cells that got an apostrophe."""
    message = ngettext(
        "An apostrophe was put before a cell that a spreadsheet might take for a formula (not with --raw-cells).",
        "An apostrophe was put before {count} cells that a spreadsheet might take for a formula "
        "(not with --raw-cells).",
        made_safe,
    )
    return message.format(count=number(made_safe))


def _begin(spooled: SpooledTables) -> None:
    spooled.table(DOCUMENTS).columns |= dict.fromkeys((*OF_ALL, *OF_DOCUMENT))
    spooled.table(RELATIONS).columns |= dict.fromkeys((*OF_ALL, *OF_RELATION))


def _add(entry: Entry, spooled: SpooledTables, options: Options, report: Report) -> None:
    offsets = Offsets(entry.text, options.unit or CODE_POINTS)
    of_all = dict(zip(OF_ALL, (entry.path, entry.document.annotator, entry.split), strict=True))
    spooled.add(DOCUMENTS, of_all | _document(entry, offsets, options, report))
    for item in entry.annotations:
        label = entry.scheme.label(item.label)
        rules = {rule.id: rule for rule in label.attributes} if label else {}
        name = f"label {item.label}"
        if name not in spooled.tables:
            spooled.table(name).columns |= dict.fromkeys((*OF_ALL, *OF_ANNOTATION))
        spooled.table(name).columns |= dict.fromkeys(map(_heading, rules))
        spooled.add(name, of_all | _annotation(item, entry, offsets, options) | _attributes(item.attributes, rules))
        if not all(can_be_told(value, rules.get(key)) for key, value in item.attributes.items()):
            report.altered(entry, item, NOT_TOLD)
    for row in _relations(entry):
        spooled.add(RELATIONS, of_all | row)


def _document(entry: Entry, offsets: Offsets, options: Options, report: Report) -> dict[str, str]:
    document = entry.document
    rules = {rule.id: rule for rule in entry.scheme.article}
    if not all(can_be_told(value, rules.get(key)) for key, value in document.article_extra.items()):
        report.document_altered(entry, OF_ARTICLE)
    cells = (
        document.scheme,
        document.status.value,
        document.article.sha256,
        str(offsets.out(len(entry.text))),
        options.unit or CODE_POINTS,
        str(len(document.annotations)),
        str(len(document.relations)),
        " ".join(f"{start}-{end}" for start, end in map(offsets.of, document.read)),
        entry.text if options.with_text else "",
        json_cell(document.extra),
    )
    article = {f"article_{key}": cell_of(value, rules.get(key)) for key, value in document.article_extra.items()}
    return dict(zip(OF_DOCUMENT, cells, strict=True)) | _classes(entry) | article


def _classes(entry: Entry) -> dict[str, str]:
    """Return a cell for each class of the whole article."""
    found = {f"class_{rule.id}": (rule, labels) for rule, labels in classes(entry)}
    return {name: cell_of(labels[0] if len(labels) == 1 else [*labels], rule) for name, (rule, labels) in found.items()}


def _annotation(item: Annotation, entry: Entry, offsets: Offsets, options: Options) -> dict[str, str]:
    start, end = offsets.of(item.span)
    words = item.span.of(entry.text) if options.with_text else ""
    about = (item.note, item.origin, item.created, item.modified, json_cell(item.extra))
    return dict(zip(OF_ANNOTATION, (item.label, item.id, str(start), str(end), words, *about), strict=True))


def _attributes(values: Mapping[str, Value], rules: Mapping[str, AttributeRule]) -> dict[str, str]:
    return {_heading(key): cell_of(value, rules.get(key)) for key, value in values.items()}


def _heading(attribute: str) -> str:
    """Return the attribute's column name, prefixed where another column has that name."""
    is_taken = attribute in OF_ALL or attribute in OF_ANNOTATION or attribute.startswith("attribute_")
    return f"attribute_{attribute}" if is_taken else attribute


def _relations(entry: Entry) -> Iterator[dict[str, str]]:
    labels = {item.id: item.label for item in entry.document.annotations.values()}
    for item in entry.relations:
        joined = (item.source, labels[item.source], item.target, labels[item.target])
        said = (json_cell(item.attributes), item.note, json_cell(item.extra))
        yield dict(zip(OF_RELATION, (item.id, item.type, *joined, *said), strict=True))


def _write_tables(spooled: SpooledTables, output: Output, options: Options) -> int:
    """Write the tables and return the number of cells that were made safe for spreadsheets."""
    made_safe = 0
    taken = {RELATIONS, DOCUMENTS}
    for name, table in spooled.tables.items():
        label = name.removeprefix("label ")
        stem = name if name == label else _file_name(label, taken)
        with output.text(f"{stem}.csv") as file:
            file.write(BOM if options.safe_cells else "")
            writer = csv.writer(file)
            for row in chain([[*table.columns]], spooled.rows(name)):
                cells = [safe(cell) for cell in row] if options.safe_cells else row
                made_safe += sum(cell is not other for cell, other in zip(cells, row, strict=True))
                writer.writerow(cells)
    return made_safe


def _file_name(label: str, taken: set[str]) -> str:
    """Return the label's file name; with a hash appended where it is not a valid file name or is taken."""
    name = safe_name(label)
    if name != label or name.casefold() in taken:
        name = f"{name}-{sha256(label.encode()).hexdigest()[:8]}"
    taken.add(name.casefold())
    return name


FORMAT = Format(
    "csv", N_("CSV tables"), "", ALL_BUT_CHECKS, write, units=UNITS, textless=True, uses=frozenset({SAFE_CELLS})
)
