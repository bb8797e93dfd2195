"""Files of evidence that are confidential, by their bytes: what one person marks so is so for everybody."""

from __future__ import annotations

from collections.abc import Set

from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.evidence import EVIDENCE, Evidence
from annotator.storage.evidence.file_names import sha256_in
from annotator.storage.evidence.references import files_in
from annotator.storage.sidecars.sidecar_files import root_of
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.storage.yaml.yaml_writing import FURTHER_ESCAPE

MARKED, NO_TEXT = b"confidential", b"\0"


def confidential_in(data: bytes) -> set[str]:
    """Return the SHA-256 of each file that a sidecar with this content says is confidential.

    Where the content cannot be read as a sidecar but speaks of what is confidential, that is each file it refers to.
    Raises YamlError where no word of it can be read: it is empty, or has bytes that no text has.
    """
    if NO_TEXT in data or not data or data.isspace():
        root_of(data)
    if MARKED not in data and not FURTHER_ESCAPE.search(data):
        return set()
    try:
        pieces = root_of(data).mappings(EVIDENCE.section)
        files = [piece.text("file") for piece in pieces if piece.flag("confidential")]
    except YamlError:
        files = files_in(data)
    return {sha256 for file in files if (sha256 := sha256_in(file))}


def kept_back(document: Document, confidential: Set[str]) -> Document:
    """Return the document with a piece marked as confidential where a file of the same bytes is.

    That is so in the document itself or by ``confidential``, the SHA-256 of files.
    """
    pieces = document.of(Evidence)
    all_ = confidential | {sha256_in(piece.file) for piece in pieces.values() if piece.confidential}
    marked = {
        id: altered(piece, confidential=True)
        for id, piece in pieces.items()
        if not piece.confidential and piece.file and sha256_in(piece.file) in all_ - {""}
    }
    return document.with_items(Evidence, {**pieces, **marked}) if marked else document
