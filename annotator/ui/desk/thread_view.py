"""Threads of comments on one place, with a field for an answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.review.threads import Thread
from annotator.translation.messages import _, pgettext
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.growing_text import GrowingText
from annotator.ui.widgets.words.local_time import local_time
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ThreadView(QWidget):
    """Comments by time, and the field, to which ``key`` leads.

    ``said``: words, by Enter. ``done``: Enter. ``left``: Escape.
    """

    said = Signal(str)
    done = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget, key: str = "") -> None:
        super().__init__(parent)
        self._key = key
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        self.field = GrowingText(1, 6, self)
        self.field.setObjectName("commentField")
        self.field.setAccessibleName(_("Comment"))
        self.field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(FieldBox(look, self.field, self))

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Show the threads, one after another; the field answers the last open one, or begins one."""
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for thread in threads:
            self._show(thread)
        answers = any(not thread.is_settled for thread in threads)
        if self._key:
            words = _("Answer, or press {key}") if answers else _("Comment, or press {key}")
        else:
            words = _("Answer") if answers else _("Comment")
        self.field.setPlaceholderText(words.format(key=self._key))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Finish at Enter and leave at Escape; Shift+Enter begins a line."""
        if isinstance(event, QKeyEvent) and event.key() in (*ENTER, Qt.Key.Key_Escape):
            plain = event.key() == Qt.Key.Key_Escape or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if plain and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if plain and event.type() == QEvent.Type.KeyPress:
                self._finish(Qt.Key(event.key()))
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # Qt gives it a QObject

    def _finish(self, key: Qt.Key) -> None:
        words = self.field.shown_text().strip()
        if key not in ENTER:
            self.left.emit()
            return
        if words:
            self.field.show_text("")
            self.said.emit(words)
        self.done.emit()

    def _show(self, thread: Thread) -> None:
        state = pgettext("thread of comments", "settled") if thread.is_settled else ""
        for number, comment in enumerate((thread.first, *thread.replies)):
            about = (local_time(comment.at), state if number == 0 else "")
            head = WrappingLabel(self)
            head.setFont(chrome_font(-1, MEDIUM))
            head.setText(" · ".join(filter(None, (annotator_name(comment.by), *about))))
            words = WrappingLabel(self)
            words.setText(comment.text)
            if thread.is_settled:
                words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._list.addWidget(head)
            self._list.addWidget(words)
