"""Colours as other programs write them: ``#RRGGBB``, ``#RGB``, ``rgb(…)`` and names of CSS."""

from __future__ import annotations

import re

LONG, SHORT = re.compile(r"#([0-9a-f]{6})(?:[0-9a-f]{2})?"), re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
CHANNELS = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]{0,20})?\)")
LONGEST = 60
HIGHEST = 255
NAMES = {
    "aqua": "#00FFFF",
    "black": "#000000",
    "blue": "#0000FF",
    "brown": "#A52A2A",
    "coral": "#FF7F50",
    "crimson": "#DC143C",
    "cyan": "#00FFFF",
    "darkblue": "#00008B",
    "darkgreen": "#006400",
    "darkorange": "#FF8C00",
    "darkred": "#8B0000",
    "fuchsia": "#FF00FF",
    "gold": "#FFD700",
    "gray": "#808080",
    "green": "#008000",
    "grey": "#808080",
    "indigo": "#4B0082",
    "lightblue": "#ADD8E6",
    "lightgray": "#D3D3D3",
    "lightgreen": "#90EE90",
    "lightgrey": "#D3D3D3",
    "lightyellow": "#FFFFE0",
    "lime": "#00FF00",
    "magenta": "#FF00FF",
    "maroon": "#800000",
    "navy": "#000080",
    "olive": "#808000",
    "orange": "#FFA500",
    "orchid": "#DA70D6",
    "pink": "#FFC0CB",
    "purple": "#800080",
    "red": "#FF0000",
    "salmon": "#FA8072",
    "silver": "#C0C0C0",
    "skyblue": "#87CEEB",
    "teal": "#008080",
    "tomato": "#FF6347",
    "turquoise": "#40E0D0",
    "violet": "#EE82EE",
    "white": "#FFFFFF",
    "yellow": "#FFFF00",
}


def hexadecimal(colour: str) -> str:
    """Return the colour as ``#RRGGBB``; empty where it is not known."""
    text = colour[:LONGEST].strip().lower()
    if found := LONG.fullmatch(text):
        return f"#{found[1].upper()}"
    if found := SHORT.fullmatch(text):
        return "#" + "".join(2 * digit for digit in found.groups()).upper()
    if found := CHANNELS.fullmatch(text):
        channels = [int(part) for part in found.groups()]
        return "#" + "".join(f"{part:02X}" for part in channels) if max(channels) <= HIGHEST else ""
    return NAMES.get(text, "")
