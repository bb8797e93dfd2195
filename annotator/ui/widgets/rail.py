"""Rail at a side of the window with the names of the panels that are folded there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.translation.messages import _, pgettext
from annotator.ui.theme.fonts import MEDIUM, STRONG, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.buttons.painted_button import PaintedButton

WIDTH, INSET, RADIUS, PADDING, GAP, BAR = 32, 4, 6, 10, 6, 3
ABOVE, BETWEEN = 10, 8


class RailName(PaintedButton):
    """Name of a panel with its count, written upwards; ``at_left`` tells the side of the window it stands at."""

    def __init__(self, look: Look, title: str, parent: QWidget, *, at_left: bool) -> None:
        super().__init__(look, parent)
        self._title, self._at_left, self._count, self._open = title, at_left, "", False
        self.setText(title)
        self.setFont(chrome_font(0, MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count("")

    @property
    def title(self) -> str:
        return self._title

    @property
    def is_open(self) -> bool:
        """True as long as the name is drawn as open."""
        return self._open

    def set_count(self, count: str) -> None:
        """Show the shortest form of a panel's count beside the name."""
        self._count = count
        self.setAccessibleName(f"{self._title}, {self._count}" if self._count else self._title)
        self.updateGeometry()
        self.update()

    def set_open(self, *, on: bool) -> None:
        """Draw the panel as open or not."""
        if on != self._open:
            self._open = on
            self.setFont(chrome_font(0, STRONG if on else MEDIUM))
            self.setAccessibleDescription(pgettext("a panel", "open") if on else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        length = QFontMetricsF(self.font()).horizontalAdvance(self._title) + 2 * PADDING
        if self._count:
            length += GAP + QFontMetricsF(small_font()).horizontalAdvance(self._count)
        return QSize(WIDTH, round(length))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = self.painter(), self._look.theme
        ground = QRectF(self.rect()).adjusted(INSET, 0, -INSET, 0)
        if self._open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft)
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
            x = ground.left() if self._at_left else ground.right() - BAR
            bar = QRectF(x, ground.top() + ground.height() * 0.2, BAR, ground.height() * 0.6)
            painter.fillRect(snapped_rect(bar, ratio_of(painter)), theme.accent)
        self.paint_ground(painter, ground, RADIUS)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme, whole = self._look.theme, QRectF(0, 0, self.height(), self.width())
        painter.translate(0, self.height())
        painter.rotate(-90)
        room = QRectF(PADDING, 0, self.height() - PADDING, self.width())
        painter.setFont(self.font())
        painter.setPen(theme.text)
        painter.drawText(placed(painter, room, whole), LEADING, self._title)
        room.setLeft(room.left() + QFontMetricsF(self.font()).horizontalAdvance(self._title) + GAP)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        painter.drawText(placed(painter, room, whole), LEADING, self._count)


class Rail(QWidget):
    """Column of names at one side."""

    def __init__(self, look: Look, *, at_left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._at_left = look, at_left
        self.names: dict[str, RailName] = {}
        self.setObjectName("leftRail" if at_left else "rightRail")
        self.setAccessibleName(_("Folded panels at the left") if at_left else _("Folded panels at the right"))
        self.setFixedWidth(WIDTH)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, ABOVE, 0, ABOVE)
        self._column.setSpacing(BETWEEN)
        self._column.addStretch(1)
        look.changed.connect(self.update)

    def add(self, id: str, title: str) -> RailName:
        """Append a name for the panel of that id."""
        name = self.names[id] = RailName(self._look, title, self, at_left=self._at_left)
        self._column.insertWidget(self._column.count() - 1, name)
        return name

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = self.width() - 1 if self._at_left else 0
        line = snapped_rect(QRectF(x, 0, 1, self.height()), ratio_of(painter))
        painter.fillRect(line, self._look.theme.border)
