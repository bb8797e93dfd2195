"""Sidecars: the YAML files beside articles that hold documents; their paths and names."""

from __future__ import annotations

from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.sidecars.sidecar_names import (
    LONGEST_NAME,
    NOT_IN_NAMES,
    annotator_in,
    is_annotator_name,
    is_sidecar,
    is_sidecar_name,
    sidecar_path,
    stem_in,
    stem_of,
    whole_name_path,
)
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES, ReadSidecar, read_sidecar, root_of
from annotator.storage.sidecars.sidecar_writing import SidecarWriter

__all__ = [
    "LONGEST_NAME",
    "MAX_SIDECAR_BYTES",
    "NOT_IN_NAMES",
    "ReadSidecar",
    "SidecarWriter",
    "annotator_in",
    "is_annotator_name",
    "is_sidecar",
    "is_sidecar_name",
    "new_document",
    "read_sidecar",
    "root_of",
    "sidecar_path",
    "stem_in",
    "stem_of",
    "whole_name_path",
]


def new_document(article: Article, annotator: str, scheme: str) -> Document:
    """Return a document without annotations."""
    return Document(article, annotator=annotator, scheme=scheme)
