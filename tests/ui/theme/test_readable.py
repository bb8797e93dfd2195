"""Every text can be read on every ground it stands on, and every outline seen, in each theme."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

from annotator.model.scheme import Label
from annotator.ui.theme.colour import contrast, over
from annotator.ui.theme.high_contrast import high_contrast_theme, is_readable, own_palette
from annotator.ui.theme.palette import palette_of
from annotator.ui.theme.tokens import Theme, load_theme

THEMES = {
    "light": load_theme("light"),
    "dark": load_theme("dark"),
    "high contrast": high_contrast_theme(own_palette(dark=False)),
    "dark high contrast": high_contrast_theme(own_palette(dark=True)),
}
TEXTS = ("text", "muted")
REMARKS = ("success", "warning", "error", "accent")
GROUNDS = ("window", "panel", "base", "raised", "hover", "accent_soft")
LEVEL = ("window", "panel", "base", "raised")
OUTLINES = ("control", "accent")
SCHEME = {"claim": "#56B4E9", "source": "#E69F00", "figure": "#009E73", "cue": "#F0E442", "quote": "#CC79A7"}

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def least_text(theme: Theme) -> float:
    return 7 if theme.high_contrast else 4.5


def least_outline(theme: Theme) -> float:
    return 4.5 if theme.high_contrast else 3


def too_low(theme: Theme, above: tuple[str, ...], below: tuple[str, ...], least: float) -> dict[tuple[str, str], float]:
    pairs = {(one, other): contrast(getattr(theme, one), getattr(theme, other)) for one, other in product(above, below)}
    return {pair: round(ratio, 2) for pair, ratio in pairs.items() if ratio < least}


@each_theme
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    assert too_low(theme, TEXTS, GROUNDS, least_text(theme)) == {}
    assert too_low(theme, ("text",), ("pressed",), least_text(theme)) == {}


@each_theme
def test_remarks_and_links_can_be_read(theme: Theme) -> None:
    assert too_low(theme, REMARKS, GROUNDS, 4.5) == {}
    assert contrast(theme.accent_text, theme.accent) >= least_text(theme)


@each_theme
@pytest.mark.parametrize("kind", ["success", "warning", "error"])
def test_banners_can_be_read(theme: Theme, kind: str) -> None:
    ground = (f"{kind}_bg",)
    assert too_low(theme, ("text", kind), ground, least_text(theme) if theme.high_contrast else 4.5) == {}


@each_theme
def test_selected_text_can_be_read(theme: Theme) -> None:
    opacity = theme.highlight.alphaF()
    for ground in (theme.base, theme.raised):
        assert contrast(theme.highlighted_text, over(theme.highlight, opacity, ground)) >= least_text(theme)


@each_theme
def test_outlines_of_controls_and_the_focus_are_seen(theme: Theme) -> None:
    assert too_low(theme, OUTLINES, LEVEL, least_outline(theme)) == {}


@each_theme
def test_marks_and_badges_are_seen(theme: Theme) -> None:
    for name, colour in SCHEME.items():
        drawn = theme.label(Label(name, name[0], colour, "line"), name)
        assert contrast(drawn.stroke, theme.base) >= least_outline(theme)
        assert contrast(drawn.letter, drawn.tint) >= least_text(theme)
        assert contrast(theme.text, drawn.tint) >= least_text(theme)


@each_theme
def test_the_palette_can_be_read(theme: Theme) -> None:
    role, palette = QPalette.ColorRole, palette_of(theme)
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.PlaceholderText, role.Window),
        (role.Link, role.Base),
        (role.BrightText, role.Accent),
    ]
    ratios = {pair: contrast(palette.color(pair[0]), palette.color(pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least_text(theme)} == {}


def test_the_systems_colours_are_taken_only_where_they_can_be_read() -> None:
    assert is_readable(own_palette(dark=True))
    assert is_readable(own_palette(dark=False))
    usual = own_palette(dark=False)
    usual.setColor(QPalette.ColorRole.Highlight, QColor("#308CC6"))  # Fusion's
    assert not is_readable(usual)
