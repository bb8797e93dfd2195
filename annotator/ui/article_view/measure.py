"""The sizes of the article view, all in the unit of its font size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

RUNNING_TEXT = "the quick brown fox jumps over the lazy dog and runs on to the river"


@dataclass(frozen=True, slots=True)
class Measure:
    """Logical pixels. ``unit`` is the font's pixel size divided by 17, so that every mark grows with the text.

    ``character`` is the average width of one in running text, blanks included; what fonts give as their average
    (OS/2 xAvgCharWidth) is that of all their glyphs, in a text face a fifth more.
    """

    unit: float
    ascent: float
    character: float

    @classmethod
    def of(cls, font: QFont) -> Measure:
        metrics = QFontMetricsF(font)
        return cls(font.pixelSize() / 17, metrics.ascent(), metrics.horizontalAdvance(RUNNING_TEXT) / len(RUNNING_TEXT))

    @property
    def pitch(self) -> float:
        """From one baseline to the next."""
        return 29 * self.unit

    @property
    def lead(self) -> float:
        """Above a paragraph's first line."""
        return 4 * self.unit

    @property
    def gap(self) -> float:
        """Below a paragraph's last line."""
        return 6 * self.unit

    @property
    def blank(self) -> float:
        """An empty paragraph."""
        return 14 * self.unit

    @property
    def edge(self) -> float:
        """Above the first paragraph and below the last."""
        return 24 * self.unit

    @property
    def side(self) -> float:
        """Left and right of the text inside the column, for what marks need beyond the words."""
        return 8 * self.unit

    def baseline(self, paragraph: int, line: int) -> float:
        """The baseline of a paragraph's line, from the paragraph's top."""
        return (self.lead if paragraph else self.edge) + self.ascent + line * self.pitch
