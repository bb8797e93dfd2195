"""Draw ``docs/layers.svg`` from the contracts of import-linter: ``python -m tests.layers_picture``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence

from tests.support.paths import ROOT

PICTURE = ROOT / "docs" / "layers.svg"
LAYERS = {
    "entry": "from arguments to a command, or to the window",
    "ui": "widgets",
    "session": "what is open, selected, undoable, unsaved",
    "interop": "other programs’ files",
    "corpus": "a folder as a whole",
    "anchoring": "places in an article that has changed",
    "facts": "what annotations say together",
    "storage": "files, written safely",
    "language": "words, sentences and figures of a text",
    "model": "frozen values and changes",
    "translation": "messages in the language of the window",
}
BESIDE = {"corpus": "interop", "facts": "storage"}
"""Layers that are drawn at the right of another one."""

WIDTH, LEFT, RIGHT, ROOM, LETTER = 940, 54, 14, 22, 6.9
GROUND, EDGE, INK, FAINT = "#f5f7f9", "#b9c3cd", "#1b2631", "#5b6874"

Rooms = Sequence[Sequence[str]]


def picture() -> str:
    """Return the picture: each layer with its rooms, from top to bottom as imports go."""
    rooms, drawn, top = _rooms(), list[str](), 14
    for name in (name for name in LAYERS if name not in BESIDE):
        beside = next((other for other, at in BESIDE.items() if at == name), "")
        width = WIDTH - LEFT - RIGHT - (246 if beside else 0)
        parts, height = _layer(name, rooms.get(name, ()), LEFT, top, width)
        drawn += parts
        if beside:
            drawn += _frame(beside, LEFT + width + 10, top, 236, height, under=True)
        top += height + 10
    return _whole(drawn, top + 4)


def _rooms() -> dict[str, Rooms]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    found: dict[str, Rooms] = {}
    for contract in contracts:
        if contract["type"] == "layers":
            name = contract["containers"][0].removeprefix("annotator").removeprefix(".") or "entry"
            groups = [_named(layer) for layer in contract["layers"]]
            found[name] = [group for group in groups if group]
    found["entry"] = [group for group in found["entry"] if not set(group) & {*LAYERS}]
    return found


def _named(layer: str) -> list[str]:
    return [room for room in (part.strip() for part in layer.split("|")) if "(" not in room]


def _layer(name: str, rooms: Rooms, left: int, top: int, width: int) -> tuple[list[str], int]:
    """Return a layer with its rooms, group behind group, and its height."""
    parts, x, y, start = list[str](), float(left + 118), top + 31, float(left + 118)
    for number, group in enumerate(rooms):
        widths = [len(room) * LETTER + 16 for room in group]
        whole = sum(widths) + (len(group) - 1) * 4 + 8
        if x + whole > left + width - 14:
            x, y = start, y + 36
        parts += _group(group, widths, x, y, whole)
        x += whole + 18
        if number < len(rooms) - 1:
            parts.append(f'<text x="{x - 13:.0f}" y="{y + 18}" font-size="14" fill="{FAINT}">›</text>')
    height = y + 36 - top if rooms else 34
    return [*_frame(name, left, top, width, height), *parts], height


def _frame(name: str, left: int, top: int, width: int, height: int, *, under: bool = False) -> Iterator[str]:
    yield _box(left, top, width, height, GROUND, EDGE)
    at = f'x="{left + 14}" y="{top + 21}"'
    yield f'<text {at} font-size="14" font-weight="bold" fill="{INK}">{name}</text>'
    at = f'x="{left + 14}" y="{top + 42}"' if under else f'x="{left + 118}" y="{top + 21}"'
    yield f'<text {at} font-size="12" fill="{FAINT}">{LAYERS[name]}</text>'


def _group(group: Sequence[str], widths: Sequence[float], x: float, y: int, whole: float) -> Iterator[str]:
    if len(group) > 1:
        yield _box(round(x), y, round(whole), ROOM + 6, "#e6ebf0", "none")
    left = x + 4
    for room, width in zip(group, widths, strict=True):
        yield _box(round(left), y + 3, round(width), ROOM, "#ffffff", "#8fa0b0")
        at = f'x="{left + width / 2:.0f}" y="{y + 18}"'
        yield f'<text {at} font-size="11.5" text-anchor="middle" fill="{INK}">{room}</text>'
        left += width + 4


def _box(x: int, y: int, width: int, height: int, fill: str, stroke: str) -> str:
    size = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return f'<rect {size} rx="5" fill="{fill}" stroke="{stroke}"/>'


def _whole(parts: Sequence[str], height: int) -> str:
    size = f'viewBox="0 0 {WIDTH} {height}" font-family="DejaVu Sans, Verdana, Segoe UI, Helvetica, Arial, sans-serif"'
    label = "Layers of Annotator from the command line down to the model, with the rooms of each"
    end = height - 34
    arrow = (
        f'<path d="M27 30 V{end}" stroke="{FAINT}" stroke-width="1.6" fill="none"/>'
        f'<path d="M21 {end - 8} L27 {end + 6} L33 {end - 8} Z" fill="{FAINT}"/>'
        f'<text transform="translate(20 {height // 2}) rotate(-90)" font-size="12" text-anchor="middle" '
        f'fill="{FAINT}">imports go down</text>'
    )
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{label}">',
            "<title>Layers and rooms of Annotator</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            *(arrow, *parts, "</svg>\n"),
        )
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
