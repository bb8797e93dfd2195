"""Session: the open article, its document, the selection and the undo history; the only mutable state."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.ids import new_id
from annotator.model.reading import place_of
from annotator.model.scheme import Scheme
from annotator.model.span import Span, trimmed
from annotator.session.open_article import Caret, OpenArticle
from annotator.session.open_field import OpenField
from annotator.session.text_index import TextIndex
from annotator.session.undo_steps import Step, last_step, walk
from annotator.translation.messages import _


class Session(QObject):
    """State that the window shows and changes. Widgets call it and connect to its signals, never to each other.

    ``path`` is the article that was requested; ``current`` is the open article, None if none is open or it could not
    be read; ``coming``: its text is shown already, but its annotations are still read. ``fills_figures``: the setting.

    ``opened``: another article is open, or none. ``changed``: a Change was applied to the document. ``selected``:
    another annotation is selected, or none. ``caret_moved``: the caret or its selection has moved. ``shown``: the caret
    is to be scrolled into view. ``said``: a message for the status bar; ``meanwhile``: one that stands there as long as
    something is under way, empty once it is not. ``locked``: another label is locked, or none.
    """

    opened = Signal()
    changed = Signal(object)
    selected = Signal()
    caret_moved = Signal()
    shown = Signal()
    locked = Signal()
    said, meanwhile = Signal(str), Signal(str)

    def __init__(self, *, clock: Callable[[], str], randomness: random.Random, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._randomness = randomness
        self._selected, self._near = "", False
        self.current: OpenArticle | None = None
        self.path: Path | None = None
        self.caret = Caret()
        self.locked_label, self.coming, self.fills_figures = "", False, True
        self.history = QUndoGroup(self)
        self.field = OpenField()

    @property
    def document(self) -> Document:
        """Document of the open article; only valid while an article is open."""
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

    def show(self, article: OpenArticle | None, caret: Caret | None = None, *, again: bool = False) -> None:
        """Make ``article`` the open one, or none, and put the caret into it; shown ``again``, the selection stays."""
        self.field.finish()  # into the article that is left
        self.current = article
        self._selected, self._near = (self._selected, self._near) if again else ("", False)
        self.caret = self._within(caret or Caret())
        if article:
            self.history.addStack(article.undo)  # else Qt would keep a pointer to a deleted stack
            self.history.setActiveStack(article.undo)
        elif stack := self.history.activeStack():
            stack.setActive(False)
        self.opened.emit()
        self.selected.emit()
        self.caret_moved.emit()

    # changes

    @property
    def writable(self) -> bool:
        return self.current is not None and not self.current.read_only

    def do(self, change: Change, title: str, token: object | None = None, *, done: str = "") -> bool:
        """Apply the change as an undo step with this title. Return False if it is empty or the article read-only.

        ``title`` says what to do, as the menu has it after “Undo”; ``done`` says the same as done, for the status line.

        Changes with the same ``token``, one after another, are one step, and none if they come to nothing.
        """
        if not change or self.current is None:
            return False
        if self.current.read_only:
            self.say(self.current.read_only)
            return False
        before = last_step(self.current.undo, token)
        if before and before.comes_to_nothing(change) and before.can_be_undone(self.document):
            before.drop()
            self.current.undo.undo()
            return True
        told = before is not None and before.text() == title
        self.current.undo.push(Step(self, change, title, token))
        if not told:
            self.say(done or title)
        return True

    def take_over(self, article: OpenArticle, change: Change) -> None:
        """Apply a change by somebody else; it makes no undo step, so undo leaves it in place."""
        if article is self.current:
            self.apply(change)
        else:
            article.apply(change)

    def apply(self, change: Change) -> None:
        """Apply the change to the document, for undo steps and ``take_over``; use ``do`` for an undoable change."""
        assert self.current is not None
        self.current.apply(change)
        self.changed.emit(change)
        if self._selected and self._selected not in self.document.annotations:
            self.select(None)

    def undo(self) -> None:
        """Undo the last step and say which; that of a field that is being typed into is finished first."""
        self.field.finish()
        if self.writable and self.history.canUndo():
            self._walk(self.history.undoText(), _("Undone: {step}"), back=True)

    def redo(self) -> None:
        """Redo the next step and say which."""
        self.field.finish()
        if self.writable and self.history.canRedo():
            self._walk(self.history.redoText(), _("Redone: {step}"), back=False)

    def _walk(self, step: str, done: str, *, back: bool) -> None:
        fitted = walk(self.history.activeStack(), back=back)
        self.say((done if fitted else _("Somebody else has changed it since: {step}")).format(step=step))

    def new_id(self) -> str:
        """Return an id that no item of the document has."""
        return new_id(_Ids(self.document), self._randomness)

    def now(self) -> str:
        return self._clock()

    def words(self, annotation: Annotation) -> str:
        """Return the text that the annotation marks."""
        return self.document.words(annotation)

    # selection

    @property
    def selection(self) -> Span | None:
        """Selected span without blanks at its ends; None if nothing or only blanks are selected."""
        if self.current is None or self.caret.anchor == self.caret.position:
            return None
        return trimmed(self.document.article.text, self.caret.start, self.caret.end)

    @property
    def selected_annotation(self) -> Annotation | None:
        return self.document.annotations.get(self._selected) if self.current and self._selected else None

    @property
    def chosen_annotation(self) -> Annotation | None:
        """The selected annotation, unless it is only near: the caret was put into its words."""
        return None if self._near else self.selected_annotation

    def select(self, id: str | None, *, show: bool = False, near: bool = False) -> None:
        """Select an annotation, or none; with ``show`` move the caret to its start and scroll it into view.

        For an annotation that has lost its place, the caret moves to the start of the proposed place, if any. One that
        is ``near`` is shown but not chosen: a label's key does not relabel it.
        """
        if (id or "", near) != (self._selected, self._near):
            self._selected, self._near = id or "", near
            self.selected.emit()
        annotation = self.selected_annotation
        if show and annotation is not None and (span := self._place_of(annotation)):
            self._put_caret(Caret(span.start, span.start))
            self.reveal_caret()

    def move_caret(self, position: int, anchor: int | None = None) -> None:
        """Move the caret to ``position`` and select from ``anchor`` if given; both are limited to the text's length.

        The selected annotation is deselected if the caret leaves it, and no longer chosen if the caret moves within.
        """
        if self._put_caret(Caret(position if anchor is None else anchor, position)):
            self._leave_annotation()

    def go_to(self, change: Change) -> None:
        """Select the first annotation that the change adds, else move the caret to what it removes or says is read."""
        if change.annotations_added:
            self.select(change.annotations_added[0].id, show=True)
        elif (place := place_of(change, self.document.article.text)) is not None:
            self.move_caret(place)
            self.reveal_caret()

    def reveal_caret(self) -> None:
        """Scroll the caret into view."""
        self.shown.emit()

    def _place_of(self, annotation: Annotation) -> Span | None:
        """Return the annotation's span in the present article, or the proposed one; None if there is neither."""
        if self.current is None or not annotation.is_elsewhere:
            return annotation.span
        place = self.current.places.get(annotation.id)
        return place.span if place else None

    def _put_caret(self, caret: Caret) -> bool:
        before, self.caret = self.caret, self._within(caret)
        if self.caret != before:
            self.caret_moved.emit()
        return self.caret != before

    def _within(self, caret: Caret) -> Caret:
        length = len(self.document.article.text) if self.current else 0
        return Caret(min(caret.anchor, length), min(caret.position, length))

    def _leave_annotation(self) -> None:
        if (annotation := self.selected_annotation) and not annotation.displaced:
            inside = annotation.span.start <= self.caret.position <= annotation.span.end
            self.select(annotation.id if inside else None, near=inside)

    def lock(self, label: str) -> None:
        """Lock ``label``, with which every new selection is tagged at once; an empty label unlocks."""
        if label != self.locked_label:
            self.locked_label = label
            self.locked.emit()

    def say(self, sentence: str) -> None:
        self.said.emit(sentence)


class _Ids(Struct, frozen=True):
    document: Document

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.document.item(id) is not None
