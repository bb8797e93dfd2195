"""Registry of annotation formats: the program's own, each a module of ``formats``, and those of installed packages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from annotator.interop.format import Format
from annotator.translation.messages import N_, _

ENTRY_POINTS = "annotator.formats"
"""Entry-point group in which an installed package registers its formats; each entry point is a ``Format``."""

MODULES = {
    "jsonl": "jsonl",
    "huggingface": "huggingface",
    "parquet": "parquet",
    "csv": "csv_tables",
    "xlsx": "csv_tables.workbook",
    "conll": "conll",
    "spacy": "spacy_docbin",
    "brat": "brat",
    "label-studio": "label_studio",
    "doccano": "doccano",
    "prodigy": "prodigy",
    "cas-xmi": "cas_xmi",
    "cas-json": "cas_xmi.json_format",
    "webanno-tsv": "webanno_tsv",
    "bioc": "bioc",
    "web-annotation": "web_annotation",
    "tei": "tei",
    "refi-qda": "refi_qda",
    "claimreview": "claim_review",
}
"""Module names by format, in the order in which formats are listed."""

NO_FORMAT = N_("The format “{name}” of an installed package is no annotator.interop.format.Format.")
OUR_NAME = N_("The format “{name}” of an installed package has a name of ours.")


def formats() -> list[Format]:
    """Return all formats, the program's own first."""
    return [*map(_own, MODULES), *_installed()]


def format_named(name: str) -> Format | None:
    """Return the format of that name; None where there is none."""
    if name in MODULES:
        return _own(name)
    return next((format for format in _installed() if format.name == name), None)


def _own(name: str) -> Format:
    found = import_module(f"annotator.interop.formats.{MODULES[name]}").FORMAT
    assert isinstance(found, Format)
    return found


def unusable() -> list[str]:
    """Return a sentence for each format of an installed package that cannot be used."""
    return [found for found in map(_loaded, entry_points(group=ENTRY_POINTS)) if isinstance(found, str)]


def _installed() -> Iterator[Format]:
    for point in entry_points(group=ENTRY_POINTS):
        found = _loaded(point)
        if isinstance(found, Format):
            yield found


def _loaded(point: EntryPoint) -> Format | str:
    """Return the format, or a sentence that says why it cannot be used."""
    try:
        found = point.load()
    except Exception as error:  # noqa: BLE001 – a fault in foreign code must not stop the program
        fault = f"{type(error).__name__}: {error}"
        return _("The format “{name}” of an installed package fails: {fault}.").format(name=point.name, fault=fault)
    if not isinstance(found, Format):
        return _(NO_FORMAT).format(name=point.name)
    return _(OUR_NAME).format(name=point.name) if found.name in MODULES else found
