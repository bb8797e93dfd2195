"""Row of an attribute at rest: its name and its value; a click or Enter opens its editor."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.language.label_names import attribute_name
from annotator.model.scheme import AttributeRule
from annotator.model.visible import visible
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.translation.messages import _
from annotator.ui.editors.remark import GAP as GLYPH_GAP
from annotator.ui.editors.remark import GLYPH, paint_glyph
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import mirrored, placed
from annotator.ui.theme.sharp import paint_dashes
from annotator.ui.widgets.buttons.painted_button import ENTER, PaintedButton
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import laid_out

ROW_HEIGHT, GAP, PAD, RADIUS, BELOW, NARROWEST, WIDEST, CHECK, LEAST_VALUE = 32, 10, 6, 6, 2, 80, 280, 18, 60
MOST_KEPT = 6
"""Widths and texts that stay laid out: a layout asks for several widths, and the next annotation has the same names."""
NO_RULE = AttributeRule("", "text")
NAME, VALUE = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.WindowText


class _Block(NamedTuple):
    """Words and their place in a row that reads from left to right, in pixels."""

    layout: QTextLayout
    left: int
    top: int
    width: int
    height: int


class ValueRow(PaintedButton):
    """Button with name and value, ``name`` being the attribute's id. Its words wrap.

    ``asked``: F2, which the form keeps from shortcuts, for what the scheme says. ``confirmed``: Enter on a value that a
    rule has read, or a click on its check. It paints the words itself: a form may have hundreds of rows, and a widget
    for each of their words takes long to make.
    """

    asked = Signal()
    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.name = ""
        self._shown: tuple[AttributeField, str, str] | None = None
        self._words, self._value, self._remark, self._wrong, self._in_italics = "", "", "", False, False
        self._name_width, self._by_rule = 0, False
        self._placed: dict[int, tuple[int, dict[str, _Block]]] = {}
        self._layouts: dict[tuple[str, str, int, bool], tuple[QTextLayout, int]] = {}
        self._font: QFont | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_field(self, field: AttributeField, wrong: str = "", *, locked: str = "") -> None:
        """Show the field; ``wrong`` is what was typed and not understood, ``locked`` why it cannot be edited."""
        if self._shown == (field, wrong, locked):
            return
        before, self._shown = self._shown, (field, wrong, locked)
        if before is None or before[0].rule != field.rule:
            self._name_after(field.rule)
        self._value, self._wrong, self._in_italics = visible(wrong or field.words), bool(wrong), field.several
        self._by_rule = field.by_rule and not (wrong or locked)
        remark = _("not in the scheme, kept") if field.unknown else _("read by rule") if field.by_rule else ""
        self._remark = _("not understood, not saved") if wrong else remark
        if before is None or (before[0].fixed, before[0].rule, before[2]) != (field.fixed, field.rule, locked):
            self.setEnabled(not (field.fixed or locked))
            show_tip(self, locked or field.rule.guideline.definition)
        self._say()
        self._lay_out_again()

    def _name_after(self, rule: AttributeRule) -> None:
        self.name, self._words = rule.id, visible(attribute_name(rule))
        self.setObjectName(f"value-{rule.id}")

    def show_words(self, words: str) -> None:
        """Show words that are no attribute."""
        self.show_field(AttributeField(NO_RULE, words=words, fixed=True))

    def set_name_width(self, width: int) -> None:
        """Set the width of the names' column in pixels; 0 puts the name above the value."""
        if width != self._name_width:
            self._name_width = width
            self._lay_out_again()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._blocks(width)[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.asked.emit()
        elif self._by_rule and event.key() in ENTER:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._by_rule and self.isDown() and self._check.contains(event.position()):
            self.setDown(False)
            self.confirmed.emit()
        else:
            super().mouseReleaseEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, ROW_HEIGHT)  # the height is that for the width

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, ROW_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._layouts, self._font = {}, None
            self._lay_out_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        bare = not (self.has_ground or self._by_rule or self._remark)
        painter, whole = QPainter(self) if bare else self.painter(), QRectF(self.rect())
        if not bare:
            self.paint_ground(painter, whole, RADIUS)
        if self._by_rule:
            self._draw_rule(painter, whole)
        blocks, colours = self._blocks(self.width())[1], self.palette()
        self._draw(painter, blocks["name"], colours.color(NAME))
        self._draw(painter, blocks["value"], colours.color(VALUE))
        if self._remark:
            self._draw_remark(painter, blocks["remark"])

    @property
    def _remark_of_rule(self) -> bool:
        """True where the remark is no warning."""
        return self._remark == _("read by rule")

    def _draw(self, painter: QPainter, block: _Block, colour: QColor) -> None:
        painter.setPen(colour)
        left = self.width() - block.left - block.width if self.isRightToLeft() else block.left
        block.layout.draw(painter, QPointF(left, block.top))

    @property
    def _check(self) -> QRectF:
        """Place of the check that confirms what a rule has read."""
        check = QRectF(self.width() - CHECK - PAD, (ROW_HEIGHT - CHECK) / 2, CHECK, CHECK)
        return mirrored(check, QRectF(self.rect())) if self.isRightToLeft() else check

    @property
    def _value_left(self) -> int:
        """Distance of the value from where lines begin, in pixels."""
        return self._name_width + GAP if self._name_width else 0

    @property
    def _width_of_rule(self) -> int:
        """Width that the remark on a value read by rule takes beside it, in pixels."""
        return round(QFontMetricsF(small_font()).horizontalAdvance(self._remark)) + GAP

    def _draw_rule(self, painter: QPainter, whole: QRectF) -> None:
        theme = self._look.theme
        if not self.hasFocus():
            frame = whole.adjusted(max(self._value_left - PAD, 0), 2, 0, -2)
            paint_dashes(painter, placed(painter, frame, whole), theme.control, RADIUS)
        paint_icon(painter, self._check, "check", theme.muted, CHECK - 4)

    def _draw_remark(self, painter: QPainter, block: _Block) -> None:
        theme = self._look.theme
        if self._remark_of_rule:
            self._draw(painter, block, self.palette().color(QPalette.ColorRole.PlaceholderText))
            return
        glyph = QRectF(block.left - GLYPH - GLYPH_GAP, block.top + 1, GLYPH, GLYPH)
        paint_glyph(painter, placed(painter, glyph, QRectF(self.rect())), theme, error=self._wrong)
        self._draw(painter, block, theme.error if self._wrong else theme.warning)

    def _blocks(self, width: int) -> tuple[int, dict[str, _Block]]:
        """Return the height at that width, and where name, value and remark stand in it."""
        found = self._placed.get(width)
        if found is None:
            if len(self._placed) >= MOST_KEPT:
                self._placed.clear()
            found = self._placed[width] = self._laid_out(width)
        return found

    def _laid_out(self, width: int) -> tuple[int, dict[str, _Block]]:
        beside, left = self._name_width > 0, self._value_left
        name = self._block("name", self._words, 0, PAD, self._name_width if beside else width)
        top = PAD if beside else PAD + name.height
        check = CHECK + PAD if self._by_rule else 0
        told = self._width_of_rule if self._by_rule and width - left - check - self._width_of_rule > LEAST_VALUE else 0
        value = self._block("value", self._value, left, top, width - left - check - told)
        blocks, bottom = {"name": name, "value": value}, top + value.height
        if told:
            blocks["remark"] = self._block("remark", self._remark, width - check - told, top, told)
        elif self._remark:
            beyond = left if self._remark_of_rule else left + GLYPH + GLYPH_GAP
            remark = blocks["remark"] = self._block("remark", self._remark, beyond, bottom + BELOW, width - beyond)
            bottom += BELOW + remark.height
        return max(ROW_HEIGHT, max(bottom, PAD + name.height) + PAD), blocks

    def _block(self, part: str, text: str, left: int, top: int, width: int) -> _Block:
        key = part, text, width, self._in_italics
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) >= MOST_KEPT:
                self._layouts.clear()
            found = self._layouts[key] = laid_out(self, text, self._font_of(part), width)
        return _Block(found[0], left, top, max(width, 0), found[1])

    def _font_of(self, part: str) -> QFont:
        if part == "remark":
            return small_font()
        self._font = self._font or self.font()
        if part == "value" and self._in_italics:
            italic = QFont(self._font)
            italic.setItalic(True)
            return italic
        return self._font

    def _lay_out_again(self) -> None:
        self._placed = {}
        self.updateGeometry()
        self.update()

    def _say(self) -> None:
        said = f"{self._words}: {self._value}" if self._words else self._value
        remark = _("read by rule, Enter confirms it") if self._by_rule else self._remark
        self.setAccessibleName(f"{said}. {remark}" if remark else said)
