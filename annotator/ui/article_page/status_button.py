"""Pill-shaped menu button that shows and changes an article's status."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from annotator.model.document import STATUSES
from annotator.session.opening.status_names import status_words
from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.paint import STATUS_GLYPH, paint_status
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import OPENING, PaintedButton
from annotator.ui.widgets.menu_place import open_below

HEIGHT, SIDE, GAP, CHEVRON = 24, 11, 6, 16
RING = 1


class StatusButton(PaintedButton):
    """Menu button of STATUSES. ``chosen``: status that the user has chosen from the menu."""

    pressing = OPENING
    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._status = ""
        self._menu = QMenu(self)
        self._menu.setAccessibleName(_("Status"))
        self.setObjectName("statusButton")
        self.setFont(chrome_font(-1, MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def show_status(self, status: str) -> None:
        if status != self._status:
            self._status = status
            self.setText(status_words(status))
            self.setAccessibleName(_("Status: {status}").format(status=self.text()))
            self.updateGeometry()
            self.update()

    def open_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for status in STATUSES:
            action = self._menu.addAction(self._glyph(status), status_words(status))
            action.setCheckable(True)
            action.setChecked(status == self._status)
            action.setData(status)
            group.addAction(action)
        give_mnemonics(self._menu)
        group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        open_below(self._menu, self)

    @property
    def menu(self) -> QMenu:
        return self._menu

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        width = SIDE + STATUS_GLYPH + GAP + words + GAP + CHEVRON + SIDE - 3
        return QSize(round(width) + 2 * RING, HEIGHT + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = self.painter(), self._look.theme
        pill = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        hovered = self.isEnabled() and self.underMouse()
        painter.setBrush(theme.pressed if self.isDown() else theme.hover if hovered else theme.base)
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        paint_outline(painter, pill, theme.outline, HEIGHT / 2)
        if self.hasFocus():
            paint_outline(painter, QRectF(self.rect()), theme.accent, HEIGHT / 2 + RING, width=2)
        self._paint_words(painter, placed(painter, pill.adjusted(SIDE, 0, -SIDE + 3, 0), pill))

    def _paint_words(self, painter: QPainter, inside: QRectF) -> None:
        theme = self._look.theme
        glyph = QRectF(inside.left(), inside.top(), STATUS_GLYPH, inside.height())
        paint_status(painter, placed(painter, glyph, inside), self._status, theme)
        painter.setPen(theme.text)
        words = inside.adjusted(STATUS_GLYPH + GAP, 0, 0, 0)
        painter.drawText(placed(painter, words, inside), LEADING, self.text())
        chevron = QRectF(inside.right() - CHEVRON, inside.top(), CHEVRON, inside.height())
        paint_icon(painter, placed(painter, chevron, inside), "chevron-down", theme.text)

    def _glyph(self, status: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_status(painter, QRectF(0, 0, 16, 16), status, self._look.theme)
        painter.end()
        return QIcon(pixmap)
