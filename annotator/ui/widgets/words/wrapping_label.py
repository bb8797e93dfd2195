"""Label that wraps between words, and within a word longer than the line."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.language.plain_line import reads_leftwards, runs_leftwards
from annotator.model.visible import visible
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.mirroring import AT_LEFT, AT_RIGHT
from annotator.ui.widgets.words.wrap_mode import ANYWHERE, AT_WORDS, has_long_word

NARROWEST, WIDEST = 40, 280
LONGEST_SHARED = 200
"""Characters of a text whose layout is kept."""


class WrappingLabel(QLabel):
    """Label that shows its text literally, in the colour of its foreground role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._painted: tuple[int, QTextLayout] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        shown = visible(text)
        if shown != self.text():
            self._forget()
            super().setText(shown)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = laid_out(self, self.text(), self.font(), width)[1]
        return height

    def changeEvent(self, event: QEvent) -> None:
        self._forget()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        width = min(self.width() if self.isVisible() else WIDEST, WIDEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._painted is None or self._painted[0] != self.width():
            self._painted = self.width(), laid_out(self, self.text(), self.font(), self.width())[0]
        self._painted[1].draw(painter, QPointF())

    def _forget(self) -> None:
        """Forget how the text was laid out before what it says or looks like changes."""
        self._heights.clear()
        self._painted = None


class SmallPrint(WrappingLabel):
    """Label in small, muted letters, of what is rarely read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(small_font())
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


def laid_out(widget: QWidget, text: str, font: QFont, width: int) -> tuple[QTextLayout, int]:
    """Return the text as it wraps in the direction of the widget, and its height in pixels."""
    make = _shared if len(text) <= LONGEST_SHARED else _laid_out
    return make(text, font, max(width, NARROWEST), mirrored=widget.isRightToLeft())


@lru_cache(maxsize=400)
def _shared(text: str, font: QFont, width: int, *, mirrored: bool) -> tuple[QTextLayout, int]:
    """Return the layout for all who show this text: values are often the same, and layouts are drawn, not altered."""
    return _laid_out(text, font, width, mirrored=mirrored)


def _laid_out(text: str, font: QFont, width: int, *, mirrored: bool) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setCacheEnabled(True)  # or Qt would shape the letters again each time they are drawn
    leftwards = (reads_leftwards if mirrored else runs_leftwards)(text)
    layout.setTextOption(_option(anywhere=has_long_word(text), mirrored=mirrored, leftwards=leftwards))
    return layout, round(lay_out(layout, width))


@cache
def _option(*, anywhere: bool, mirrored: bool, leftwards: bool) -> QTextOption:
    """Return the option to share: flags that are enums would take longer to look up."""
    option = QTextOption(AT_RIGHT if mirrored else AT_LEFT)
    option.setWrapMode(ANYWHERE if anywhere else AT_WORDS)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    return option


def lay_out(layout: QTextLayout, width: float) -> float:
    """Break the layout's text into lines ``width`` pixels wide; return the height of all in pixels."""
    top = 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        if top:
            line.setPosition(QPointF(0, top))
        top += line.height()
        line = layout.createLine()
    layout.endLayout()
    return top
