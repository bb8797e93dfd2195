"""Undo steps: a change with its title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtGui import QUndoCommand, QUndoStack

from annotator.model.annotation import Annotation
from annotator.model.change import Change, ChangeError
from annotator.model.document import Document
from annotator.model.edits import without_beginning
from annotator.model.items import altered

SINGLE, OF_FIELD = -1, 1
"""Kinds of steps, in Qt's sense: only those of one kind can be merged."""


class Changing(Protocol):
    """Interface of the session that applies undo steps."""

    @property
    def document(self) -> Document: ...

    def apply(self, change: Change) -> None: ...

    def go_to(self, change: Change) -> None: ...


class Step(QUndoCommand):
    """Undo step of one change; undo and redo also move the caret to the change.

    Steps with the same ``token``, one after another, are merged into one. ``fitted`` is False once a step could not be
    undone or redone, since somebody else has changed what it changes.
    """

    def __init__(self, session: Changing, change: Change, title: str, token: object | None = None) -> None:
        super().__init__(title)
        self._session = session
        self._change = change
        self._done = False
        self._dropped = False
        self.token = token
        self.fitted = True

    def id(self) -> int:
        return SINGLE if self.token is None else OF_FIELD

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the step that was just done; False where the two have nothing to do with each other."""
        if not isinstance(other, Step) or other.token is not self.token:
            return False
        try:
            self._change = self._change.then(other._change)
        except ChangeError:
            return False
        self.setText(other.text())
        return True

    def comes_to_nothing(self, change: Change) -> bool:
        """Return True if after ``change`` everything would be as it was before the step, but for the time."""
        try:
            whole = self._change.then(change)
        except ChangeError:
            return False
        return _timeless(whole.annotations_removed) == _timeless(whole.annotations_added)

    def does_the_same(self, change: Change, *, back: bool) -> bool:
        """Return True if undoing the step, or else redoing it, does the same to annotations, but for the time."""
        own = self._change.inverse() if back else self._change
        return _by_id(own.annotations_removed) == _by_id(change.annotations_removed) and (
            _by_id(own.annotations_added) == _by_id(change.annotations_added)
        )

    def drop(self) -> None:
        """Disappear from the history when undone."""
        self._dropped = True

    def can_be_undone(self, document: Document) -> bool:
        """Return True if undoing the step fits the document; changes by others may prevent it."""
        try:
            without_beginning(self._change.inverse(), document).apply(document)
        except ChangeError:
            return False
        return True

    def redo(self) -> None:
        if not self._done:
            self._session.apply(self._change)
        elif self._applied(self._change):
            self._session.go_to(self._change)
        self._done = True

    def undo(self) -> None:
        change = self._change.inverse()
        if not self._applied(change):
            return
        if self._dropped:
            self.setObsolete(True)
        else:
            self._session.go_to(change)

    def _applied(self, change: Change) -> bool:
        """Apply the change; where it no longer fits, let Qt delete the step and return False.

        That the work on the article has begun meanwhile is no reason to refuse the first annotation.
        """
        try:
            self._session.apply(without_beginning(change, self._session.document))
        except ChangeError:
            self.fitted = False
            self.setObsolete(True)
        return self.fitted


def last_step(stack: QUndoStack, token: object | None) -> Step | None:
    """Return the last step, if it was done with this token."""
    step = stack.command(stack.index() - 1) if token is not None and stack.index() else None
    return step if isinstance(step, Step) and step.token is token else None


def take_back(stack: QUndoStack, token: object) -> None:
    """Undo the last step, if it was done with this token, and let it disappear from the history."""
    if step := last_step(stack, token):
        step.drop()
        stack.undo()


def following(stack: QUndoStack, *, back: bool) -> Step | None:
    """Return the last step, which is undone next, or else the one that is redone next; None if there is none."""
    step = stack.command(stack.index() - 1 if back else stack.index())
    return step if isinstance(step, Step) else None


def walk(stack: QUndoStack, *, back: bool) -> bool:
    """Undo the last step or redo the next; drop a step that no longer fits, and return False."""
    step = following(stack, back=back)
    if back:
        stack.undo()
    else:
        stack.redo()
    return step is None or step.fitted


def _timeless(annotations: Iterable[Annotation]) -> list[Annotation]:
    return [altered(annotation, modified="") for annotation in annotations]


def _by_id(annotations: Iterable[Annotation]) -> dict[str, Annotation]:
    return {annotation.id: annotation for annotation in _timeless(annotations)}
