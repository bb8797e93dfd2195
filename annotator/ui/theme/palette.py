"""Conversion of a theme to Qt's palette."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from annotator.ui.theme.colour import over
from annotator.ui.theme.tokens import Theme

DISABLED_OPACITY = 0.45


def palette_of(theme: Theme) -> QPalette:
    """Return the theme's colours in the palette roles that Qt's widgets paint with."""
    palette = QPalette()
    for role, colour in _roles(theme).items():
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, over(theme.text, DISABLED_OPACITY, theme.window))
    hint = over(theme.muted, DISABLED_OPACITY, theme.window)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.PlaceholderText, hint)
    return palette


def _roles(theme: Theme) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.panel,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Text: theme.text,
        role.Button: theme.raised if theme.dark else theme.window,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent_text,
        role.Light: theme.raised,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.control,
        role.Shadow: theme.control,
        role.Highlight: theme.highlight,
        role.HighlightedText: theme.highlighted_text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
    }
