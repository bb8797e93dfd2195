"""Keys of undo and redo within the fields of a form: they go back in the scheme, not in the text of one field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from annotator.session.scheme_editing.scheme_editor import SchemeEditor

Standard = QKeySequence.StandardKey


class UndoKeys(QObject):
    """Event filter on fields. A name that is not yet given is typed away first by the field itself."""

    def __init__(self, editor: SchemeEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    def watch(self, page: QWidget) -> None:
        """Watch all fields of the page, and those that it makes later."""
        for kind in (QLineEdit, QPlainTextEdit):
            for field in page.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        undo, redo = event.matches(Standard.Undo), event.matches(Standard.Redo)
        if not (undo or redo) or self._has_own(watched):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            (self._editor.undo if undo else self._editor.redo)()
        event.accept()
        return True

    def _has_own(self, watched: QObject) -> bool:
        """Return whether what was typed is not in the scheme yet."""
        return isinstance(watched, QLineEdit) and watched.objectName() == "nameField" and watched.isModified()
