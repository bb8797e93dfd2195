"""Layout that places widgets in lines and wraps them like words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left-to-right (or right-to-left) layout that starts a new line where the next widget does not fit.

    ``across`` and ``down`` are the pixels between widgets and between lines.
    """

    def __init__(self, parent: QWidget | None, across: int, down: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, kept until a widget has changed: the layouts around ask many times."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arranged(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        """Return the height of all lines at the width of ``rect``; with ``move`` set every widget's geometry."""
        top = 0
        for line in self._lines(rect.width()):
            height = max(size.height() for _, _, size in line)
            for item, left, size in line if move else ():
                down = top + (height - size.height()) // 2
                item.setGeometry(QRect(self._place(rect, left, size.width()) + QPoint(0, down), size))
            top += height + self._down
        return max(top - self._down, 0)

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, int, QSize]]]:
        """Yield the visible widgets line by line, each with its offset in px from the line's beginning and its size."""
        return self.flowed([item for item in self._items if not item.isEmpty()], width)

    def flowed(self, items: Sequence[QLayoutItem], width: int) -> Iterator[list[tuple[QLayoutItem, int, QSize]]]:
        """Yield these items line by line, each with its offset in px from the line's beginning and its size."""
        line: list[tuple[QLayoutItem, int, QSize]] = []
        left = 0
        for item in items:
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 1 << 20))
            if line and left + size.width() > width:
                yield line
                line, left = [], 0
            line.append((item, left, size))
            left += size.width() + self._across
        if line:
            yield line

    def _place(self, rect: QRect, left: int, width: int) -> QPoint:
        """Return the top left corner of a widget ``left`` pixels from the side at which lines begin."""
        parent = self.parentWidget()
        if parent and parent.isRightToLeft():
            return QPoint(rect.right() + 1 - left - width, rect.top())
        return rect.topLeft() + QPoint(left, 0)
