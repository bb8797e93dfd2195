"""Scheme for imported labels: the built-in one extended by them, written where the folder has no scheme."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.storage.articles.folders import make_folder_of
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import SaveError, told
from annotator.storage.program.resources import resource
from annotator.storage.schemes.scheme_lookup import BUILT_IN, SCHEME_NAME, scheme_path
from annotator.storage.yaml.yaml_writing import quoted

RELATIONS = "relations:\n"
ID = "claims-sources-figures"


class Made(NamedTuple):
    """Result in ``notes``, one sentence each; ``scheme`` has the bytes of the scheme that was written, if any."""

    notes: list[str]
    scheme: bytes = b""


def labels_made(folder: Path, scheme: Scheme, documents: Iterable[Document]) -> Made:
    """Write a scheme with the documents' unknown labels unless there are none or the folder has a scheme."""
    used = {item.label for document in documents for item in document.annotations.values()}
    strange = sorted(used - {label.id for label in scheme.labels})
    if not strange:
        return Made([])
    names, path, data = ", ".join(map(told, strange)), scheme_path(folder), _extended(strange).encode()
    if is_there(path):
        kept = "they are kept and shown in grey until they are in it"
        return Made([f"{path.name}, the folder's own scheme, lacks {names}: {kept}."])
    try:
        make_folder_of(path)
        write_atomically(path, data)
    except SaveError as error:
        return Made([f"A scheme with {names} could not be written: {error.problem.sentence}"])
    return Made([f"The labels {names} were made: {SCHEME_NAME} has them, after those of the built-in scheme."], data)


def _extended(labels: Iterable[str]) -> str:
    text = resource(BUILT_IN).read_text("utf-8")
    added = "".join(f"- id: {quoted(label)}\n" for label in labels)
    text = text.replace(f"\n{RELATIONS}", f"\n{added}{RELATIONS}", 1)
    return text.replace(f"\nid: {ID}\n", f"\nid: {ID}-and-more\n", 1)
