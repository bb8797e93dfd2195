"""The one editor that is open: the attribute's name, the editor of its type, and the meaning of the choice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.language.label_names import attribute_name
from annotator.model.scheme import Guideline
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.translation.messages import _
from annotator.ui.editors.choice_chips import MOST_CHIPS, ChoiceChips
from annotator.ui.editors.choice_list import ChoiceList
from annotator.ui.editors.field_keys import FieldKeys
from annotator.ui.editors.guide_lines import GuideLines
from annotator.ui.editors.typed_editor import TypedEditor
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

PAD, RADIUS = 8, 6


class OpenEditor(QWidget):
    """Editors of all types, of which one is shown. ``chosen``: the value of a choice. ``name``: the attribute's id."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.name, self._guideline = look, "", Guideline()
        self.keys = FieldKeys(self)
        self.typed = TypedEditor(look, self.keys, self)
        self._chips, self._list = ChoiceChips(look, self.keys, self), ChoiceList(self.keys, self)
        self._shown: TypedEditor | ChoiceChips | ChoiceList = self.typed
        self._title, self._hint, self._meaning = WrappingLabel(self), WrappingLabel(self), WrappingLabel(self)
        self._title.setFont(chrome_font(0, MEDIUM))
        self._hint.setText(_("Enter: keep · Tab: next · Esc: text"))
        self._meaning.setObjectName("choiceMeaning")
        for label in (self._hint, self._meaning):
            label.setFont(small_font())
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._guide = GuideLines(self)
        self._lay_out()
        self.keys.asked.connect(self.explain_field)
        for editor in (self._chips, self._list):
            editor.chosen.connect(self.chosen)
            editor.explained.connect(self._explain)
        look.changed.connect(self.update)

    def show_field(self, field: AttributeField, draft: str = "") -> None:
        """Show the editor of the field; ``draft`` is what was typed into it and not understood."""
        if self.name != field.rule.id:
            self._guide.hide()
        self.name, self._guideline = field.rule.id, field.rule.guideline
        self.setObjectName(f"editor-{self.name}")
        self._title.setText(attribute_name(field.rule))
        show_tip(self._title, field.rule.guideline.definition)
        self._shown = self._editor_of(field)
        for editor in (self.typed, self._chips, self._list):
            editor.setVisible(editor is self._shown)
        if isinstance(self._shown, TypedEditor):
            self._shown.show_field(field, draft)
            self._explain(field.rule.guideline.definition)
        else:
            self._shown.show_field(field)

    def take_focus(self) -> None:
        """Put the keyboard into the editor."""
        self._shown.take_focus()

    def explain_field(self) -> None:
        """Show the definition and the examples of the attribute, or hide them again."""
        self._guide.toggle(self._guideline)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._guide.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.hover)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self._look.theme.high_contrast:
            paint_outline(painter, QRectF(self.rect()), self._look.theme.control, RADIUS)

    def _editor_of(self, field: AttributeField) -> TypedEditor | ChoiceChips | ChoiceList:
        rule = field.rule
        if rule.type == "flag" and not rule.many:
            return self._chips
        if rule.type == "choice" and rule.choices:
            return self._chips if len(rule.choices) <= MOST_CHIPS else self._list
        return self.typed

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 2)
        head.addWidget(self._hint, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.typed, self._chips, self._list, self._meaning, self._guide):
            column.addWidget(part)

    def _explain(self, words: str) -> None:
        self._meaning.setText(words)
        self._meaning.setVisible(bool(words))
