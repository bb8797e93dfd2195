"""All pages of a hand-over, with header, footer and, on the first, the legend; print and PDF paint them alike."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPainter, QPen

from annotator.interop.handover.content import HandOver
from annotator.interop.handover.sheet_words import round_words
from annotator.interop.handover.words import one_line, short_hash
from annotator.translation.messages import _, listed, number
from annotator.ui.paper.article_pages import ArticlePages
from annotator.ui.paper.legend import paint_legend
from annotator.ui.paper.sheet_of_paper import MARGIN_LINE, POINT, SIDE, SheetOfPaper, sheet_of, small_font
from annotator.ui.paper.sheet_pages import SheetPages
from annotator.ui.theme.fonts import BOLD

RULE = QPen(QColor(160, 160, 160), 0.5 * POINT)
ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
BEGINNING, END = Qt.AlignmentFlag.AlignLeft | ABSOLUTE, Qt.AlignmentFlag.AlignRight | ABSOLUTE
LINE = 12 * POINT


class ReportPages:
    """Pages of one hand-over on paper of that size."""

    def __init__(self, handed: HandOver, paper: SheetOfPaper) -> None:
        self._handed, self._paper = handed, paper
        self._article = ArticlePages(handed, paper)
        self._sheet = SheetPages(handed, paper, self._article.lines_of_facts)

    @property
    def count(self) -> int:
        return len(self._article.pages) + len(self._sheet.pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint the page of that number, from 0, in units of the paper."""
        articles = len(self._article.pages)
        about = [round_words(self._handed)]
        if page < articles:
            title = self._handed.article.title
            about += [self._handed.article.outlet, self._handed.article.published]
        else:
            title = _("Claims and sign-off")
        self._paint_header(painter, one_line(title), listed(one for one in map(one_line, about) if one))
        self._paint_footer(painter, page)
        if page == 0:
            paint_legend(painter, self._handed.legend, self._paper)
        if page < articles:
            self._article.paint(painter, self._article.pages[page])
        else:
            self._sheet.paint(painter, self._sheet.pages[page - articles])

    def _paint_header(self, painter: QPainter, title: str, about: str) -> None:
        line = MARGIN_LINE + LINE
        self._paint_margin(painter, MARGIN_LINE, (title, small_font(8, BOLD)), (about, small_font(7.5)), line)

    def _paint_footer(self, painter: QPainter, page: int) -> None:
        article = self._handed.article
        name = f"{one_line(article.name)} · sha256 {short_hash(article.sha256)}"
        # Translators: the number of a page and of all pages
        of = _("{page} of {count}").format(page=number(page + 1), count=number(self.count))
        line = self._paper.height - MARGIN_LINE - LINE
        self._paint_margin(painter, line, (name, small_font(7)), (of, small_font(7)), line)

    def _paint_margin(
        self, painter: QPainter, y: float, first: tuple[str, QFont], last: tuple[str, QFont], line: float
    ) -> None:
        """Paint words at the beginning and at the end of a line above or below the page, and a line beside them."""
        room = self._paper.width - 2 * SIDE
        painter.setPen(Qt.GlobalColor.black)
        share = QFontMetricsF(last[1]).horizontalAdvance(last[0]) + 2 * LINE
        parts = ((*first, max(room - share, room / 2), BEGINNING), (*last, room / 2, END))
        for words, font, width, side in parts:
            left = SIDE if side == BEGINNING else SIDE + room - width
            rect = self._paper.placed(QRectF(left, y, width, LINE))
            painter.setFont(font)
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(rect, self._side(side), shown)
        painter.setPen(RULE)
        painter.drawLine(QPointF(SIDE, line), QPointF(SIDE + room, line))
        painter.setPen(Qt.GlobalColor.black)

    def _side(self, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        if not self._paper.leftwards:
            return side
        return END if side == BEGINNING else BEGINNING


def paint_reports(device: QPagedPaintDevice, handed: Iterable[HandOver]) -> None:
    """Paint all hand-overs on the device, one behind another, each from a page of its own.

    Nothing is painted on a device that cannot be, as a printer that is gone; Qt has said so.
    """
    layout = device.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)  # the margins are those of the pages
    device.setPageLayout(layout)
    size = layout.pageSize()
    painter = QPainter()
    if not painter.begin(device):
        return
    scale = device.logicalDpiX() / (72 * POINT)
    is_first = True
    for one in handed:
        pages = ReportPages(one, sheet_of(size, leftwards=one.article.leftwards))
        for page in range(pages.count):
            if not is_first:
                device.newPage()
            is_first = False
            painter.save()
            painter.scale(scale, scale)
            pages.paint(painter, page)
            painter.restore()
    painter.end()
