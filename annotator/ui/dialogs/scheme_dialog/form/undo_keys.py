"""Keys of undo and redo in the fields of a form: they undo steps of the scheme, not of the text of one field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from annotator.session.scheme_editing.scheme_editor import SchemeEditor

Standard = QKeySequence.StandardKey


class UndoKeys(QObject):
    """Event filter on the fields of ``form``, also on those that are made later: each gets it with the keyboard.

    Only in a name that the scheme does not have yet the field itself undoes the typing.
    """

    def __init__(self, editor: SchemeEditor, form: QWidget) -> None:
        super().__init__(form)
        self._editor, self._form = editor, form
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._form.isAncestorOf(now):
            now.installEventFilter(self)

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
        """Return whether the field is that of a name, with typed text that is not in the scheme yet."""
        return isinstance(watched, QLineEdit) and watched.objectName() == "nameField" and watched.isModified()
