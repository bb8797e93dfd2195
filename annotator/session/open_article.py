"""An article that is open, and where the caret stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from PySide6.QtGui import QUndoStack

from annotator.anchoring.places import Place
from annotator.corpus.orphans import Orphan
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.session.text_index import TextIndex
from annotator.storage.files.file_error import Problem

Key: TypeAlias = tuple[Path, Path]


@dataclass(slots=True)
class OpenArticle:
    """An article that is open, or was: its document now and the steps that led there.

    ``read_only`` says why nothing can be changed; empty where it can. ``saved`` is what the sidecar held when it was
    last read or written, None where there is none; ``base`` is the document that it held. ``others`` are the sidecars
    of other annotators, where this one has none yet; ``copies`` those that a sync service has left beside it.
    ``places`` are proposed for annotations that lost theirs when the article changed, by their ids.
    ``encoding_forgotten`` was remembered for the article and does not fit it any more. ``orphan`` is the sidecar where
    it names another article, which is not there.
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
    orphan: Orphan | None = None
    base: Document = field(init=False)

    def __post_init__(self) -> None:
        self.base = self.document

    @property
    def key(self) -> Key:
        """What tells it from others: the same article is open for another annotator with another sidecar."""
        return self.path, self.sidecar


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the caret stands and where its selection began; both in code points, alike where nothing is selected."""

    anchor: int = 0
    position: int = 0

    @property
    def start(self) -> int:
        return min(self.anchor, self.position)

    @property
    def end(self) -> int:
        return max(self.anchor, self.position)
