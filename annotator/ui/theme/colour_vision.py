"""Distance of colours for normal and for dichromatic sight.

Dichromacy is simulated in linear RGB with the matrices of Machado, Oliveira and Fernandes, “A Physiologically-based
Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15 (2009), at severity 1. The distance is CIEDE2000 in
CIELAB with white D65, as in Sharma, Wu and Dalal, “The CIEDE2000 Color-Difference Formula”, Color Research and
Application 30 (2005).
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from PySide6.QtGui import QColor

from annotator.ui.theme.colour import Light, from_linear, linear

Lab = tuple[float, float, float]
"""Lightness 0–100, a and b."""


class Sight(Enum):
    """Kind of colour vision."""

    NORMAL = "normal"
    PROTAN = "protan"
    DEUTAN = "deutan"
    TRITAN = "tritan"


MATRICES = {
    Sight.PROTAN: ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    Sight.DEUTAN: ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    Sight.TRITAN: ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def seen_by(colour: QColor, sight: Sight) -> QColor:
    """Return the colour as it looks to that kind of sight."""
    if sight not in MATRICES:
        return colour
    light = linear(colour)
    return from_linear(Light(*(sum(a * b for a, b in zip(row, light, strict=True)) for row in MATRICES[sight])))


def distance(one: QColor, other: QColor, sight: Sight = Sight.NORMAL) -> float:
    """Return the CIEDE2000 difference of two colours for that kind of sight: 1 is just noticeable, 100 the largest."""
    return ciede2000(_lab_seen(one.rgb(), sight), _lab_seen(other.rgb(), sight))


@lru_cache(maxsize=4096)
def _lab_seen(rgb: int, sight: Sight) -> Lab:
    return to_lab(seen_by(QColor.fromRgb(rgb), sight))


def to_lab(colour: QColor) -> Lab:
    """Convert an sRGB colour to CIELAB with white D65."""
    red, green, blue = linear(colour)
    x = _curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curve(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787037 * part + 16 / 116


def ciede2000(one: Lab, other: Lab) -> float:
    """Return the CIEDE2000 difference of two colours in CIELAB."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    c1, c2 = hypot(stretch * a1, b1), hypot(stretch * a2, b2)
    h1, h2 = degrees(atan2(b1, stretch * a1)) % 360, degrees(atan2(b2, stretch * a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    of_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    of_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    of_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * _hue_weight(hue))
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(of_light**2 + of_chroma**2 + of_hue**2 + rotation * of_chroma * of_hue)


def _hue_weight(hue: float) -> float:
    weight = 1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue))
    return weight + 0.32 * cos(radians(3 * hue + 6)) - 0.20 * cos(radians(4 * hue - 63))
