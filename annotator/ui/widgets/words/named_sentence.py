"""Wrapped plain text that begins with a name in bold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.language.plain_line import plain_line, reads_leftwards
from annotator.ui.theme.fonts import STRONG
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import beginning
from annotator.ui.widgets.words.wrap_mode import wrap_mode

WIDEST = 10_000


class NamedSentence(QLabel):
    """Label with ``name`` in bold before ``sentence``; both are shown literally, never as markup."""

    def __init__(self, look: Look, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._name, self._text = plain_line(name), f"{plain_line(name)} {plain_line(sentence)}".strip()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height() + 0.5)

    def sizeHint(self) -> QSize:
        lines = self._laid_out(WIDEST)
        return QSize(round(lines.maximumWidth()) + 2, round(lines.boundingRect().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.theme.text)
        lines = self._laid_out(self.width())
        top = max((self.height() - lines.boundingRect().height()) / 2, 0)
        lines.draw(painter, QPointF(0, top))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self.font())
        option = _wrapped(self._text, leftwards=self.isRightToLeft() and reads_leftwards(self._text))
        option.setAlignment(beginning(self))
        layout.setTextOption(option)
        layout.setFormats([_bold(len(self._name.encode("utf-16-le")) // 2, self.font())])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout


def _wrapped(text: str, *, leftwards: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(wrap_mode(text))
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    return option


def _bold(units: int, font: QFont) -> QTextLayout.FormatRange:
    """Return a format that sets the first ``units`` UTF-16 code units in bold."""
    strong = QFont(font)
    strong.setWeight(STRONG)
    bold = QTextLayout.FormatRange()
    bold.start, bold.length, bold.format = 0, units, QTextCharFormat()
    bold.format.setFont(strong)
    return bold
