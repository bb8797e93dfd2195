"""Words laid out in lines of a given width: notes, cells and paragraphs of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption


class Words:
    """Words in lines of ``pitch``, in units as all lengths here.

    ``looks`` are those of parts of them. ``leftwards``: words without a direction of their own begin at the right.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        pitch: float,
        *,
        looks: Sequence[QTextLayout.FormatRange] = (),
        leftwards: bool = False,
    ) -> None:
        self._layout = layout = QTextLayout(text, font)
        layout.setCacheEnabled(True)
        layout.setTextOption(_option(leftwards))
        if looks:
            layout.setFormats(looks)
        self._pitch = pitch
        self.lines = _broken(layout, width, pitch)

    @property
    def height(self) -> float:
        return self.lines * self._pitch

    def paint(self, painter: QPainter, at: QPointF, lines: range | None = None) -> None:
        """Paint these of the lines, or all, the first at the place."""
        chosen = lines or range(self.lines)
        for number in chosen:
            self._layout.lineAt(number).draw(painter, at - QPointF(0, chosen.start * self._pitch))


@lru_cache(maxsize=2)
def _option(leftwards: bool) -> QTextOption:
    """Return how words are aligned and broken; it is shared and not to be changed."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft)
    option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def bold(words: str) -> QTextLayout.FormatRange:
    """Return the look of words at the beginning that are bold."""
    look, form = QTextLayout.FormatRange(), QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    look.start, look.length, look.format = 0, _units(words), form
    return look


def linked(before: str, words: str, address: str) -> QTextLayout.FormatRange:
    """Return the look of words, behind others, that lead to the address in a PDF."""
    look, form = QTextLayout.FormatRange(), QTextCharFormat()
    form.setAnchor(True)
    form.setAnchorHref(address)
    form.setFontUnderline(True)
    look.start, look.length, look.format = _units(before), _units(words), form
    return look


def _broken(layout: QTextLayout, width: float, pitch: float) -> int:
    """Break the text into lines, and return their number."""
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * pitch))
        count += 1
    layout.endLayout()
    return count


def _units(text: str) -> int:
    """Return the length of the text in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
