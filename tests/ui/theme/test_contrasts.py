"""Every contrast and every difference in colour that the design promises, worked out from the token files."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from annotator.model.scheme import Label
from annotator.ui.theme.colour import contrast, over
from annotator.ui.theme.colour_vision import Lab, Sight, ciede2000, distance
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.tokens import Theme, load_theme

BASE_COLOURS = {
    "claim": "#56B4E9",
    "source": "#E69F00",
    "figure": "#009E73",
    "cue": "#F0E442",
    "quote": "#CC79A7",
    "part": "#999999",
}
IN_THE_TEXT = ("claim", "source", "figure", "cue", "quote")

ON_BASE_AND_WINDOW = {
    "light": {
        "text": (15.9, 14.3),
        "muted": (6.0, 5.4),
        "border": (1.4, 1.2),
        "control": (3.5, 3.2),
        "accent": (7.2, 6.5),
        "read": (3.5, 3.2),
        "cap": (3.1, 2.8),
        "success": (5.6, 5.1),
        "warning": (5.9, 5.3),
        "error": (6.4, 5.7),
    },
    "dark": {
        "text": (12.5, 13.7),
        "muted": (6.1, 6.7),
        "border": (1.3, 1.4),
        "control": (3.8, 4.2),
        "accent": (10.0, 11.0),
        "read": (3.9, 4.3),
        "cap": (3.2, 3.5),
        "success": (7.7, 8.5),
        "warning": (8.7, 9.6),
        "error": (7.4, 8.1),
    },
}
ELSEWHERE = {
    ("accent_text", "accent"): (7.4, 11.1),
    ("muted", "hover"): (5.1, 5.5),
    ("muted", "accent_soft"): (4.9, 4.7),
    ("text", "accent_soft"): (13.0, 9.6),
    ("text", "cap"): (5.2, 3.9),
}
LABELS = {
    "light": {
        "claim": (13.4, 4.2, 3.5, 6.2),
        "source": (13.0, 3.7, 3.1, 5.7),
        "figure": (12.6, 7.9, 6.6, 6.7),
        "cue": (14.2, 5.8, 4.9, 6.9),
        "quote": (12.3, 7.7, 6.5, 6.4),
        "part": (12.8, 4.3, 3.7, 5.8),
    },
    "dark": {
        "claim": (8.9, 7.1, 5.0, 7.3),
        "source": (8.6, 7.2, 5.1, 7.0),
        "figure": (9.0, 5.4, 3.8, 6.7),
        "cue": (7.7, 12.9, 9.2, 8.3),
        "quote": (8.6, 5.2, 3.7, 6.2),
        "part": (9.0, 4.9, 3.5, 6.1),
    },
}
"""Text on the tint; the stroke on base and on a claim's tint; the letter on the badge."""

SMALLEST_DIFFERENCE = {
    ("light", "five"): (19.0, 10.4, 15.0, 18.5),
    ("light", "six"): (19.0, 10.4, 15.0, 12.7),
    ("dark", "five"): (24.1, 13.1, 12.1, 10.1),
    ("dark", "six"): (24.1, 13.1, 9.5, 10.1),
}
ACCENT_DIFFERENCE = {"light": (22, 11, 12, 14), "dark": (21, 7, 10, 18)}


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def colours(theme: Theme, label: str) -> LabelColours:
    return theme.label(Label(label, label[0], BASE_COLOURS[label], "line"), label)


def test_the_palettes_contrasts_are_those_of_the_design(theme: Theme) -> None:
    for token, (on_base, on_window) in ON_BASE_AND_WINDOW[theme.name].items():
        assert contrast(getattr(theme, token), theme.base) == pytest.approx(on_base, abs=0.051), token
        assert contrast(getattr(theme, token), theme.window) == pytest.approx(on_window, abs=0.051), token


def test_the_contrasts_elsewhere_are_those_of_the_design(theme: Theme) -> None:
    for (above, below), ratios in ELSEWHERE.items():
        ratio = contrast(getattr(theme, above), getattr(theme, below))
        assert ratio == pytest.approx(ratios[theme.dark], abs=0.051), (above, below)


def test_banners_can_be_read(theme: Theme) -> None:
    for kind in ("success", "warning", "error"):
        ground = getattr(theme, f"{kind}_bg")
        assert contrast(getattr(theme, kind), ground) >= 5.0 - 0.05
        assert contrast(theme.text, ground) >= 10.4 - 0.05


def test_selected_text_can_be_read(theme: Theme) -> None:
    tint = colours(theme, "claim").tint
    on_base, on_claim = (over(theme.highlight, theme.highlight.alphaF(), ground) for ground in (theme.base, tint))
    looks = QColor("#464859" if theme.dark else "#D0D1E9").getRgb()
    assert on_base.getRgb() == pytest.approx(looks, abs=1)
    assert contrast(theme.text, on_base) == pytest.approx(6.9 if theme.dark else 10.8, abs=0.051)
    assert contrast(theme.text, on_claim) == pytest.approx(5.2 if theme.dark else 9.3, abs=0.051)


def test_a_claims_ends_stand_out(theme: Theme) -> None:
    claim = colours(theme, "claim")
    assert claim.cap == theme.cap
    assert contrast(claim.cap, claim.tint) == pytest.approx(2.2 if theme.dark else 2.6, abs=0.051)


def test_the_labels_contrasts_are_those_of_the_design(theme: Theme) -> None:
    claim_tint = colours(theme, "claim").tint
    for label, wanted in LABELS[theme.name].items():
        drawn = colours(theme, label)
        ratios = (
            contrast(theme.text, drawn.tint),
            contrast(drawn.stroke, theme.base),
            contrast(drawn.stroke, claim_tint),
            contrast(drawn.letter, drawn.tint),
        )
        assert ratios == pytest.approx(wanted, abs=0.051), label


@pytest.mark.parametrize(("labels", "count"), [(IN_THE_TEXT, "five"), (tuple(BASE_COLOURS), "six")])
def test_strokes_differ_for_every_kind_of_sight(theme: Theme, labels: tuple[str, ...], count: str) -> None:
    strokes = [colours(theme, label).stroke for label in labels]
    smallest = [least_difference(combinations(strokes, 2), sight) for sight in Sight]
    assert smallest == pytest.approx(SMALLEST_DIFFERENCE[theme.name, count], abs=0.1)


def test_the_accent_is_no_labels_stroke(theme: Theme) -> None:
    pairs = [(theme.accent, colours(theme, label).stroke) for label in BASE_COLOURS]
    smallest = [least_difference(pairs, sight) for sight in Sight]
    assert smallest == pytest.approx(ACCENT_DIFFERENCE[theme.name], abs=0.6)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_the_measure_of_difference_is_ciede2000(one: Lab, other: Lab, wanted: float) -> None:
    """Pairs of Sharma, Wu and Dalal 2005."""
    assert ciede2000(one, other) == pytest.approx(wanted, abs=0.0001)


def least_difference(pairs: Iterable[tuple[QColor, QColor]], sight: Sight) -> float:
    return min(distance(one, other, sight) for one, other in pairs)
