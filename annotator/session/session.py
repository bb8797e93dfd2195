"""The only mutable state: which article is open, its document, what is selected, what can be undone."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.ids import new_id
from annotator.model.scheme import Scheme
from annotator.model.span import Span, trimmed
from annotator.session.open_article import Caret, OpenArticle
from annotator.session.text_index import TextIndex
from annotator.session.undo_steps import Step, walk


class Session(QObject):
    """What the window shows and changes. Widgets call it and listen to it; they never call each other.

    ``path`` is the article that was asked for; ``current`` is what is open of it, None while it is read or where it
    cannot be.

    ``opened``: another article is open, or none. ``changed``: a Change was applied to the document. ``selected``:
    another annotation is selected, or none. ``caret_moved``: caret or selection. ``shown``: the caret is to be
    scrolled into view. ``said``: a sentence on what was just done. ``locked``: another label is locked, or none.
    """

    opened = Signal()
    changed = Signal(object)
    selected = Signal()
    caret_moved = Signal()
    shown = Signal()
    locked = Signal()
    said = Signal(str)

    def __init__(self, *, clock: Callable[[], str], randomness: random.Random, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._randomness = randomness
        self._selected = ""
        self.current: OpenArticle | None = None
        self.path: Path | None = None
        self.caret = Caret()
        self.locked_label = ""
        self.history = QUndoGroup(self)

    # what is open

    @property
    def document(self) -> Document:
        """The open article's document. Only to be asked for while an article is open."""
        assert self.current is not None
        return self.current.document

    @property
    def index(self) -> TextIndex:
        assert self.current is not None
        return self.current.index

    @property
    def scheme(self) -> Scheme:
        assert self.current is not None
        return self.current.scheme

    def show(self, article: OpenArticle | None, caret: Caret | None = None) -> None:
        """Make ``article`` the open one."""
        self.current = article
        self._selected = ""
        self.caret = self._within(caret or Caret())
        if article:
            self.history.addStack(article.undo)  # else Qt would go on pointing to a stack that is gone
            self.history.setActiveStack(article.undo)
        elif stack := self.history.activeStack():
            stack.setActive(False)
        self.opened.emit()
        self.selected.emit()
        self.caret_moved.emit()

    # changing it

    @property
    def writable(self) -> bool:
        return self.current is not None and not self.current.read_only

    def do(self, change: Change, title: str) -> bool:
        """Apply the change as one undoable step, named by ``title``. False where the article cannot be changed."""
        if not change or self.current is None:
            return False
        if self.current.read_only:
            self.say(self.current.read_only)
            return False
        self.current.undo.push(Step(self, change, title))
        self.say(title)
        return True

    def take_over(self, article: OpenArticle, change: Change) -> None:
        """Apply what somebody else has changed; that is not a step of one's own, so undoing goes past it."""
        if article is self.current:
            self.apply(change)
        else:
            article.document = change.apply(article.document)
            article.index.follow(change)

    def apply(self, change: Change) -> None:
        """Change the document; for the steps of the history, and for ``take_over``."""
        assert self.current is not None
        self.current.document = change.apply(self.current.document)
        self.current.index.follow(change)
        gone = {a.id for a in change.annotations_removed} - {a.id for a in change.annotations_added}
        self.changed.emit(change)
        if self._selected in gone:
            self.select(None)

    def undo(self) -> None:
        """Take the last step back, and say which."""
        title = self.history.undoText()
        if self.writable and self.history.canUndo():
            done = walk(self.history.activeStack(), self.document, back=True)
            self.say(f"Undone: {title}" if done else f"Somebody else has changed it since: {title}")

    def redo(self) -> None:
        """Do again what was taken back, and say what."""
        title = self.history.redoText()
        if self.writable and self.history.canRedo():
            done = walk(self.history.activeStack(), self.document, back=False)
            self.say(f"Redone: {title}" if done else f"Somebody else has changed it since: {title}")

    def new_id(self) -> str:
        """An id that no annotation and no relation of the document has."""
        return new_id(_Ids(self.document), self._randomness)

    def now(self) -> str:
        return self._clock()

    def words(self, annotation: Annotation) -> str:
        """What the annotation marks."""
        return self.document.words(annotation)

    # what is selected

    @property
    def selection(self) -> Span | None:
        """The selected words without blanks at their ends; None where nothing but blanks is selected."""
        if self.current is None or self.caret.anchor == self.caret.position:
            return None
        return trimmed(self.document.article.text, self.caret.start, self.caret.end)

    @property
    def selected_annotation(self) -> Annotation | None:
        return self.document.annotations.get(self._selected) if self.current and self._selected else None

    def select(self, id: str | None, *, show: bool = False) -> None:
        """Select an annotation, or none; with ``show`` bring it into view and put the caret at its start.

        Where the article has changed and the annotation with it, that is the start of the place proposed for it.
        """
        if (id or "") != self._selected:
            self._selected = id or ""
            self.selected.emit()
        annotation = self.selected_annotation
        if show and annotation is not None and (span := self._place_of(annotation)):
            self.move_caret(span.start)
            self.reveal_caret()

    def move_caret(self, position: int, anchor: int | None = None) -> None:
        """Put the caret at ``position``, selecting from ``anchor`` where that is given; cut off at the text's end.

        An annotation is selected no longer when the caret has left it.
        """
        moved = self._within(Caret(position if anchor is None else anchor, position))
        if moved != self.caret:
            self.caret = moved
            self.caret_moved.emit()
            self._leave_annotation()

    def go_to(self, change: Change) -> None:
        """Go to where the change put annotations in, else to where it took them out."""
        if change.annotations_added:
            self.select(change.annotations_added[0].id, show=True)
        elif change.annotations_removed:
            self.move_caret(change.annotations_removed[0].span.start)
            self.reveal_caret()

    def reveal_caret(self) -> None:
        """Bring the caret into view."""
        self.shown.emit()

    def _place_of(self, annotation: Annotation) -> Span | None:
        """Where the annotation is, or may be, in the article as it is now."""
        if self.current is None or not annotation.is_elsewhere:
            return annotation.span
        place = self.current.places.get(annotation.id)
        return place.span if place else None

    def _within(self, caret: Caret) -> Caret:
        length = len(self.document.article.text) if self.current else 0
        return Caret(min(caret.anchor, length), min(caret.position, length))

    def _leave_annotation(self) -> None:
        annotation = self.selected_annotation
        if annotation is None or annotation.displaced:
            return
        if not annotation.span.start <= self.caret.position <= annotation.span.end:
            self.select(None)

    def lock(self, label: str) -> None:
        """Tag every new selection with ``label`` at once, until it is unlocked with an empty one."""
        if label != self.locked_label:
            self.locked_label = label
            self.locked.emit()

    def say(self, sentence: str) -> None:
        self.said.emit(sentence)


@dataclass(frozen=True, slots=True)
class _Ids:
    document: Document

    def __contains__(self, id: object) -> bool:
        return id in self.document.annotations or id in self.document.relations
