"""Notes in the margin: number, verdict, state and evidence of a fact, and what is to be read instead."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.interop.handover.content import HandedFact, Piece
from annotator.interop.handover.sheet_words import evidence_of, fact_notes
from annotator.interop.handover.words import glyph_and_state, verdict_words
from annotator.ui.paper.sheet_of_paper import NOTES_WIDTH, POINT, small_font
from annotator.ui.paper.words import Words, bold
from annotator.ui.theme.fonts import BOLD

POINTS, PITCH, INDENT, BETWEEN = 7, 9 * POINT, 14 * POINT, 4 * POINT
CONFIRMED = "confirmed"
NO_BREAK = "\u00a0"


class Note:
    """Note on one fact, laid out; ``height`` in units."""

    def __init__(self, fact: HandedFact, pieces: Mapping[str, Piece], *, leftwards: bool) -> None:
        verdict = verdict_words(fact.verdict)
        state = "" if fact.state == CONFIRMED else glyph_and_state(fact.state)
        evidence = evidence_of(fact, pieces).replace(" ", NO_BREAK).replace(f";{NO_BREAK}", "; ")
        head = " · ".join(part for part in (verdict, state, evidence) if part)
        text = "\u2028".join((head, *fact_notes(fact)))
        width = NOTES_WIDTH - INDENT
        self._leftwards = leftwards
        self._number = Words(str(fact.number), small_font(POINTS, BOLD), INDENT, PITCH, leftwards=leftwards)
        self._words = Words(text, small_font(POINTS), width, PITCH, looks=[bold(verdict)], leftwards=leftwards)

    @property
    def lines(self) -> int:
        return self._words.lines

    @property
    def height(self) -> float:
        return self._words.height

    def paint(self, painter: QPainter, column: QRectF, y: float, lines: range) -> None:
        """Paint these lines of the note into the column, the first at that height."""
        number = column.right() - INDENT if self._leftwards else column.left()
        if lines.start == 0:
            self._number.paint(painter, QPointF(number, y))
        words = column.left() if self._leftwards else column.left() + INDENT
        self._words.paint(painter, QPointF(words, y), lines)
