"""Pages of the article: lines with their numbers at one side, and notes at the height of their facts at the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from annotator.interop.handover.content import HandOver
from annotator.ui.paper.article_lines import ArticleLine, ArticleLines
from annotator.ui.paper.mark_ink import FAINT, MarkInk
from annotator.ui.paper.notes import BETWEEN, Note
from annotator.ui.paper.notes import PITCH as NOTE_PITCH
from annotator.ui.paper.sheet_of_paper import PITCH, POINT, SheetOfPaper, small_font

PARAGRAPH_GAP = 8 * POINT
BASELINE = 13 * POINT
"""Distance of the baseline from the top of a line."""

LEGEND_HEIGHT = 26 * POINT
NOTE_RISE = 5 * POINT
"""Distance of a note's first line from the top of the line of its fact, so that both have one baseline."""


@dataclass(slots=True)
class ArticlePage:
    """Lines and notes with the heights at which they stand on the page; of a note the lines that are on it."""

    lines: list[tuple[float, ArticleLine]] = field(default_factory=list)
    notes: list[tuple[float, Note, range]] = field(default_factory=list)


class ArticlePages:
    """Pages of one article on sheets of that size."""

    def __init__(self, handed: HandOver, paper: SheetOfPaper) -> None:
        self._paper = paper
        self._lines = ArticleLines(handed, paper.text.width())
        self._ink = MarkInk(self._lines.builder)
        pieces = {piece.label: piece for piece in handed.evidence}
        self._notes = {fact.number: Note(fact, pieces, leftwards=paper.leftwards) for fact in handed.facts}
        self.pages = [*_paged(self._lines.lines, self._notes, paper)]

    @property
    def lines_of_facts(self) -> Mapping[int, int]:
        """Number of the line in which each fact ends, by the number of the fact."""
        return {fact: line.number for line in self._lines.lines for fact in line.facts}

    def paint(self, painter: QPainter, page: ArticlePage) -> None:
        """Paint the lines and the notes of the page."""
        text, numbers = self._paper.text, self._paper.numbers
        font = small_font(6.5)
        for y, line in page.lines:
            at = QPointF(text.left(), y + BASELINE - line.baseline)
            self._ink.paint(painter, at, line)
            painter.setPen(Qt.GlobalColor.black)
            line.line.draw(painter, at)
            painter.setFont(font)
            painter.setPen(FAINT)
            self._paint_number(painter, QRectF(numbers.left(), y, numbers.width(), BASELINE), line.number)
        painter.setPen(Qt.GlobalColor.black)
        for y, note, lines in page.notes:
            note.paint(painter, self._paper.notes, y, lines)

    def _paint_number(self, painter: QPainter, rect: QRectF, number: int) -> None:
        side = Qt.AlignmentFlag.AlignLeft if self._paper.leftwards else Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute, str(number))


def _paged(lines: list[ArticleLine], notes: Mapping[int, Note], paper: SheetOfPaper) -> Iterator[ArticlePage]:
    """Yield the pages; a page ends where the text or the notes fill it, so that notes stay with their facts."""
    filling = _Filling(paper)
    for line in lines:
        beside = [notes[number] for number in line.facts if number in notes]
        if not filling.has_room(line, beside):
            yield filling.page
            filling.next_page()
            while filling.has_notes_left:
                yield filling.page
                filling.next_page()
        filling.add(line, beside)
    yield filling.page
    while filling.has_notes_left:
        filling.next_page()
        yield filling.page


class _Filling:
    """Page that is being filled; notes that are longer than a page go on in the next."""

    def __init__(self, paper: SheetOfPaper) -> None:
        self._top, self._bottom = paper.body.top(), paper.body.bottom()
        self._left: list[tuple[Note, range]] = []
        self.page = ArticlePage()
        self._y = self._note_y = self._top + LEGEND_HEIGHT

    def has_room(self, line: ArticleLine, notes: list[Note]) -> bool:
        """Tell whether the line and its notes fit on the page; on one without lines they always do."""
        if not self.page.lines:
            return True
        y = self._y + self._gap(line)
        low = max(self._note_y, y + NOTE_RISE) if notes else 0
        low += sum(note.height + BETWEEN for note in notes) - BETWEEN if notes else 0
        return y + PITCH <= self._bottom and low <= self._bottom

    def add(self, line: ArticleLine, notes: list[Note]) -> None:
        """Put the line on the page, and its notes beside it."""
        self._y += self._gap(line)
        self.page.lines.append((self._y, line))
        self._note_y = max(self._note_y, self._y + NOTE_RISE)
        for note in notes:
            self._put(note, range(note.lines))
        self._y += PITCH

    @property
    def has_notes_left(self) -> bool:
        """True where notes had no room on the page."""
        return bool(self._left)

    def next_page(self) -> None:
        """Begin a page with the notes that had no room on the last."""
        self.page = ArticlePage()
        self._y = self._note_y = self._top
        left, self._left = self._left, []
        for note, lines in left:
            self._put(note, lines)

    def _put(self, note: Note, lines: range) -> None:
        room = max(int((self._bottom - self._note_y) // NOTE_PITCH), 0)
        here = range(lines.start, min(lines.stop, lines.start + room))
        if self._left or not here:
            self._left.append((note, lines))
            return
        self.page.notes.append((self._note_y, note, here))
        self._note_y += len(here) * NOTE_PITCH + BETWEEN
        if here.stop < lines.stop:
            self._left.append((note, range(here.stop, lines.stop)))

    def _gap(self, line: ArticleLine) -> float:
        return PARAGRAPH_GAP if line.begins and self.page.lines else 0
