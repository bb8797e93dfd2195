"""Scheme from the labels of a doccano project, as its page of labels exports them."""

from __future__ import annotations

from pathlib import Path

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.incoming.foreign_scheme import Derived, ForeignScheme
from annotator.interop.json.items import json_items
from annotator.interop.json.reading import Fields
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import _

MOST_BYTES = 2 * MIB
NAMES, COLOURS, KEYS = ("text", "name"), ("background_color", "backgroundColor"), ("suffix_key", "suffixKey")
PREFIXES = ("prefix_key", "prefixKey")


def scheme_of(path: Path) -> Derived:
    """Return the scheme of the file. Raises ForeignError and FileError."""
    bytes_of(path, MOST_BYTES, FileError)
    scheme = ForeignScheme(path.stem)
    for number, item in enumerate(json_items(path), 1):
        place = _("label {number}").format(number=number)
        if not isinstance(item, dict) or not any(isinstance(item.get(name), str) for name in NAMES):
            raise ForeignError(_("It is no label of doccano, which is a JSON object with “text”."), place)
        _add(Fields(item, number), place, scheme)
    return scheme.derived()


def _add(label: Fields, place: str, scheme: ForeignScheme) -> None:
    key = "" if _first(label, PREFIXES) else _first(label, KEYS)
    scheme.label(_first(label, NAMES), place, key=key, colour=_first(label, COLOURS))


def _first(label: Fields, names: tuple[str, ...]) -> str:
    return next((value for name in names if isinstance(value := label.values.get(name), str) and value), "")
