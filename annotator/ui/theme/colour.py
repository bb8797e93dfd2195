"""Colour arithmetic: WCAG 2 contrast, alpha blending and the OKLCH colour space."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import atan2, cbrt, cos, hypot, sin
from typing import NamedTuple

from PySide6.QtGui import QColor


class Light(NamedTuple):
    """A colour in linear light (sRGB without its transfer curve); components are 0–1 inside the sRGB gamut."""

    red: float
    green: float
    blue: float


@dataclass(frozen=True, slots=True)
class Oklch:
    """A colour in OKLCH: lightness 0–1, chroma from 0, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def linear(colour: QColor) -> Light:
    """Convert an sRGB colour to linear light."""
    return Light(_to_light(colour.redF()), _to_light(colour.greenF()), _to_light(colour.blueF()))


def from_linear(light: Light) -> QColor:
    """Return the sRGB colour, rounded to whole steps of 1/255; components outside the gamut are clipped."""
    return QColor(*(round(255 * _from_light(min(max(part, 0.0), 1.0))) for part in light))


def luminance(colour: QColor) -> float:
    """Return the relative luminance as WCAG 2 defines it, 0–1."""
    light = linear(colour)
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG 2 contrast ratio of two opaque colours, 1–21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def over(colour: QColor, opacity: float, ground: QColor) -> QColor:
    """Blend ``colour`` at ``opacity`` over the opaque ``ground``, as QPainter blends."""
    return QColor(
        round(colour.red() * opacity + ground.red() * (1 - opacity)),
        round(colour.green() * opacity + ground.green() * (1 - opacity)),
        round(colour.blue() * opacity + ground.blue() * (1 - opacity)),
    )


def to_oklch(colour: QColor) -> Oklch:
    """Convert an sRGB colour to OKLCH, by the matrices of Björn Ottosson (2020)."""
    red, green, blue = linear(colour)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short, hypot(a, b), atan2(b, a))


def from_oklch(colour: Oklch) -> QColor:
    """Return the sRGB colour, with less chroma but the same lightness and hue where the screen cannot show it."""
    light = _light_of(colour)
    while colour.chroma > 0.001 and not all(-0.0005 <= part <= 1.0005 for part in light):
        colour = replace(colour, chroma=colour.chroma * 0.96)
        light = _light_of(colour)
    return from_linear(light)


def readable(colour: QColor, ratio: float, grounds: tuple[QColor, ...]) -> QColor:
    """Return ``colour`` with its lightness moved just so far that it has ``ratio`` contrast with each of ``grounds``.

    The lightness moves away from that of the first ground, and no further than black or white.
    """
    wanted, step = to_oklch(colour), -0.01 if luminance(grounds[0]) > 0.18 else 0.01
    while any(contrast(colour, ground) < ratio for ground in grounds) and 0 <= wanted.lightness + step <= 1:
        wanted = replace(wanted, lightness=wanted.lightness + step)
        colour = from_oklch(wanted)
    return colour


def _light_of(colour: Oklch) -> Light:
    a, b = colour.chroma * cos(colour.hue), colour.chroma * sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return Light(
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _to_light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _from_light(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
