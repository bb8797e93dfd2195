"""Layout of a header or foot: one line with its last widgets at the far end, and more lines where that is too long."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayoutItem, QVBoxLayout, QWidget

from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.layouts.flow_layout import FlowLayout

DOWN, ABOVE = 6, 6
UNLIMITED = 16_777_215


class HeaderRow(FlowLayout):
    """Line of widgets that are all as wide as they wish, but for those that ``yield`` room; ``across`` px between them.

    Where they find no room in one line none of them is made narrower: they wrap like words.
    """

    def __init__(self, across: int) -> None:
        super().__init__(None, across, DOWN)
        self._yielding: list[QWidget] = []
        self._end: list[QWidget] = []

    def add(self, widget: QWidget, *, end: bool = False, yields: bool = False) -> None:
        """Append a widget: at the far ``end`` of the line, and with less room than it wishes if it ``yields``."""
        self.addWidget(widget)
        if end:
            self._end.append(widget)
        if yields:
            self._yielding.append(widget)

    def put_into(self, whole: QWidget, side: int, height: int) -> None:
        """Fill the widget, which is ``height`` px high as long as there is one line, with ``side`` px at its sides."""
        whole.setMinimumHeight(height)
        column = QVBoxLayout(whole)
        column.setContentsMargins(margins(side, ABOVE, side, ABOVE))
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(self)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        items = [item for item in self._items if not item.isEmpty()]
        widths = [self._wished(item).width() for item in items]
        height = max((item.sizeHint().height() for item in items), default=0)
        return QSize(sum(widths) + self._across * max(len(items) - 1, 0), height)

    def _wished(self, item: QLayoutItem) -> QSize:
        """Return the size that the item wishes: a field that may grow wishes the most that it may have."""
        size, most = item.sizeHint(), item.maximumSize().width()
        return QSize(most, size.height()) if item.widget() in self._yielding and most < UNLIMITED else size

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, int, QSize]]]:
        items = [item for item in self._items if not item.isEmpty()]
        sizes = self._fitted(items, width - self._across * (len(items) - 1))
        if not sizes:
            yield from self._wrapped(items, width)
            return
        line, left = list[tuple[QLayoutItem, int, QSize]](), 0
        spare = width - sum(size.width() for size in sizes) - self._across * (len(items) - 1)
        for item, size in zip(items, sizes, strict=True):
            if item.widget() in self._end:
                left, spare = left + spare, 0
            line.append((item, left, size))
            left += size.width() + self._across
        yield line

    def _wrapped(self, items: list[QLayoutItem], width: int) -> Iterator[list[tuple[QLayoutItem, int, QSize]]]:
        """Yield the lines of the items; those of the far end begin a line where they would not all stand in the last.

        In a line of their own they wrap among themselves.
        """
        first = [item for item in items if item.widget() not in self._end]
        last = [item for item in items if item.widget() in self._end]
        lines = [*self.flowed(first, width)]
        together = sum(item.sizeHint().width() + self._across for item in last)
        _item, left, size = lines[-1][-1] if lines else (None, 0, QSize())
        if left + size.width() + together <= width:
            yield from self.flowed(items, width)
        else:
            yield from lines
            yield from self.flowed(last, width)

    def _fitted(self, items: list[QLayoutItem], room: int) -> list[QSize]:
        """Return the sizes of the items in one line of ``room`` px without the gaps; none if they do not fit."""
        wished = [self._wished(item) for item in items]
        most = [
            size.width() - item.minimumSize().width() if item.widget() in self._yielding else 0
            for item, size in zip(items, wished, strict=True)
        ]
        lacking, giving = sum(size.width() for size in wished) - room, sum(most)
        if lacking > giving:
            return []
        share = max(lacking, 0) / giving if giving else 0.0
        return [
            QSize(size.width() - round(give * share + 0.499), size.height())
            for size, give in zip(wished, most, strict=True)
        ]
