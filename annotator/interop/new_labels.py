"""A scheme for labels that come from elsewhere: the built-in one with these added, where a folder has no other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.storage.atomic import write_atomically
from annotator.storage.file_bytes import is_there
from annotator.storage.file_error import SaveError, told
from annotator.storage.resources import resource
from annotator.storage.schemes import BUILT_IN, SCHEME_NAME
from annotator.storage.yaml_text import quoted

RELATIONS = "relations:\n"
ID = "claims-sources-figures"


def labels_made(folder: Path, scheme: Scheme, documents: Iterable[Document]) -> list[str]:
    """Write the scheme if it is needed; what was done, or is left to do, in a sentence. Raises SaveError."""
    used = {item.label for document in documents for item in document.annotations.values()}
    strange = sorted(used - {label.id for label in scheme.labels})
    if not strange:
        return []
    names = ", ".join(map(told, strange))
    path = folder / SCHEME_NAME
    if is_there(path):
        return [f"The folder's scheme lacks {names}: they are kept and shown in grey until they are in {SCHEME_NAME}."]
    try:
        write_atomically(path, _extended(strange).encode())
    except SaveError as error:
        return [f"A scheme with {names} could not be written: {error.problem.sentence}"]
    return [f"The labels {names} were made: {SCHEME_NAME} has them, after those of the built-in scheme."]


def _extended(labels: Iterable[str]) -> str:
    text = resource(BUILT_IN).read_text("utf-8")
    added = "".join(f"- id: {quoted(label)}\n" for label in labels)
    text = text.replace(f"\n{RELATIONS}", f"\n{added}{RELATIONS}", 1)
    return text.replace(f"\nid: {ID}\n", f"\nid: {ID}-and-more\n", 1)
