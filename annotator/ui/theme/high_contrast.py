"""High contrast: a theme of three colours, those of the system where they can be read, else black, white and one more.

A desktop may ask for high contrast and still have a palette of its usual colours, as GNOME does.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from annotator.ui.theme.colour import contrast
from annotator.ui.theme.label_colours import LabelPalette
from annotator.ui.theme.tokens import Theme

LEAST = 4.5
"""Contrast that the system's colours need among each other to be taken; those of OWN have 7 and more."""

OWN = {
    False: {"Base": "#FFFFFF", "WindowText": "#000000", "Highlight": "#0000B0", "HighlightedText": "#FFFFFF"},
    True: {"Base": "#000000", "WindowText": "#FFFFFF", "Highlight": "#FFE000", "HighlightedText": "#000000"},
}
GROUNDS = ("window", "panel", "base", "raised", "hover", "pressed", "accent_soft")
BANNERS = ("success_bg", "warning_bg", "error_bg")
INKS = ("text", "muted", "border", "control", "success", "warning", "error", "read", "cap")


def is_readable(palette: QPalette) -> bool:
    """Return whether text, focus and selected text in these colours can all be read."""
    base, text, highlight, selected = _colours(palette)
    pairs = (base, text), (base, highlight), (highlight, selected)
    return all(contrast(one, other) >= LEAST for one, other in pairs)


def own_palette(*, dark: bool) -> QPalette:
    """Return the colours that are taken where those of the system cannot be read."""
    palette = QPalette()
    for role, colour in OWN[dark].items():
        palette.setColor(QPalette.ColorRole[role], QColor(colour))
    return palette


def high_contrast_theme(palette: QPalette) -> Theme:
    """Return a theme of three colours of the palette only: text, background and highlight."""
    base, text, highlight, selected = _colours(palette)
    return Theme(
        name="high contrast",
        dark=base.lightnessF() < text.lightnessF(),
        high_contrast=True,
        labels=LabelPalette(base, text, 0.0, base, text.name(), {}),
        accent=highlight,
        accent_text=selected,
        highlight=highlight,
        highlighted_text=selected,
        **dict.fromkeys((*GROUNDS, *BANNERS), base),
        **dict.fromkeys(INKS, text),
    )


def _colours(palette: QPalette) -> tuple[QColor, QColor, QColor, QColor]:
    parts = palette.base(), palette.windowText(), palette.highlight(), palette.highlightedText()
    base, text, highlight, selected = (part.color() for part in parts)
    return base, text, highlight, selected
