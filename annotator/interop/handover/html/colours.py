"""Colours of labels that can be told from the ground of the page."""

from __future__ import annotations

import re

ENOUGH = 3.0
"""Contrast of a line with its ground that WCAG 2 demands."""
STEPS = 20
HEXADECIMAL = re.compile(r"#[0-9A-Fa-f]{6}")
UNKNOWN = "#8A8A8A"
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
Channels = tuple[int, int, int]


def on_ground(colour: str, ground: str) -> str:
    """Return the colour ``#RRGGBB``, darker or lighter as far as it needs to be seen on the ground."""
    own, below = _channels(colour), _channels(ground)
    end = BLACK if _luminance(below) > 0.18 else WHITE
    found = own
    for step in range(STEPS + 1):
        found = _mixed(own, end, step / STEPS)
        if _contrast(found, below) >= ENOUGH:
            break
    return "#{:02X}{:02X}{:02X}".format(*found)


def rgba(colour: str, opacity: float) -> str:
    """Return the colour with that opacity, as CSS writes it."""
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"


def _channels(colour: str) -> Channels:
    digits = colour if HEXADECIMAL.fullmatch(colour) else UNKNOWN
    return int(digits[1:3], 16), int(digits[3:5], 16), int(digits[5:7], 16)


def _mixed(one: Channels, other: Channels, share: float) -> Channels:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Channels) -> float:
    light = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def _contrast(one: Channels, other: Channels) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
