"""A document with what is known of it beyond its article: where it lies in a folder, and its scheme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.scheme import Scheme

TRAIN, DEV, TEST = "train", "dev", "test"
SPLITS = (TRAIN, DEV, TEST)


@dataclass(frozen=True, slots=True)
class Entry:
    """``path`` is the article's below the folder, with slashes; ``split`` is one of ``SPLITS``, or empty."""

    path: str
    document: Document
    scheme: Scheme
    split: str = ""

    @property
    def text(self) -> str:
        return self.document.article.text

    @property
    def name(self) -> str:
        """Its own among the documents of a folder: the path without the suffix, and whose document it is."""
        stem = self.path.rpartition(".")[0] or self.path
        annotator = self.document.annotator
        return f"{stem}.{annotator}" if annotator else stem

    @property
    def annotations(self) -> Sequence[Annotation]:
        """In text order."""
        return self.document.in_text_order()

    @property
    def relations(self) -> Sequence[Relation]:
        """In the order of their ids."""
        return sorted(self.document.relations.values(), key=lambda relation: relation.id)
