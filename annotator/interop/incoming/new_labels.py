"""Scheme for imported labels: the built-in one extended by them, written where the folder has no scheme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.model.document import Document
from annotator.model.scheme import Label, Scheme
from annotator.storage.articles.folders import make_folder_of
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import FileError, Problem, told
from annotator.storage.schemes.scheme_lookup import SCHEME_NAME, built_in_scheme, own_scheme
from annotator.storage.schemes.scheme_writing import written_scheme
from annotator.translation.messages import N_, _, listed

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
        data = _extended(strange)
        make_folder_of(folder / SCHEME_NAME)
        write_atomically(folder / SCHEME_NAME, data)
    except FileError as error:
        return Made([_("A scheme with {labels} could not be written.").format(labels=names)], problems=(error.problem,))
    return Made([_(MADE).format(labels=names, scheme=SCHEME_NAME)], data)


def _extended(labels: Iterable[str]) -> bytes:
    """Return the built-in scheme with the labels, which get the next free colours and marks."""
    old = built_in_scheme()
    added = (Label(label, "", "", "") for label in labels)
    return written_scheme(None, replace(old, id=f"{old.id}-and-more", labels=(*old.labels, *added))).data
