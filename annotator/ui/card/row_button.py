"""Row of a slot: an annotation that fills it, or one that is proposed, in grey."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Scheme
from annotator.session.editing.card.card_rows import CardRow
from annotator.translation.messages import _
from annotator.ui.theme.fonts import STRONG, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import LIST_BADGE, key_cap_width, paint_badge, paint_key_cap
from annotator.ui.theme.sharp import paint_dashes
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.key_names import caption
from annotator.ui.widgets.words.line_of_text import paint_line, show_tip

HEIGHT, SIDE, GAP, RADIUS, GLYPH, MOST_WORDS = 28, 4, 8, 6, 14, 0.6
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RowButton(PaintedButton):
    """Row that Enter or a click acts on. ``removed``: Delete. ``opened``: F4, or Enter where nothing else is to do.

    ``taken``: a proposal was taken. ``confirmed``: what a rule has read was confirmed, by Enter or a click on it.
    """

    removed = Signal()
    opened = Signal()
    taken = Signal()
    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.row: CardRow | None = None
        self._scheme: Scheme | None = None
        self._proposed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._act)

    def show_row(self, row: CardRow, scheme: Scheme, *, proposed: bool) -> None:
        """Show a row; one that is ``proposed`` in grey."""
        self.row, self._scheme, self._proposed = row, scheme, proposed
        said = f"{label_name(scheme, row.annotation.label)}, {row.spoken}"
        if row.article:
            said = _("In {article}: {row}. Enter opens it").format(article=row.article.name, row=said)
        elif proposed:
            said = _("Proposed: {row}. Enter takes it").format(row=said)
        elif row.by_rule:
            said = _("{row}. Enter confirms it").format(row=said)
        self.setObjectName(f"{'proposed' if proposed else 'row'}-{row.annotation.id or row.annotation.label}")
        self.setAccessibleName(said)
        show_tip(self, row.words)
        self.setAccessibleName(said)
        self.update()

    @property
    def is_proposed(self) -> bool:
        return self._proposed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in REMOVING and not self._proposed:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_F4 and not self._proposed:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.row is None or self._scheme is None:
            return
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        self.paint_ground(painter, whole, RADIUS)
        if self.row.by_rule and not self._proposed and not self.hasFocus():
            paint_dashes(painter, whole, theme.control, RADIUS)
        left = SIDE + GAP / 2
        if self._proposed:
            icon = "file" if self.row.article else "plus"
            glyph = QRectF(left - 2, 0, GLYPH, HEIGHT)
            paint_icon(painter, placed(painter, glyph, whole), icon, theme.muted, GLYPH - 2)
            left += GLYPH
        colours = theme.label(self._scheme.label(self.row.annotation.label), self.row.annotation.label)
        badge = QRectF(left, (HEIGHT - LIST_BADGE) / 2, LIST_BADGE, LIST_BADGE)
        painter.setOpacity(0.6 if self._proposed else 1)
        paint_badge(painter, placed(painter, badge, whole), colours, colours.sign)
        painter.setOpacity(1)
        self._paint_words(painter, whole, badge.right() + GAP)

    def _paint_words(self, painter: QPainter, whole: QRectF, left: float) -> None:
        """Draw what is read at the end of the row, as far as the words keep some room, then the words."""
        assert self.row
        theme, end = self._look.theme, whole.right() - SIDE - GAP / 2
        if self._proposed and self.hasFocus():
            width = key_cap_width(caption("Enter"))
            cap = placed(painter, QRectF(end - width, 0, width, HEIGHT), whole)
            paint_key_cap(painter, QPointF(cap.left(), cap.center().y()), caption("Enter"), theme)
            end -= width + GAP
        grey = theme.muted
        for text, font, colour in reversed(self._fitting(end - left)):
            metrics = QFontMetricsF(font)
            width = metrics.horizontalAdvance(text) + 1
            painter.setFont(font)
            painter.setPen(grey if self._proposed else colour)
            paint_line(painter, placed(painter, QRectF(end - width, 0, width, HEIGHT), whole), text, metrics)
            end -= width + GAP
        painter.setFont(chrome_font())
        painter.setPen(grey if self._proposed else theme.text)
        words = placed(painter, QRectF(left, 0, end - left, HEIGHT), whole)
        paint_line(painter, words, self.row.words, QFontMetricsF(chrome_font()))

    def _width_of_words(self) -> float:
        return QFontMetricsF(chrome_font()).horizontalAdvance(self.row.words) + 1 if self.row else 0

    def _fitting(self, whole: float) -> list[tuple[str, QFont, QColor]]:
        """Return what stands behind the words as far as there is room for both, the most important first."""
        fitting, read = [], self._read()
        room = whole - min(MOST_WORDS * whole, self._width_of_words()) if read else 0
        for text, font, colour in read:
            room -= QFontMetricsF(font).horizontalAdvance(text) + 1 + GAP
            if room < 0:
                break
            fitting.append((text, font, colour))
        return fitting

    def _read(self) -> list[tuple[str, QFont, QColor]]:
        """Return what stands behind the words, with font and colour."""
        assert self.row
        theme = self._look.theme
        rule = [(_("read by rule"), small_font(), theme.muted)] if self.row.by_rule and not self._proposed else []
        value = [(self.row.value, chrome_font(0, STRONG), theme.text)] if self.row.value else []
        remarks = [(plain_line(it), small_font(), theme.muted) for it in self.row.remarks]
        return [*value, *rule, *remarks]

    def _act(self) -> None:
        if self._proposed:
            self.taken.emit()
        elif self.row and self.row.by_rule:
            self.confirmed.emit()
        else:
            self.opened.emit()
