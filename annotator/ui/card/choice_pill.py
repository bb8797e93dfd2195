"""Pill of a choice: its value with a menu, or a dashed chip as long as it has none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from annotator.language.label_names import attribute_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Value
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.editing.values.attribute_words import value_words
from annotator.translation.messages import _
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import paint_dashes, paint_outline
from annotator.ui.widgets.buttons.painted_button import OPENING
from annotator.ui.widgets.buttons.still_button import StillButton
from annotator.ui.widgets.menu_place import open_below
from annotator.ui.widgets.words.line_of_text import literal, paint_line, show_tip

HEIGHT, SIDE, GLYPH, GAP = 24, 10, 14, 4
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChoicePill(StillButton):
    """Button that opens a menu of choices; a digit chooses at once. ``chosen``: name of the attribute and its value.

    ``confirmed``: Enter on what a rule has read.
    """

    pressing = OPENING
    chosen = Signal(str, object)
    confirmed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._field: AttributeField | None = None
        self.clicked.connect(self._open_menu)

    def show_field(self, field: AttributeField, *, locked: str = "") -> None:
        """Show the attribute's value, or its name; ``locked`` is why it cannot be changed."""
        self._field = field
        name, value = plain_line(attribute_name(field.rule)), plain_line(field.words)
        self.setText(value or name)
        self.setObjectName(f"pill-{field.rule.id}")
        show_tip(self, locked or field.rule.guideline.definition)
        said = f"{name}: {value}" if value else _("Add a value: {attribute}").format(attribute=name)
        self.setAccessibleName(f"{said}. {_('read by rule')}" if field.by_rule else said)
        self.setEnabled(not locked)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        field, text = self._field, event.text()
        digit = int(text) if text.isascii() and text.isdecimal() else 0
        if field and 0 < digit <= len(field.rule.choices):
            self._choose(field.rule.choices[digit - 1])
        elif field and event.key() in REMOVING and field.words:
            self._choose(None)
        elif field and field.by_rule and event.key() in OPENING[:2]:
            self.confirmed.emit(field.rule.id)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words) + 2 * SIDE + GLYPH + GAP + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SIDE + GLYPH + GAP + 24, HEIGHT)

    @property
    def shown(self) -> tuple[bool, bool]:
        return (bool(self._field.words), self._field.by_rule) if self._field else (False, False)

    def paint(self, painter: QPainter) -> None:
        field = self._field
        if field is None:
            return
        whole, theme = QRectF(self.rect()), self._look.theme
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        self.paint_ground(painter, whole, HEIGHT / 2)
        if not self.hasFocus() and field.words and not field.by_rule:
            paint_outline(painter, whole, theme.outline, HEIGHT / 2)
        elif not self.hasFocus():
            paint_dashes(painter, whole, theme.control, HEIGHT / 2)
        colour = theme.text if field.words else theme.muted
        glyph = QRectF(whole.right() - SIDE - GLYPH + 3, 0, GLYPH, HEIGHT)
        room = whole.adjusted(SIDE, 0, -SIDE - GLYPH - GAP + 4, 0)
        if not field.words:
            glyph, room = QRectF(SIDE - 3, 0, GLYPH, HEIGHT), whole.adjusted(SIDE + GLYPH, 0, -SIDE + 2, 0)
        icon = "chevron-down" if field.words else "plus"
        paint_icon(painter, placed(painter, glyph, whole), icon, colour, GLYPH - 2)
        painter.setFont(self.font())
        painter.setPen(colour)
        paint_line(painter, placed(painter, room, whole), self.text(), QFontMetricsF(self.font()), leading=True)

    def _open_menu(self) -> None:
        if self._field is None:
            return
        rule, menu = self._field.rule, QMenu(attribute_name(self._field.rule), self)
        menu.setObjectName("pillMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for place, choice in enumerate(rule.choices, 1):
            words = plain_line(value_words(choice, rule)).replace("&", "&&")
            action = QAction(f"&{place}  {words}" if place < 10 else words, menu)
            action.setToolTip(literal(rule.meaning(choice)))
            action.setCheckable(True)
            action.setChecked(choice == self._field.value)
            action.triggered.connect(lambda _on=False, choice=choice: self._choose(choice))
            menu.addAction(action)
        if self._field.words:
            menu.addSeparator()
            menu.addAction(_("Remove"), lambda: self._choose(None))
        open_below(menu, self)

    def _choose(self, value: Value) -> None:
        if self._field:
            self.chosen.emit(self._field.rule.id, value)
