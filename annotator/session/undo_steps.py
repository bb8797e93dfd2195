"""Undo steps: a change with its title."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QUndoCommand, QUndoStack

from annotator.model.change import Change, ChangeError
from annotator.model.document import Document


class Changing(Protocol):
    """Interface of the session that applies undo steps."""

    def apply(self, change: Change) -> None: ...

    def go_to(self, change: Change) -> None: ...


class Step(QUndoCommand):
    """Undo step of one change; undo and redo also move the caret to the change."""

    def __init__(self, session: Changing, change: Change, title: str) -> None:
        super().__init__(title)
        self._session = session
        self._change = change
        self._done = False

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
        self._session.go_to(change)


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
