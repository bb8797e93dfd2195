"""List of articles, whose files can be dragged to other programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import shortened
from annotator.translation.messages import ngettext, number
from annotator.ui.panels.articles.row_delegate import ROW_HEIGHT
from annotator.ui.panels.articles.rows import ArticleRows
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import paint_card
from annotator.ui.widgets.lists.rows_view import RowsView

HEIGHT, SIDE, LONGEST = 32, 12, 40
HELD_AT = QPoint(-8, HEIGHT // 2)


class ArticlesView(RowsView):
    """List view of ``rows``; a drag gives the files of the selected articles, to be copied and never moved."""

    def __init__(self, rows: ArticleRows, look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, many=True, parent=parent)
        self._rows, self._look = rows, look
        self.setObjectName("articlesList")
        self.setModel(rows)
        self.setDragEnabled(True)

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
