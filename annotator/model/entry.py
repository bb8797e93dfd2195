"""A document of a folder, with its path, its scheme and its split."""

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
    """A document of a folder.

    ``path`` is that of the article, relative to the folder, with slashes; ``split`` is one of ``SPLITS``, or empty.
    ``shares_stem``: another article has the path without the suffix, and the sidecar is called after the whole name.
    """

    path: str
    document: Document
    scheme: Scheme
    split: str = ""
    shares_stem: bool = False

    @property
    def text(self) -> str:
        return self.document.article.text

    @property
    def name(self) -> str:
        """Name that is unique within a folder: the path without its suffix, then a dot and the annotator, if any.

        The path keeps its suffix where another article has that name.
        """
        stem = self.path if self.shares_stem else self.path.rpartition(".")[0] or self.path
        annotator = self.document.annotator
        return f"{stem}.{annotator}" if annotator else stem

    @property
    def annotations(self) -> Sequence[Annotation]:
        """Annotations in text order."""
        return self.document.in_text_order()

    @property
    def relations(self) -> Sequence[Relation]:
        """Relations sorted by id."""
        return sorted(self.document.relations.values(), key=lambda relation: relation.id)
