"""Row of an attribute at rest: its name and its value; a click or Enter opens its editor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.editing.values.attribute_words import capitalised
from annotator.translation.messages import _
from annotator.ui.panels.details.editors.remark import Remark
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

ROW_HEIGHT, GAP, PAD, RADIUS = 32, 10, 6, 6
NO_RULE = AttributeRule("", "text")
WIDEST = 16_777_215
"""Qt's largest width of a widget."""


class ValueRow(PaintedButton):
    """Button with name and value, ``name`` being the attribute's id. Its words wrap."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.name = ""
        self._shown: tuple[AttributeField, str, str] | None = None
        self._name, self._text, self._remark = WrappingLabel(self), WrappingLabel(self), Remark(look, self)
        self._name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setMinimumHeight(ROW_HEIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, PAD, 0, PAD)
        self._row.setSpacing(GAP)
        values = QVBoxLayout()
        values.setSpacing(2)
        values.addWidget(self._text)
        values.addWidget(self._remark)
        self._row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(values, 1)
        for label in (self._name, self._text, self._remark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_field(self, field: AttributeField, wrong: str = "", *, locked: str = "") -> None:
        """Show the field; ``wrong`` is what was typed and not understood, ``locked`` why it cannot be edited."""
        if self._shown == (field, wrong, locked):
            return
        self._shown, self.name = (field, wrong, locked), field.rule.id
        self._name.setText(capitalised(field.rule.id))
        self._text.setText(wrong or field.words)
        font = self._text.font()
        if font.italic() != field.several:
            font.setItalic(field.several)
            self._text.setFont(font)
        if wrong:
            self._remark.show_text(_("not understood, not saved"), error=True)
        else:
            self._remark.show_text(_("not in the scheme, kept") if field.unknown else "")
        self._say(field, locked)

    def show_words(self, words: str) -> None:
        """Show words that are no attribute."""
        self.show_field(AttributeField(NO_RULE, words=words, fixed=True))

    def set_name_width(self, width: int) -> None:
        """Set the width of the names' column in pixels; 0 puts the name above the value."""
        beside = width > 0
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._row.setSpacing(GAP if beside else 0)
        self._name.setMinimumWidth(width)
        self._name.setMaximumWidth(width or WIDEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_ground(self.painter(), QRectF(self.rect()), RADIUS)

    def _say(self, field: AttributeField, locked: str) -> None:
        self.setObjectName(f"value-{self.name}")
        self._text.setAccessibleName(f"{self._name.text()}: {self._text.text()}")
        spoken = f"{self._text.accessibleName()}. {self._remark.text()}" if self._remark.text() else ""
        self.setAccessibleName(spoken or self._text.accessibleName())
        self.setEnabled(not (field.fixed or locked))
        show_tip(self, locked or field.rule.guideline.definition)
