"""Undo steps: a change with its title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from PySide6.QtGui import QUndoCommand, QUndoStack

from annotator.model.annotation import Annotation
from annotator.model.change import Change, ChangeError
from annotator.model.document import Document

SINGLE, OF_FIELD = -1, 1
"""Kinds of steps, in Qt's sense: only those of one kind can be merged."""


class Changing(Protocol):
    """Interface of the session that applies undo steps."""

    def apply(self, change: Change) -> None: ...

    def go_to(self, change: Change) -> None: ...


class Step(QUndoCommand):
    """Undo step of one change; undo and redo also move the caret to the change.

    Steps with the same ``token``, one after another, are merged into one.
    """

    def __init__(self, session: Changing, change: Change, title: str, token: object | None = None) -> None:
        super().__init__(title)
        self._session = session
        self._change = change
        self._done = False
        self._dropped = False
        self.token = token

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

    def drop(self) -> None:
        """Disappear from the history when undone."""
        self._dropped = True

    def fits(self, document: Document, *, back: bool) -> bool:
        """Return True if the step can be redone or, with ``back``, undone; changes by others may prevent it."""
        try:
            (self._change.inverse() if back else self._change).apply(document)
        except ChangeError:
            return False
        return True

    def redo(self) -> None:
        if self.isObsolete():
            return
        self._session.apply(self._change)
        if self._done:
            self._session.go_to(self._change)
        self._done = True

    def undo(self) -> None:
        if self.isObsolete():
            return
        change = self._change.inverse()
        self._session.apply(change)
        if self._dropped:
            self.setObsolete(True)
        else:
            self._session.go_to(change)


def last_step(stack: QUndoStack, token: object | None) -> Step | None:
    """Return the last step, if it was done with this token."""
    step = stack.command(stack.index() - 1) if token is not None and stack.index() else None
    return step if isinstance(step, Step) and step.token is token else None


def walk(stack: QUndoStack, document: Document, *, back: bool) -> bool:
    """Undo the last step or redo the next; drop a step that no longer fits, and return False."""
    step = stack.command(stack.index() - 1 if back else stack.index())
    fits = not isinstance(step, Step) or step.fits(document, back=back)
    if isinstance(step, Step) and not fits:
        step.setObsolete(True)  # Qt deletes it on undo or redo
    if back:
        stack.undo()
    else:
        stack.redo()
    return fits


def _timeless(annotations: Iterable[Annotation]) -> list[Annotation]:
    return [replace(annotation, modified="") for annotation in annotations]
