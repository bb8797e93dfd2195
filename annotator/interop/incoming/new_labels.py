"""Scheme for imported labels: the built-in one extended by them, written where the folder has no scheme."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.storage.articles.folders import make_folder_of
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, Problem, SchemeError, told
from annotator.storage.program.resources import resource
from annotator.storage.schemes.scheme_lookup import BUILT_IN, MAX_SCHEME_BYTES, SCHEME_NAME, own_scheme
from annotator.storage.yaml.yaml_writing import quoted
from annotator.translation.messages import N_, _, listed

RELATIONS = "relations:\n"
ID = "claims-sources-figures"
LACKING = N_("{scheme}, the folder's own scheme, lacks {labels}: they are kept and shown in grey until they are in it.")
MADE = N_("The labels {labels} were made: {scheme} has them, after those of the built-in scheme.")


class Made(NamedTuple):
    """Result in ``notes``, one sentence each; ``scheme`` has the bytes of the scheme that was written, if any.

    ``problems`` say why none could be written, or the folder's own one not be read.
    """

    notes: list[str]
    scheme: bytes = b""
    problems: tuple[Problem, ...] = ()


def labels_made(folder: Path, scheme: Scheme, documents: Iterable[Document]) -> Made:
    """Write a scheme with the documents' unknown labels unless there are none or the folder has a scheme."""
    used = {item.label for document in documents for item in document.annotations.values()}
    strange = sorted(used - {label.id for label in scheme.labels})
    if not strange:
        return Made([])
    names = listed(map(told, strange))
    try:
        own = own_scheme(folder)
        if own:
            return Made([_(LACKING).format(scheme=own.name, labels=names)])
        data = _extended(strange).encode()
        make_folder_of(folder / SCHEME_NAME)
        write_atomically(folder / SCHEME_NAME, data)
    except FileError as error:
        return Made([_("A scheme with {labels} could not be written.").format(labels=names)], problems=(error.problem,))
    return Made([_(MADE).format(labels=names, scheme=SCHEME_NAME)], data)


def _extended(labels: Iterable[str]) -> str:
    text = bytes_of(resource(BUILT_IN), MAX_SCHEME_BYTES, SchemeError, follow=True).decode()
    added = "".join(f"- id: {quoted(label)}\n" for label in labels)
    text = text.replace(f"\n{RELATIONS}", f"\n{added}{RELATIONS}", 1)
    return text.replace(f"\nid: {ID}\n", f"\nid: {ID}-and-more\n", 1)
