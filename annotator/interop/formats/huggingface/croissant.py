"""Croissant metadata, the machine-readable description of a dataset: files with hashes, and columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from annotator.interop.formats.huggingface.licences import ADDRESSES, known_licence
from annotator.interop.outgoing.document_rows import COLUMNS, ROWS, TEXT, TIME, WHOLE, Column

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
DATA_TYPES = {TEXT: "sc:Text", WHOLE: "sc:Integer", TIME: "sc:DateTime"}
TERMS = (
    *("citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet", "format"),
    *("includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex"),
    *("repeated", "replace", "samplingRate", "separator", "source", "subField", "transform"),
)
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in TERMS},
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """JSON Lines file with the rows of one split; ``size`` is in bytes."""

    split: str
    name: str
    size: int
    sha256: str


def croissant(name: str, description: str, licence: str, files: Iterable[DataFile]) -> dict[str, Any]:
    """Return the metadata; each file has its own record set, so that a split can be read alone."""
    files = list(files)
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": name,
        "description": description,
        "version": "1.0.0",
        **({"license": ADDRESSES.get(known_licence(licence), licence)} if licence else {}),
        "distribution": [_distribution(file) for file in files],
        "recordSet": [_record_set(file) for file in files],
    }


def _distribution(file: DataFile) -> dict[str, str]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "contentUrl": file.name,
        "contentSize": f"{file.size} B",
        "encodingFormat": "application/jsonlines",
        "sha256": file.sha256,
    }


def _record_set(file: DataFile) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": file.split,
        "name": file.split,
        "description": "One record for each document.",
        "field": [_column(file, column) for column in COLUMNS],
    }


def _column(file: DataFile, column: Column) -> dict[str, Any]:
    source = {"fileObject": {"@id": file.name}, "extract": {"column": column.name}}
    record = _field(f"{file.split}/{column.name}", column)
    if column.kind != ROWS:
        return record | {"source": source}
    return record | {
        "repeated": True,
        "subField": [
            _field(f"{file.split}/{column.name}/{part.name}", part)
            | {"source": source | {"transform": {"jsonPath": part.name}}}
            for part in column.parts
        ],
    }


def _field(id: str, column: Column) -> dict[str, Any]:
    record = {"@type": "cr:Field", "@id": id, "name": id, "description": column.about}
    if column.kind == ROWS:
        return record
    return record | {"dataType": DATA_TYPES[column.kind]}
