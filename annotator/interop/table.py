"""All formats of annotations: the program's own, each a module of ``formats``, and those of installed packages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import entry_points

from annotator.interop.format import Format

ENTRY_POINTS = "annotator.formats"
"""The group in which an installed package names its formats; each entry point gives a ``Format``."""

MODULES = {
    "jsonl": "jsonl",
    "huggingface": "huggingface",
    "parquet": "parquet",
    "csv": "csv_tables",
    "conll": "conll",
    "spacy": "spacy_docbin",
    "brat": "brat",
    "label-studio": "label_studio",
    "doccano": "doccano",
    "prodigy": "prodigy",
    "cas-xmi": "cas_xmi",
    "web-annotation": "web_annotation",
    "tei": "tei",
    "refi-qda": "refi_qda",
    "claimreview": "claim_review",
}
"""The modules by the names of their formats, in the order in which they are shown."""


def formats() -> list[Format]:
    """Every format, the program's own first."""
    return [*map(_own, MODULES), *_installed()]


def format_named(name: str) -> Format | None:
    """The format of that name; None where there is none."""
    if name in MODULES:
        return _own(name)
    return next((format for format in _installed() if format.name == name), None)


def _own(name: str) -> Format:
    found = import_module(f"annotator.interop.formats.{MODULES[name]}").FORMAT
    assert isinstance(found, Format)
    return found


def _installed() -> Iterator[Format]:
    for point in entry_points(group=ENTRY_POINTS):
        found = point.load()
        if isinstance(found, Format) and found.name not in MODULES:
            yield found
