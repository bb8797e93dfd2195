"""Editor of what is typed: text, numbers, dates and links, and several of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.language.label_names import attribute_name
from annotator.language.plain_line import plain_line
from annotator.language.values.typed import value_text
from annotator.model.alike import alike
from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.editing.values.attribute_words import separators
from annotator.session.editing.values.toggling import default_value
from annotator.session.editing.values.values import typed_value
from annotator.translation.messages import _
from annotator.ui.editors.calendar_button import CalendarButton
from annotator.ui.editors.field_keys import ENTER, SHIFT, FieldKeys
from annotator.ui.editors.link_button import LinkButton
from annotator.ui.editors.reading_words import reading_words
from annotator.ui.editors.remark import Remark
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.growing_text import GrowingText
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

MOST_LINES = 12
KEEPS_FOCUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class TypedEditor(QWidget):
    """Field that grows, with the sentence on what was read.

    ``typed``: something was typed that ``take`` has not given out. ``finished``: the keyboard is elsewhere now.
    ``link_requested``: the address to open.
    """

    typed = Signal()
    finished = Signal()
    link_requested = Signal(str)

    def __init__(self, look: Look, keys: FieldKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._rule = AttributeRule("", "text")
        self._field = GrowingText(1, MOST_LINES, self)
        self._field.setObjectName("valueField")
        self._box, self._wrong = FieldBox(look, self._field, self), Remark(look, self)
        self._read = WrappingLabel(self)
        self._read.setFont(small_font())
        self._read.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._read.setObjectName("readAs")
        self._calendar, self._link = CalendarButton(look, self), LinkButton(self)
        self._field.installEventFilter(keys)
        self._field.installEventFilter(self)  # the last one installed is asked first
        self._lay_out()
        self._field.document().modificationChanged.connect(self._tell_typed)
        self._field.textChanged.connect(self._read_again)
        self._calendar.chosen.connect(self._put)
        self._link.clicked.connect(lambda: self.link_requested.emit(self._field.shown_text().strip()))

    @property
    def changed(self) -> bool:
        """True while there is typed text that ``take`` has not given out."""
        return self._field.document().isModified()

    def take(self) -> str:
        """Return the text as typed."""
        self._field.document().setModified(False)
        return self._field.shown_text()

    def show_field(self, field: AttributeField, draft: str = "") -> None:
        """Show the value, or typed text that was not understood, the ``draft``; keep typed text that means the same."""
        rule, same = field.rule, field.rule == self._rule
        self._rule = rule
        typed, wrong = typed_value(self._field.shown_text(), rule)
        if same and (self.changed or (not draft and not wrong and alike(typed, field.value))):
            return
        self._field.show_text(draft or value_text(field.value, rule, separators()), keep_caret=same)
        self._field.setAccessibleName(_("Value of {attribute}").format(attribute=plain_line(attribute_name(rule))))
        offered = _("{value} (Enter takes it)").format(value=rule.default) if rule.default else ""
        self._field.setPlaceholderText(field.words if field.several else offered)
        self._calendar.setVisible(rule.type == "date" and not rule.many)
        self.show_wrong(typed_value(draft, rule)[1] if draft else "")
        self._read_again()

    def take_default(self) -> None:
        """Put the scheme's default into the field, as if it had been typed, if the field is empty."""
        if self._rule.default and not self._field.shown_text():
            self._put(value_text(default_value(self._rule), self._rule, separators()))

    def show_wrong(self, sentence: str) -> None:
        """Show why the text is not understood; an empty sentence takes that away."""
        self._wrong.show_text(sentence, error=True)
        self._box.set_wrong(on=bool(sentence))
        self._field.setAccessibleDescription(sentence)
        self._read.setVisible(bool(self._read.text()) and not sentence)

    def take_focus(self) -> None:
        """Put the keyboard into the field, the caret at its end."""
        cursor = self._field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._field.setTextCursor(cursor)
        take_keyboard(self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in KEEPS_FOCUS:
            self.finished.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _breaks_line(event):
            if self._rule.type == "text" or self._rule.many:
                self._field.textCursor().insertText("\n")
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._box, 1)
        for button in (self._calendar, self._link):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._read)
        column.addWidget(self._wrong)

    def _put(self, text: str) -> None:
        """Replace the text as if it had been typed."""
        cursor = self._field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        take_keyboard(self._field)

    def _tell_typed(self, changed: bool) -> None:
        if changed:
            self.typed.emit()

    def _read_again(self) -> None:
        text = self._field.shown_text()
        value, wrong = typed_value(text, self._rule)
        words = "" if wrong else reading_words(text, value, self._rule)
        self._read.setText(words)
        self._read.setVisible(bool(words))
        self._calendar.show_date(value if isinstance(value, str) else "")
        self._link.show_address(value if self._rule.type == "link" and isinstance(value, str) else "")
        if not wrong:
            self.show_wrong("")


def _breaks_line(event: QKeyEvent) -> bool:
    return event.key() in ENTER and bool(event.modifiers() & SHIFT)
