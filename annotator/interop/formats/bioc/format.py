"""BioC collections, in XML and in JSON, as PubTator and TeamTat write them; offsets are code points."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.separately import separately
from annotator.interop.format import (
    ARTICLE,
    ATTRIBUTES,
    IDS,
    NOTES,
    OVERLAPS,
    RELATION_FACTS,
    RELATIONS,
    STATUS,
    Format,
    Incoming,
)
from annotator.interop.formats.bioc.document import BiocDocument
from annotator.interop.formats.bioc.kept import OWN_PATH
from annotator.interop.formats.bioc.writing import write
from annotator.interop.formats.bioc.xml_form import documents_in_xml
from annotator.interop.json.items import json_items
from annotator.interop.json.reading import BOM, Fields, json_lines
from annotator.interop.report import Report
from annotator.storage.articles.folder_walk import all_files_below
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import N_, _

SUFFIXES = (".xml", ".json", ".jsonl")
LISTS = ("documents", "PubTator3")
"""Keys at which a file has its documents: a collection's, and that of PubTator's answers."""

MOST_BYTES = 256 * MIB
NO_FILES = N_("There is no file in it whose name ends with {suffix}.")
NO_DOCUMENT = N_("It is no BioC: it has neither “documents” nor “passages”.")


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of a file or of those below a folder. Raises ForeignError and FileError."""
    files = [path]
    if is_folder(path):
        files = sorted(file for suffix in SUFFIXES for file in all_files_below(path, suffix))
    if not files:
        raise ForeignError(_(NO_FILES).format(suffix=SUFFIXES[0]))
    return separately(files, lambda file: _documents(file, report), report, lambda file: file)


def _documents(file: Path, report: Report) -> Iterator[Incoming]:
    if file.suffix.lower() == ".jsonl":
        return json_lines(file, report, lambda record: _incoming(record, file, record.line, report))
    data = bytes_of(file, MOST_BYTES, FileError)
    is_xml = data.removeprefix(BOM).lstrip().startswith(b"<")
    found = documents_in_xml(data) if is_xml else _listed(file)
    return separately(enumerate(found, 1), lambda item: _one(item[1], file, item[0], report), report, file)


def _listed(file: Path) -> Iterator[Any]:
    """Yield the documents of a collection, of several in a list, or those that stand in the list themselves."""
    for value in json_items(file):
        lists = [value[key] for key in LISTS if isinstance(value.get(key), list)] if isinstance(value, dict) else []
        if lists:
            yield from lists[0]
        else:
            yield value


def _one(value: Any, file: Path, number: int, report: Report) -> list[Incoming]:
    """Return the document in a list, as its reader takes several. Raises ForeignError with its number as the place."""
    place = _("document {number}").format(number=number)
    if not isinstance(value, dict):
        raise ForeignError(_(NO_DOCUMENT), place)
    try:
        return _incoming(Fields(value, number), file, number, report)
    except ForeignError as error:
        raise ForeignError(error.sentence, place) from error


def _incoming(document: Fields, file: Path, number: int, report: Report) -> list[Incoming]:
    if "passages" not in document:
        document.fail(_(NO_DOCUMENT))
    id = document.values.get("id")
    named = isinstance(id, str | int) and not isinstance(id, bool) and id != ""
    path = f"{id}.txt" if named else f"{file.stem}{f'-{number}' if number > 1 else ''}.txt"
    ours = document.fields("infons").text(OWN_PATH)
    return [BiocDocument(document, ours or path, report).incoming(named=named)]


CARRIES = frozenset({ATTRIBUTES, RELATIONS, RELATION_FACTS, NOTES, IDS, STATUS, ARTICLE, OVERLAPS})
FORMAT = Format("bioc", "BioC", ".xml", CARRIES, write, read)
