"""An open article and its caret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from PySide6.QtGui import QUndoStack

from annotator.anchoring.places import Dropped, Place
from annotator.corpus.orphans import Orphan
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.session.relation_index import RelationIndex
from annotator.session.text_index import TextIndex
from annotator.storage.files.file_error import Problem

Key: TypeAlias = tuple[Path, Path]


@dataclass(slots=True)
class OpenArticle:
    """Article that is or was open, with its current document and undo history.

    ``read_only`` says why the document cannot be changed; empty if it can. ``saved`` holds the bytes of the sidecar
    when it was last read or written, None if there was none; ``base`` is the document in these bytes. ``others`` are
    sidecars of other annotators if this annotator has none yet; ``copies`` are conflict copies of the sidecar, which
    are looked for once the article is shown: that takes a listing of the folder, which may be large.
    ``places`` are proposals, by id, for annotations that lost their place when the article changed;
    ``dropped`` counts what else had a place in it and is left out.
    ``encoding_forgotten`` is an encoding stored for the article that no longer fits it; empty if there is none.
    ``encoding_rivals`` are encodings about as likely as the guessed one.
    ``linked``: the article or the sidecar is a link out of the folder; it is written to only if ``follow`` is set.
    ``orphan`` is the sidecar where it names another article, which is not there. ``relations`` has the relations by
    the annotations at their ends.
    """

    path: Path
    sidecar: Path
    document: Document
    index: TextIndex
    undo: QUndoStack
    scheme: Scheme
    saved: bytes | None = None
    read_only: str = ""
    problems: tuple[Problem, ...] = ()
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    others: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    encoding_forgotten: str = ""
    encoding_rivals: tuple[str, ...] = ()
    linked: bool = False
    follow: bool = False
    orphan: Orphan | None = None
    relations: RelationIndex = field(default_factory=RelationIndex, repr=False, compare=False)
    dropped: Dropped = field(default_factory=Dropped)
    base: Document = field(init=False)

    def __post_init__(self) -> None:
        self.base = self.document
        if self.document.relations and not self.relations:
            self.relations = RelationIndex(self.document.relations.values())

    def apply(self, change: Change) -> None:
        """Make the changed document the current one, and update what is known of it."""
        self.document = change.apply(self.document)
        self.index.follow(change)
        self.relations.follow(change)

    @property
    def key(self) -> Key:
        """Article and sidecar, which identify the document: another annotator has another sidecar."""
        return self.path, self.sidecar


class Caret(Struct, frozen=True):
    """Caret ``position`` and the ``anchor`` of its selection in code points; equal if nothing is selected."""

    anchor: int = 0
    position: int = 0

    @property
    def start(self) -> int:
        return min(self.anchor, self.position)

    @property
    def end(self) -> int:
        return max(self.anchor, self.position)
