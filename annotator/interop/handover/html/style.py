"""Style of the page: the colours of the program's themes and of the labels, and the rules of ``page.css``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from annotator.interop.handover.content import LegendLine
from annotator.interop.handover.html.colours import on_ground, rgba
from annotator.storage.program.resources import resource

TOKENS = ("window", "panel", "base", "raised", "text", "muted", "border", "accent", "success", "warning", "error")


def style(legend: Sequence[LegendLine]) -> str:
    """Return the style sheet of a page with these labels."""
    light, dark = _theme("light"), _theme("dark")
    return "\n".join(
        (
            f":root{{{_tokens(light)}}}",
            *_labels(legend, light),
            "@media screen and (prefers-color-scheme: dark) {",
            f":root{{{_tokens(dark)}}}",
            *_labels(legend, dark),
            "}",
            _file("page.css"),
        )
    )


def script() -> str:
    """Return the script of the page, which puts notes beside the text."""
    return _file("page.js")


@cache
def _file(name: str) -> str:
    return resource(f"handover/{name}").read_text("utf-8")


@cache
def _theme(name: str) -> Mapping[str, Any]:
    theme: Mapping[str, Any] = json.loads(resource(f"themes/{name}.json").read_text("utf-8"))
    return theme


def _tokens(theme: Mapping[str, Any]) -> str:
    scheme = "dark" if theme["dark"] else "light"
    return f"color-scheme:{scheme};" + "".join(f"--{name}:{theme['colours'][name]};" for name in TOKENS)


def _labels(legend: Sequence[LegendLine], theme: Mapping[str, Any]) -> list[str]:
    return [f".l{at}{{{_colours(line.colour, theme)}}}" for at, line in enumerate(legend)]


def _colours(colour: str, theme: Mapping[str, Any]) -> str:
    given, ground = theme["labels"].get(colour.upper(), {}), theme["colours"]["base"]
    stroke = given.get("stroke") or on_ground(colour, ground)
    fill = rgba(colour, theme["fill_opacity"])
    return f"--stroke:{stroke};--cap:{given.get('cap', stroke)};--fill:{fill}"
