"""The note of the annotation shown: written while it is typed, as one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.model.annotation import Annotation
from annotator.session.editing.field_edits import FieldEdits
from annotator.session.session import Session
from annotator.ui.editors.note_field import NoteField


class NoteEdits(QObject):
    """Writer of the note typed into ``field``. ``set_note`` is called with an annotation's id, the note and a token.

    Calls with the same token belong to one undo step.
    """

    def __init__(
        self, session: Session, field: NoteField, set_note: Callable[[str, str, object], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._field, self._set_note = session, field, set_note
        self._shown: Annotation | None = None
        self._article = session.current
        self._edits = FieldEdits(session, self._write, self)
        field.typed.connect(self._edits.note_typed)
        field.finished.connect(self._edits.finish)

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        self._edits.finish()

    def show(self, annotation: Annotation | None) -> None:
        """Show the note of the annotation; what has been typed on the same one stays."""
        same = annotation is not None and self._shown is not None and annotation.id == self._shown.id
        self._shown, self._article = annotation, self._session.current
        if annotation is None:
            self._field.show_text("")
            return
        self._field.lock(on=not self._session.writable)
        if not (same and self._field.changed):
            self._field.show_text(annotation.note, keep_caret=same)

    def _write(self, token: object) -> None:
        """Pass on a note that was typed, unless its article has been closed or its annotation removed."""
        shown = self._shown
        if not self._field.changed:
            return
        note = self._field.take()
        if shown is None or self._session.current is not self._article:
            return
        if shown.id in self._session.document.annotations:
            self._set_note(shown.id, note, token)
