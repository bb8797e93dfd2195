"""Parts of the sheet at the end, one below another: headings, rows, lines, boxes to tick, hash and signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from annotator.interop.handover.content import HandedFact, HandOver, Piece
from annotator.interop.handover.sheet_words import (
    criticism_line,
    exceptions_of,
    file_words,
    hash_lines,
    piece_line,
    query_line,
    sign_off_words,
    signature_lines,
    signature_warnings,
)
from annotator.interop.handover.words import NONE, glyph_and_state, one_line, verdict_words, withheld_words
from annotator.translation.messages import _
from annotator.ui.paper.sheet_of_paper import POINT, SheetOfPaper, fixed_font, small_font
from annotator.ui.paper.words import Words, linked
from annotator.ui.theme.fonts import BOLD, REGULAR

POINTS, PITCH, PAD = 8, 11 * POINT, 3 * POINT
COLUMNS = (0.06, 0.5, 0.16, 0.16, 0.12)
"""Widths of the columns of the claims, as parts of the whole."""

INSET = 5 * POINT
RULE, THIN_RULE = QPen(QColor(0, 0, 0), 0.8 * POINT), QPen(QColor(160, 160, 160), 0.5 * POINT)
TICK_BOX = 7 * POINT


@dataclass(frozen=True, slots=True)
class Part:
    """Part of the sheet: its height in units, and what paints it from a place. ``keeps``: the next is beside it."""

    height: float
    paint: Callable[[QPainter, float], None]
    keeps: bool = False


class SheetParts:
    """Parts of the sheet of one hand-over; ``lines`` are those in which facts end, by the numbers of the facts."""

    def __init__(self, handed: HandOver, paper: SheetOfPaper, lines: Mapping[int, int]) -> None:
        self._handed, self._paper, self._lines = handed, paper, lines
        self._left, self._width = paper.body.left(), paper.body.width()
        self._cells: dict[tuple[str, float, bool], Words] = {}

    def parts(self) -> Iterator[Part]:
        """Yield the parts in their order."""
        yield from self._claims()
        secret = [withheld_words(self._handed.confidential)] if self._handed.confidential else []
        yield from self._headed(_("Evidence"), [*map(self._piece, self._handed.evidence), *map(self._line, secret)])
        yield from self._listed(_("Queries to the author"), self._queries())
        yield from self._listed(_("Criticism and replies"), [*map(criticism_line, self._handed.criticism)])
        yield from self._listed(_("Exceptions"), exceptions_of(self._handed), boxes=True)
        yield from self._sign_off()

    def _queries(self) -> list[str]:
        return [query_line(query, self._lines.get(query.number, 0)) for query in self._handed.queries]

    @property
    def heads(self) -> Part:
        """The names of the columns of the claims, which stand on each page of them."""
        names = (_("No."), _("Claim"), _("State"), _("Verdict"), _("Evidence"))
        return self._row(names, RULE, bold=True)

    def _claims(self) -> Iterator[Part]:
        yield self.heads
        for fact in self._handed.facts:
            yield self._row(_cells(fact), THIN_RULE)

    def _row(self, cells: Sequence[str], rule: QPen, *, bold: bool = False) -> Part:
        words = [self._cell(cell, part, bold) for cell, part in zip(cells, COLUMNS, strict=True)]
        height = max(one.height for one in words) + 2 * PAD
        return Part(height, partial(self._paint_row, words, rule, height), keeps=bold)

    def _cell(self, text: str, part: float, bold: bool) -> Words:
        """Return the words of a cell; states and verdicts are the same in many."""
        if (text, part, bold) not in self._cells:
            font, width = small_font(POINTS, BOLD if bold else REGULAR), part * self._width - INSET
            self._cells[text, part, bold] = Words(text, font, width, PITCH, leftwards=self._paper.leftwards)
        return self._cells[text, part, bold]

    def _paint_row(self, words: Sequence[Words], rule: QPen, height: float, painter: QPainter, y: float) -> None:
        left = self._left
        for one, part in zip(words, COLUMNS, strict=True):
            place = self._paper.placed(QRectF(left, y + PAD, part * self._width - INSET, height))
            one.paint(painter, place.topLeft())
            left += part * self._width
        self._paint_rule(painter, y + height, rule)

    def _paint_rule(self, painter: QPainter, y: float, pen: QPen) -> None:
        painter.setPen(pen)
        painter.drawLine(QPointF(self._left, y), QPointF(self._left + self._width, y))
        painter.setPen(Qt.GlobalColor.black)

    def _listed(self, heading: str, lines: Sequence[str], *, boxes: bool = False) -> Iterator[Part]:
        yield from self._headed(heading, [self._line(one, box=boxes) for one in lines])

    def _headed(self, heading: str, parts: Sequence[Part]) -> Iterator[Part]:
        if parts:
            yield self._heading(heading)
            yield from parts

    def _piece(self, piece: Piece) -> Part:
        """Return the line of a piece of evidence, in which the name of the copy of its file leads to that."""
        if not piece.address:
            return self._line(piece_line(piece))
        before, file = f"{piece_line(piece)} · ", one_line(file_words(piece))
        return self._line(before + file, looks=[linked(before, file, piece.address)])

    def _heading(self, words: str) -> Part:
        return self._words(Words(words, small_font(9, BOLD), self._width, PITCH, leftwards=self._paper.leftwards), 14)

    def _line(
        self,
        text: str,
        *,
        box: bool = False,
        bold: bool = False,
        keeps: bool = False,
        looks: Sequence[QTextLayout.FormatRange] = (),
    ) -> Part:
        inset = 2 * TICK_BOX if box else 0
        font = small_font(POINTS, BOLD if bold else REGULAR)
        words = Words(text, font, self._width - inset, PITCH, looks=looks, leftwards=self._paper.leftwards)
        return Part(words.height + 1.5 * POINT, partial(self._paint_line, words, inset), keeps)

    def _paint_line(self, words: Words, inset: float, painter: QPainter, y: float) -> None:
        if inset:
            box = self._paper.placed(QRectF(self._left, y + 2 * POINT, TICK_BOX, TICK_BOX))
            painter.setPen(RULE)
            painter.drawRect(box)
            painter.setPen(Qt.GlobalColor.black)
        place = self._paper.placed(QRectF(self._left + inset, y, self._width - inset, PITCH))
        words.paint(painter, place.topLeft())

    def _words(self, words: Words, above: float) -> Part:
        """Return a part with so many points above it, which is not the last on its page."""

        def paint(painter: QPainter, y: float) -> None:
            words.paint(painter, QPointF(self._left, y + above * POINT))

        return Part(words.height + (above + 3) * POINT, paint, keeps=True)

    def _sign_off(self) -> Iterator[Part]:
        yield self._heading(_("Sign-off"))
        yield self._line(sign_off_words(), keeps=True)
        for line in hash_lines(self._handed.article.sha256):
            words = Words(line, fixed_font(8.5), self._width, PITCH, leftwards=self._paper.leftwards)
            yield self._words(words, 1)
        for warning in signature_warnings(self._handed):
            yield self._line(warning, bold=True, keeps=True)
        signed = signature_lines(self._handed)
        for at in range(0, len(signed), 2):
            yield self._signatures(signed[at : at + 2])

    def _signatures(self, words: Sequence[str]) -> Part:
        """Return the lines to sign on, one or two side by side, with the words below them."""
        width = 0.47 * self._width
        laid = [Words(one, small_font(POINTS), width, PITCH, leftwards=self._paper.leftwards) for one in words]
        above = 44 * POINT

        def paint(painter: QPainter, y: float) -> None:
            for one, start in zip(laid, (0, 0.53), strict=False):
                rect = self._paper.placed(QRectF(self._left + start * self._width, y + above, width, PITCH))
                painter.setPen(RULE)
                painter.drawLine(rect.topLeft(), rect.topRight())
                painter.setPen(Qt.GlobalColor.black)
                one.paint(painter, rect.topLeft() + QPointF(0, 3 * POINT))

        return Part(above + max(one.height for one in laid) + 6 * POINT, paint)


def _cells(fact: HandedFact) -> tuple[str, ...]:
    state, verdict = glyph_and_state(fact.state), verdict_words(fact.verdict)
    return str(fact.number), one_line(fact.told), state, verdict, ", ".join(fact.evidence) or NONE
