"""Pill in the header that says who has signed the article, or how many facts are open again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.facts.desk.rounds import round_of
from annotator.facts.desk.standing import Standing
from annotator.language.plain_line import plain_line
from annotator.session.editing.sign_offs.words import long_standing, short_standing, signature_words
from annotator.translation.messages import _
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import ICON, paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import paint_line, show_tip
from annotator.ui.widgets.words.local_time import local_time

HEIGHT, SIDE, GAP, RING, WIDEST = 24, 9, 5, 1, 260


class StandingPill(PaintedButton):
    """Button with a check where all facts are signed, and a warning sign where some are open again; else hidden."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._reopened = False
        self.setObjectName("standingPill")
        self.setFont(chrome_font(-1, MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_standing(self, standing: Standing | None) -> None:
        """Show how an article stands; hide where nobody has signed it."""
        self.setVisible(standing is not None)
        if standing is None:
            return
        words = short_standing(standing)
        self._reopened = bool(standing.reopened)
        if words != self.text():
            self.setText(words)
            self.updateGeometry()
        self.setAccessibleName(_("Sign-off: {standing}").format(standing=words))
        show_tip(self, "\n".join([*long_standing(standing), *_signatures(standing)]))
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(min(round(2 * SIDE + ICON + GAP + words) + 2, WIDEST) + 2 * RING, HEIGHT + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SIDE + ICON + 2 * RING, HEIGHT + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = self.painter(), self._look.theme
        pill = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.warning_bg if self._reopened else theme.success_bg
        painter.setBrush(theme.pressed if self.isDown() else theme.hover if self.underMouse() else ground)
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        paint_outline(painter, pill, theme.outline, HEIGHT / 2)
        if self.hasFocus():
            paint_outline(painter, QRectF(self.rect()), theme.accent, HEIGHT / 2 + RING, width=2)
        sign = QRectF(pill.left() + SIDE, pill.top(), ICON, pill.height())
        name, colour = ("warning", theme.warning) if self._reopened else ("check", theme.success)
        paint_icon(painter, placed(painter, sign, pill), name, colour)
        words = pill.adjusted(SIDE + ICON + GAP, 0, -SIDE + 2, 0)
        painter.setPen(theme.text)
        if words.width() > SIDE:
            paint_line(painter, placed(painter, words, pill), self.text(), QFontMetricsF(self.font()), leading=True)


def _signatures(standing: Standing) -> list[str]:
    return [signature_words(plain_line(item.by), round_of(item), local_time(item.at)) for item in standing.sign_offs]
