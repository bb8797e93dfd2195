"""Row of widgets that scrolls horizontally where it is too long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look

EDGE, FADE = 24, 28
"""Width of an arrow, and of the stretch beside it in which the row fades out."""


class SidewaysArea(QScrollArea):
    """Area scrolled by the wheel and by an arrow at each side that has more to show; there the row fades out.

    ``neared_end``: less than one more width of the area is left of the row.
    """

    neared_end = Signal()

    def __init__(self, look: Look, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.viewport().setAutoFillBackground(False)
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._pieces: list[QHBoxLayout] = []
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self._left, self._right = _Edge(look, "chevron-left", self), _Edge(look, "chevron-right", self)
        self._left.clicked.connect(lambda: self._scroll_rightwards(-self.viewport().width() // 2))
        self._right.clicked.connect(lambda: self._scroll_rightwards(self.viewport().width() // 2))
        self.horizontalScrollBar().valueChanged.connect(self._show_edges)
        self.horizontalScrollBar().rangeChanged.connect(self._show_edges)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Replace the widgets of the row."""
        while item := self._row.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._pieces.clear()
        self.add_widgets(widgets)

    def add_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Put more widgets at the end of the row."""
        piece = QWidget()  # of its own: what is in the row already is neither laid out again nor shown again
        row = QHBoxLayout(piece)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._row.spacing())
        for widget in widgets:
            row.addWidget(widget)
        self._pieces.append(row)
        self._row.addWidget(piece)
        piece.show()
        self.rearrange()

    def rearrange(self) -> None:
        """Fit the row to the present size of its widgets."""
        for row in self._pieces:
            row.activate()
        self._inner.resize(self._row.sizeHint())
        self.updateGeometry()

    def show_whole(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is visible and not covered by an arrow."""
        self.ensureWidgetVisible(widget, EDGE + FADE, 0)

    @property
    def is_near_end(self) -> bool:
        """True if less than one more width of the area is left of the row."""
        bar = self.horizontalScrollBar()
        return bar.maximum() - bar.value() < self.viewport().width()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * EDGE, self._row.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.place(QRect(0, 0, EDGE, self.height()))
        self._right.place(QRect(self.width() - EDGE, 0, EDGE, self.height()))
        self._show_edges()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._show_edges()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        self._scroll(-(turned.x() or turned.y()) // 2)
        event.accept()

    def _scroll(self, by: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + by)

    def _scroll_rightwards(self, by: int) -> None:
        """Scroll by so many pixels to the right; a row that begins at the right has its further part at the left."""
        self._scroll(-by if self.isRightToLeft() else by)

    def _show_edges(self) -> None:
        bar = self.horizontalScrollBar()
        before, after = bar.value() > bar.minimum(), bar.value() < bar.maximum()
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self._left.set_shown(left)
        self._right.set_shown(right)
        if self.is_near_end:
            self.neared_end.emit()


class _Edge(QAbstractButton):
    """Arrow for the mouse; it takes no focus, since the keyboard moves from widget to widget."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._name = look, name
        self._fade = _Fade(look, parent, to_left=name == "chevron-left")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(_("More to the left") if name == "chevron-left" else _("More to the right"))
        self.hide()

    def place(self, room: QRect) -> None:
        """Put the arrow there, and the fading beside it."""
        self.setGeometry(room)
        beside = room.right() + 1 if self._name == "chevron-left" else room.left() - FADE
        self._fade.setGeometry(beside, room.top(), FADE, room.height())

    def set_shown(self, shown: bool) -> None:
        self.setVisible(shown)
        self._fade.setVisible(shown)

    def sizeHint(self) -> QSize:
        return QSize(EDGE, EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), theme.hover if self.underMouse() else theme.base)
        paint_icon(painter, QRectF(self.rect()), self._name, theme.text)


class _Fade(QWidget):
    """Ground that gets denser towards the arrow, so that what is cut off there is seen to go on."""

    def __init__(self, look: Look, parent: QWidget, *, to_left: bool) -> None:
        super().__init__(parent)
        self._look, self._to_left = look, to_left
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        full = self._look.theme.base
        clear = QColor(full)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, self.width(), 0)
        gradient.setColorAt(0, full if self._to_left else clear)
        gradient.setColorAt(1, clear if self._to_left else full)
        QPainter(self).fillRect(self.rect(), gradient)
