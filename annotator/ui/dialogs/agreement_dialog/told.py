"""Sentences about the numbers, and the kinds of difference of which there are most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.visible import visible
from annotator.review.agreement.sayings import Gain, Saying
from annotator.translation.messages import _, number
from annotator.ui.dialogs.agreement_dialog.glyph import Glyph
from annotator.ui.theme.colour import over
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on, placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.panel_header import name_label, plain_label
from annotator.ui.widgets.words.line_of_text import paint_line

SIDE, GAP, BAR, LINE, WORDS, COUNT, RING = 16, 10, 7, 30, 0.42, 44, 8
RADIUS, MOST = 6, 5
"""Radius of the ring of the current bar; most sentences that are shown."""


class Told(QWidget):
    """Sentences with a glyph, and bars below them. ``chosen``: the places of a bar."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = QWidget(self)
        self._grid = QGridLayout(self._sentences)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.bars = Bars(look, self)
        self.bars.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(SIDE - RING, 10, SIDE - RING, 10))
        column.setSpacing(GAP)
        self._says, self._gained = name_label(_("What this says"), self), name_label(_("Most is gained by"), self)
        for part in (self._says, self._sentences, self._gained):
            part.setContentsMargins(RING, 0, RING, 0)
        for part in (self._says, self._sentences, self._gained, self.bars):
            column.addWidget(part)

    def show_sayings(self, sayings: Sequence[Saying], gains: Sequence[Gain]) -> None:
        """Show what the numbers say, at most ``MOST`` sentences."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, saying in enumerate(sayings[:MOST]):
            words = plain_label(visible(f"{saying.title} {saying.sentence}".strip()), self._sentences)
            words.setObjectName("saying")
            words.setWordWrap(True)
            self._grid.addWidget(
                Glyph(self._look, self._sentences, good=saying.good), row, 0, Qt.AlignmentFlag.AlignTop
            )
            self._grid.addWidget(words, row, 1)
        self._says.setVisible(bool(sayings))
        self._gained.setVisible(bool(gains))
        self.bars.show_gains(gains)


class Bars(QWidget):
    """Kinds of difference with their numbers, one of which is the current one. ``chosen``: its places."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._gains: Sequence[Gain] = ()
        self._at = 0
        self.setObjectName("agreementGains")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Most is gained by"))
        look.changed.connect(self.update)

    def show_gains(self, gains: Sequence[Gain]) -> None:
        """Show these kinds of difference."""
        self._gains, self._at = gains, 0
        self.setAccessibleDescription("; ".join(f"{gain.words} {number(len(gain.places))}" for gain in gains))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, LINE * len(self._gains))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, LINE * len(self._gains))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self._choose(self._at + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(int(event.position().y() // LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, whole = painter_on(self), self._look.theme, QRectF(self.rect())
        metrics = QFontMetricsF(chrome_font())
        most = max((len(gain.places) for gain in self._gains), default=1)
        for at, gain in enumerate(self._gains):
            line = QRectF(0, at * LINE, whole.width(), LINE)
            painter.setFont(chrome_font())
            painter.setPen(theme.text)
            words = QRectF(RING, line.top(), (whole.width() - 2 * RING) * WORDS, LINE)
            paint_line(painter, placed(painter, words, whole), gain.words, metrics, leading=True)
            room = whole.width() - 2 * RING - words.width() - COUNT - 12
            bar = QRectF(words.right() + 8, line.center().y() - BAR / 2, room * len(gain.places) / most, BAR)
            painter.fillRect(placed(painter, bar, whole), over(theme.accent, 0.7, theme.base))
            end = QRectF(whole.width() - RING - COUNT, line.top(), COUNT, LINE)
            count = number(len(gain.places))
            edge = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                placed(painter, end, whole),
                edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute,
                count,
            )
            if at == self._at and self.hasFocus():
                paint_outline(painter, line.adjusted(1, 1, -1, -1), theme.accent, RADIUS, width=2)

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._gains):
            self._at = at
            self.update()
            self.chosen.emit(self._gains[at])
