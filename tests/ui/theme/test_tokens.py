"""Themes from their files, and from the system's palette."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from annotator.model.scheme import MARKS, Label
from annotator.ui.theme.colour import contrast
from annotator.ui.theme.high_contrast import high_contrast_theme
from annotator.ui.theme.palette import palette_of
from annotator.ui.theme.tokens import Theme, load_theme, with_accent

THEMES = {name: load_theme(name) for name in ("light", "dark")}
HEX = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@given(st.sampled_from(list(THEMES)), HEX)
def test_any_labels_colours_can_be_seen_and_read(name: str, base: str) -> None:
    theme = THEMES[name]
    drawn = theme.label(Label("own", "o", base, "line"), "own")
    claim = theme.label(Label("claim", "c", "#56B4E9", "fill"), "claim")
    assert contrast(theme.text, drawn.tint) >= 4.5
    assert contrast(drawn.stroke, theme.base) >= 3.0
    assert contrast(drawn.stroke, claim.tint) >= 3.0
    assert contrast(drawn.letter, drawn.tint) >= 4.5
    assert contrast(drawn.ground, drawn.letter) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("mark", MARKS)
def test_a_label_is_drawn_with_its_mark_and_letter(name: str, mark: str) -> None:
    drawn = THEMES[name].label(Label("claim", "k", "#56b4e9", mark), "claim")
    assert (drawn.mark, drawn.sign, drawn.base) == (mark, "K", QColor("#56B4E9"))


@pytest.mark.parametrize("name", THEMES)
def test_a_label_that_the_scheme_lacks_is_grey_with_a_line(name: str) -> None:
    theme = THEMES[name]
    unknown, part = theme.label(None, "rumour"), theme.label(Label("part", "z", "#999999", "bar"), "part")
    assert (unknown.mark, unknown.sign) == ("line", "?")
    assert (unknown.tint, unknown.stroke, unknown.letter) == (part.tint, part.stroke, part.letter)


def test_a_label_with_another_colour_in_another_scheme_is_drawn_in_it() -> None:
    theme = THEMES["light"]
    one, other = (theme.label(Label("claim", "c", colour, "fill"), "claim") for colour in ("#56B4E9", "#AA0000"))
    assert one.base != other.base


def test_fills_are_translucent() -> None:
    light, dark = (THEMES[name].label(Label("claim", "c", "#56B4E9", "fill"), "claim").fill for name in THEMES)
    assert (light.alpha(), dark.alpha()) == (56, 46)


@given(st.sampled_from(list(THEMES)), HEX)
def test_any_accent_of_the_systems_can_be_read(name: str, accent: str) -> None:
    theme = with_accent(THEMES[name], QColor(accent))
    for ground in (theme.base, theme.window, theme.raised):
        assert contrast(theme.accent, ground) >= 4.5
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    assert contrast(theme.text, theme.accent_soft) >= 7
    assert theme.highlight.alpha() == THEMES[name].highlight.alpha()


@pytest.fixture
def high_contrast() -> Theme:
    system = QPalette(QColor("black"))
    for role, colour in (
        ("Base", "black"),
        ("WindowText", "white"),
        ("Highlight", "cyan"),
        ("HighlightedText", "black"),
    ):
        system.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    return high_contrast_theme(system)


def test_in_high_contrast_everything_is_one_of_the_systems_colours(high_contrast: Theme) -> None:
    used = {value.name() for name in Theme.__slots__ if isinstance(value := getattr(high_contrast, name, None), QColor)}
    assert used == {"#000000", "#ffffff", "#00ffff"}
    assert high_contrast.high_contrast
    assert high_contrast.dark


def test_in_high_contrast_labels_have_no_colour(high_contrast: Theme) -> None:
    for label in (Label("claim", "c", "#56B4E9", "fill"), None):
        drawn = high_contrast.label(label, "claim")
        assert drawn.tint == drawn.ground == QColor("black")
        assert drawn.stroke == drawn.letter == drawn.cap == QColor("white")
        assert drawn.fill.alpha() == 0


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_has_the_themes_colours(name: str) -> None:
    theme, palette = THEMES[name], palette_of(THEMES[name])
    assert palette.base().color() == theme.base
    assert palette.windowText().color() == theme.text
    assert palette.highlight().color().alpha() == 61
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) != theme.text
