"""List of articles, whose files can be dragged to other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPersistentModelIndex, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import shortened
from annotator.translation.messages import ngettext, number
from annotator.ui.panels.articles.group_heading import HEADING_HEIGHT
from annotator.ui.panels.articles.row_delegate import ROW_HEIGHT
from annotator.ui.panels.articles.rows import ArticleRows
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import paint_card
from annotator.ui.widgets.keyboard import sideways_step
from annotator.ui.widgets.lists.rows_view import ENTER, SELECT, WITHOUT_KEYPAD, Index, RowsView

HEIGHT, SIDE, LONGEST = 32, 12, 40
HELD_AT = QPoint(-8, HEIGHT // 2)


class ArticlesView(RowsView):
    """List view of ``rows``; a drag gives the files of the selected articles, to be copied and never moved.

    ``seen``: numbers of the entries that are in view.
    """

    seen = Signal(list)

    def __init__(self, rows: ArticleRows, look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, many=True, parent=parent)
        self._rows, self._look = rows, look
        self.setObjectName("articlesList")
        self.setModel(rows)
        self.setDragEnabled(True)
        self._low: set[int] = set()  # rows that are as high as headings
        for changed in (rows.modelReset, rows.rowsInserted, rows.rowsRemoved, rows.layoutChanged):
            changed.connect(lambda *_rows: self._follow())
        self._held: tuple[QPersistentModelIndex, int] | None = None
        rows.layoutAboutToBeChanged.connect(lambda *_parents: self._hold())
        rows.layoutChanged.connect(lambda *_parents: self._let_go())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_seen())
        self._follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close or open a group where its heading is pressed; it is not selected by that."""
        row = self.rowAt(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and self._rows.group(row):
            self._turn(row)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second of two quick clicks on a heading as any other."""
        if self._rows.rowCount() and self._rows.group(max(self.rowAt(event.position().toPoint().y()), 0)):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close and open groups with the arrow keys to the sides and with Enter on a heading."""
        row, step = self.current_row(), sideways_step(Qt.Key(event.key()), self)
        if step and row >= 0 and not event.modifiers() & WITHOUT_KEYPAD:
            self._close_or_open(row, closed=step < 0)
        elif event.key() in ENTER and row >= 0 and self._rows.group(row):
            self._turn(row)
        else:
            super().keyPressEvent(event)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint again only where the change is in view: Qt would for every article that is read in the background."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if last.row() >= top and (bottom < 0 or first.row() <= bottom):
            super().dataChanged(first, last, roles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_seen()

    def _turn(self, row: int) -> None:
        """Close the group with this heading, or open it."""
        if group := self._rows.group(row):
            self._rows.set_closed(row, closed=not group.closed)

    def _close_or_open(self, row: int, *, closed: bool) -> None:
        """Close the group of the row and go to its heading, or open the closed one and go to its first article."""
        heading = self._rows.heading_above(row)
        group = None if heading is None else self._rows.group(heading)
        if heading is None or group is None or group.closed == closed:
            return
        self._rows.set_closed(heading, closed=closed)
        index = self._rows.index(heading if closed else heading + 1, 0)
        self.selectionModel().setCurrentIndex(index, SELECT)
        self.scrollTo(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have all rows that keys may lead to."""
        self._rows.search_all()
        super().focusInEvent(event)

    def _hold(self) -> None:
        """Note where the current row is, or the first in view, before rows come above it."""
        top, row = self.rowAt(0), self.current_row()
        is_seen = row >= top and self.rowViewportPosition(row) < self.viewport().height()
        held = self._rows.index(row if is_seen else top, 0)
        self._held = (QPersistentModelIndex(held), self.rowViewportPosition(held.row())) if top >= 0 else None

    def _let_go(self) -> None:
        """Scroll so that the row is there again."""
        if self._held and self._held[0].isValid():
            self.updateGeometries()
            moved = self.rowViewportPosition(self._held[0].row()) - self._held[1]
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        self._held = None

    def _follow(self) -> None:
        """Give headings their height and all other rows theirs; the header does not lay out all rows for each."""
        header, headings, count = self.verticalHeader(), set(self._rows.headings), self._rows.rowCount()
        header.setUpdatesEnabled(False)
        for row in self._low - headings:
            if row < count:
                header.resizeSection(row, ROW_HEIGHT)
        for row in headings:
            header.resizeSection(row, HEADING_HEIGHT)
        header.setUpdatesEnabled(True)
        self._low = headings
        self._tell_seen()

    def _tell_seen(self) -> None:
        """Tell which articles are in view."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else self._rows.rowCount() - 1
        if first >= 0:
            self.seen.emit(self._rows.numbers(range(first, last + 1)))

    def startDrag(self, _supported: Qt.DropAction) -> None:
        paths = self._rows.files(self.selected_rows())
        if not paths:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._picture(paths))
        drag.setHotSpot(HELD_AT)
        drag.exec(Qt.DropAction.CopyAction)

    def _picture(self, paths: list[Path]) -> QPixmap:
        """Draw the article's name, or how many articles there are, on a card."""
        count = len(paths)
        many = ngettext("{count} article", "{count} articles", count).format(count=number(count))
        words, font = shortened(paths[0].name, LONGEST) if count == 1 else many, chrome_font()
        width, ratio = QFontMetricsF(font).horizontalAdvance(words) + 2 * SIDE, self.devicePixelRatioF()
        picture = QPixmap(round(width * ratio), round(HEIGHT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        room, painter = QRectF(0, 0, width, HEIGHT), QPainter(picture)
        paint_card(painter, room, self._look.theme)
        painter.setFont(font)
        painter.setPen(self._look.theme.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture
