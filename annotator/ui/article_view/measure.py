"""Sizes in the article view, all proportional to its font size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

LETTERS = "bdfhkltgjpqyABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,;()"
LANE = 8
"""Distance in units from one lane of an annotator to the next."""
RUNNING_TEXT = "the quick brown fox jumps over the lazy dog and runs on to the river"


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes in logical pixels. ``unit`` is the font's pixel size divided by 17, so that marks scale with the text.

    ``tall`` is the height of capitals, ascenders and digits above the baseline, ``deep`` what descenders reach below.
    ``lanes`` are those of annotators below each line.

    ``character`` is the average width of a character in running text, spaces included. The average that a font
    declares (OS/2 xAvgCharWidth) covers all its glyphs, and is a fifth larger in a text face.
    """

    unit: float
    ascent: float
    tall: float
    deep: float
    character: float
    lanes: int = 0

    @classmethod
    def of(cls, font: QFont, lanes: int = 0) -> Measure:
        metrics = QFontMetricsF(font)
        outlines = QPainterPath()
        outlines.addText(0, 0, font, LETTERS)
        ink = outlines.boundingRect()
        character = metrics.horizontalAdvance(RUNNING_TEXT) / len(RUNNING_TEXT)
        return cls(font.pixelSize() / 17, metrics.ascent(), -ink.top(), ink.bottom(), character, lanes)

    @property
    def pitch(self) -> float:
        """Distance from one baseline to the next."""
        return (29 + LANE * self.lanes) * self.unit

    @property
    def lead(self) -> float:
        """Space above a paragraph's first line."""
        return 4 * self.unit

    @property
    def gap(self) -> float:
        """Space below a paragraph's last line."""
        return 6 * self.unit

    @property
    def blank(self) -> float:
        """Height of an empty paragraph."""
        return 14 * self.unit

    @property
    def edge(self) -> float:
        """Space above the first paragraph and below the last."""
        return 24 * self.unit

    @property
    def side(self) -> float:
        """Space left and right of the text inside the column, for marks that extend beyond the words."""
        return 8 * self.unit

    def baseline(self, paragraph: int, line: int) -> float:
        """Return the distance from a paragraph's top to the baseline of one of its lines; both counted from 0."""
        return (self.lead if paragraph else self.edge) + self.ascent + line * self.pitch
