"""Indicator in the status bar of whether the work is saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.tokens import Theme

WORDS = {"saved": N_("Saved"), "saving": N_("Saving"), "failed": N_("Not saved")}
ICONS = {"saved": "check", "saving": "clock", "failed": "error"}
GLYPH, GAP, SIDE, HEIGHT = 16, 4, 6, 20


class SavedPart(QLabel):
    """Glyph and text for a state that is a key of WORDS; hidden for the empty state."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("saved")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_state(self, state: str, text: str) -> None:
        self._state = state
        self.setText(plain_line(text) or (_(WORDS[state]) if state else ""))
        self.setAccessibleName(self.text())
        self.setVisible(bool(state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + GLYPH + GAP + 2 * SIDE, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(GLYPH + 2 * SIDE, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._state:
            return
        painter, colour, whole = painter_on(self), _colour(self._state, self._look.theme), QRectF(self.rect())
        glyph = placed(painter, QRectF(SIDE, 0, GLYPH, self.height()), whole)
        paint_icon(painter, glyph, ICONS[self._state], colour)
        painter.setPen(colour)
        room = whole.adjusted(SIDE + GLYPH + GAP, 0, 0, 0)
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(placed(painter, room, whole), LEADING, words)


def _colour(state: str, theme: Theme) -> QColor:
    return {"saved": theme.success, "failed": theme.error}.get(state, theme.muted)
