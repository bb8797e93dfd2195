"""Row of an attribute at rest: its name and its value; a click or Enter opens its editor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.language.label_names import attribute_name
from annotator.model.scheme import AttributeRule
from annotator.model.visible import visible
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.translation.messages import _
from annotator.ui.editors.remark import GAP as GLYPH_GAP
from annotator.ui.editors.remark import GLYPH, paint_glyph
from annotator.ui.editors.row_words import CHECK, PAD, ROW_HEIGHT, Block, Blocks, RowWords, lay_out_row, value_left
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import mirrored, placed
from annotator.ui.theme.sharp import paint_dashes
from annotator.ui.widgets.buttons.painted_button import ENTER, PaintedButton
from annotator.ui.widgets.words.line_of_text import show_tip

RADIUS, NARROWEST, WIDEST = 6, 80, 280
MOST_KEPT, MOST_TOLD = 6, 3
"""Most widths for which words stay laid out, as a layout asks for several, and for which heights are compared."""
MOST_SHOWN = 4000
"""Characters of a value that a row shows; the editor has all of them."""
NO_RULE = AttributeRule("", "text")
NAME, VALUE = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.WindowText


class ValueRow(PaintedButton):
    """Button with the name and the value of an attribute, whose id is ``name``. The words wrap.

    ``asked``: F2, to be told what the scheme says of the attribute; the form keeps it from being a shortcut.
    ``confirmed``: Enter, or a click on the check mark, where a rule has read the value. The row paints the words
    itself: a form may have hundreds of rows, and a widget for each of their words takes long to make.
    """

    asked = Signal()
    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.name = ""
        self._shown: tuple[AttributeField, str, str] | None = None
        self._words, self._wrong, self._name_width = RowWords(), False, 0
        self._told: dict[int, int] = {}
        self._placed: dict[int, Blocks] = {}
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
            self.name = field.rule.id
            self.setObjectName(f"value-{self.name}")
        self._words, self._wrong = _words(field, wrong, locked), bool(wrong)
        if before is None or (before[0].fixed, before[0].rule, before[2]) != (field.fixed, field.rule, locked):
            self.setEnabled(not (field.fixed or locked))
            show_tip(self, locked or field.rule.guideline.definition)
        self._say()
        self._lay_out_again()

    def show_words(self, words: str) -> None:
        """Show words in place of an attribute, as of how many rows are left out."""
        self.show_field(AttributeField(NO_RULE, words=words, fixed=True))

    def set_name_width(self, width: int) -> None:
        """Set the width of the names' column in pixels; 0 puts the name above the value."""
        if width != self._name_width:
            self._name_width = width
            self._lay_out_again()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._told[width] = self._blocks(width).height
        return height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.asked.emit()
        elif self._words.by_rule and event.key() in ENTER:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._words.by_rule and self.isDown() and self._check.contains(event.position()):
            self.setDown(False)
            self.confirmed.emit()
        else:
            super().mouseReleaseEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, ROW_HEIGHT)  # the height is that of heightForWidth

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, ROW_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._font = None
            self._lay_out_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        bare = not (self.has_ground or self._words.remark)
        painter, whole = QPainter(self) if bare else self.painter(), QRectF(self.rect())
        if not bare:
            self.paint_ground(painter, whole, RADIUS)
        if self._words.by_rule:
            self._draw_rule(painter, whole)
        blocks, colours = self._blocks(self.width()), self.palette()
        self._draw(painter, blocks.name, colours.color(NAME))
        self._draw(painter, blocks.value, colours.color(VALUE))
        if self._words.remark:
            self._draw_remark(painter, blocks.remark)

    def _draw(self, painter: QPainter, block: Block, colour: QColor) -> None:
        painter.setPen(colour)
        left = self.width() - block.left - block.width if self.isRightToLeft() else block.left
        block.layout.draw(painter, QPointF(left, block.top))

    @property
    def _check(self) -> QRectF:
        """Place of the check mark that confirms what a rule has read."""
        check = QRectF(self.width() - CHECK - PAD, (ROW_HEIGHT - CHECK) / 2, CHECK, CHECK)
        return mirrored(check, QRectF(self.rect())) if self.isRightToLeft() else check

    def _draw_rule(self, painter: QPainter, whole: QRectF) -> None:
        theme = self._look.theme
        if not self.hasFocus():
            frame = whole.adjusted(max(value_left(self._name_width) - PAD, 0), 2, 0, -2)
            paint_dashes(painter, placed(painter, frame, whole), theme.control, RADIUS)
        paint_icon(painter, self._check, "check", theme.muted, CHECK - 4)

    def _draw_remark(self, painter: QPainter, block: Block) -> None:
        theme = self._look.theme
        if not self._words.warns:
            self._draw(painter, block, self.palette().color(NAME))
            return
        glyph = QRectF(block.left - GLYPH - GLYPH_GAP, block.top + 1, GLYPH, GLYPH)
        paint_glyph(painter, placed(painter, glyph, QRectF(self.rect())), theme, error=self._wrong)
        self._draw(painter, block, theme.error if self._wrong else theme.warning)

    def _blocks(self, width: int) -> Blocks:
        """Return the words laid out for that width in pixels."""
        found = self._placed.get(width)
        if found is None:
            if len(self._placed) >= MOST_KEPT:
                self._placed.clear()
            self._font = self._font or self.font()
            found = self._placed[width] = lay_out_row(self, self._words, self._font, self._name_width, width)
        return found

    def _lay_out_again(self) -> None:
        """Lay the words out anew; tell the layout if a height that it was given is no longer true."""
        self._placed = {}
        if not self._is_as_told():
            self._told = {}
            self.updateGeometry()
        self.update()

    def _is_as_told(self) -> bool:
        """Return whether every height that the layout was given is still true; False if there were none, or many."""
        if not 0 < len(self._told) <= MOST_TOLD:
            return False
        here = self._blocks(self.width())
        found = (
            (here if width >= here.from_width else self._blocks(width), height) for width, height in self._told.items()
        )
        return all(blocks.height == height for blocks, height in found)

    def _say(self) -> None:
        name, value, remark = self._words[:3]
        said = f"{name}: {value}" if name else value
        told = _("read by rule, Enter confirms it") if self._words.by_rule else remark
        self.setAccessibleName(f"{said}. {told}" if told else said)


def _words(field: AttributeField, wrong: str, locked: str) -> RowWords:
    """Return the words of the field; ``wrong`` is typed text that is not understood, ``locked`` why it stays so."""
    remark = _("not in the scheme, kept") if field.unknown else _("read by rule") if field.by_rule else ""
    return RowWords(
        visible(attribute_name(field.rule)),
        visible(_beginning(wrong or field.words)),
        _("not understood, not saved") if wrong else remark,
        italic=field.several,
        by_rule=field.by_rule and not (wrong or locked),
        warns=bool(wrong or field.unknown),
    )


def _beginning(text: str) -> str:
    """Return the text as far as a row shows it: millions of letters would take seconds whenever it is painted."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
