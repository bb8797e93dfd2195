"""Slot of the note of the card's annotation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation
from annotator.session.editing.field_edits import FieldEdits
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.editors.note_field import NoteField
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox


class NoteSlot(SlotFrame):
    """Slot with the field. ``left``: Escape or Ctrl+Enter in it."""

    left = Signal()

    def __init__(
        self, session: Session, look: Look, set_note: Callable[[str, str, object], None], parent: QWidget
    ) -> None:
        super().__init__(_("Note"), look, parent)
        self._session, self._set_note, self._id = session, set_note, ""
        self._edits = FieldEdits(session, self._write, self)
        self._note = NoteField(self)
        self._note.setObjectName("cardNote")
        self.content.addWidget(FieldBox(look, self._note, self))
        self._note.typed.connect(self._edits.note_typed)
        self._note.finished.connect(self._edits.finish)
        self._note.left.connect(self.left)

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        self._edits.finish()

    def show_annotation(self, annotation: Annotation, *, locked: str) -> None:
        """Show the note of the annotation; ``locked`` is why it cannot be changed."""
        same, self._id = annotation.id == self._id, annotation.id
        self._note.lock(on=bool(locked))
        if not (same and self._note.changed):
            self._note.show_text(annotation.note, keep_caret=same)

    def _write(self, token: object) -> None:
        current = self._session.current
        if not self._note.changed:
            return
        note = self._note.take()
        if current and self._id in current.document.annotations:
            self._set_note(self._id, note, token)
