"""Colours of labels: given for those of the built-in scheme, computed for all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from annotator.ui.theme.colour import over, readable, to_oklch

STROKE_CONTRAST, LETTER_CONTRAST = 3.0, 4.5
PALE, PALE_OPACITY = 0.85, 0.40


@dataclass(frozen=True, slots=True)
class LabelColours:
    """Colours and shapes that one label is drawn with.

    ``base`` is the scheme's colour, ``tint`` the badge's background and ``letter`` the colour on it; ``stroke`` is for
    line, box and stripe; ``fill`` is translucent, for behind text, and ``cap`` for its two ends. ``ground`` is the
    article's background, ``mark`` one of the model's MARKS and ``sign`` the badge's letter.
    """

    base: QColor
    tint: QColor
    stroke: QColor
    letter: QColor
    fill: QColor
    cap: QColor
    ground: QColor
    mark: str = "line"
    sign: str = "?"


@dataclass(frozen=True, slots=True)
class LabelPalette:
    """A theme's rules for colouring labels: by the table ``given`` (keys: base colours in capitals), else by contrast.

    ``behind_text`` is the tint of claims, the only one on which strokes lie; ``unknown`` is the base colour of a label
    that the scheme lacks. Without ``given``, as in high contrast, every label is drawn in ``ink`` alone.
    """

    ground: QColor
    ink: QColor
    opacity: float
    behind_text: QColor
    unknown: str
    given: Mapping[str, Mapping[str, str]]

    def colours(self, base: str) -> LabelColours:
        """Return the colours for the base colour ``#RRGGBB``."""
        if not self.given:
            return self._plain(QColor(base))
        given = self.given.get(base.upper())
        return self._given(QColor(base), given) if given else self._worked_out(QColor(base))

    def _given(self, base: QColor, given: Mapping[str, str]) -> LabelColours:
        tint, stroke, letter = (QColor(given[name]) for name in ("tint", "stroke", "letter"))
        cap = QColor(given.get("cap", given["stroke"]))
        return LabelColours(base, tint, stroke, letter, _translucent(base, self.opacity), cap, self.ground)

    def _worked_out(self, base: QColor) -> LabelColours:
        tint = over(base, self._tint_opacity(base), self.ground)
        grounds = (self.ground, tint, self.behind_text)
        stroke, letter = readable(base, STROKE_CONTRAST, grounds), readable(base, LETTER_CONTRAST, grounds)
        return LabelColours(base, tint, stroke, letter, _translucent(base, self.opacity), stroke, self.ground)

    def _plain(self, base: QColor) -> LabelColours:
        nothing = _translucent(self.ink, 0)
        return LabelColours(base, self.ground, self.ink, self.ink, nothing, self.ink, self.ground)

    def _tint_opacity(self, base: QColor) -> float:
        """Return a higher opacity for a colour that is nearly as light as the article's light background."""
        on_light = self.ground.lightnessF() > 0.5
        return PALE_OPACITY if on_light and to_oklch(base).lightness > PALE else self.opacity


def _translucent(colour: QColor, opacity: float) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), round(255 * opacity))
