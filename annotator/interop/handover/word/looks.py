"""Looks of marks in a Word document: facts are shaded by state, other labels have lines as in the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotator.interop.handover.content import Mark

SHADES: Mapping[str, str] = {
    "change": "F9D5B8",
    "query": "E3D3F0",
    "cannot-verify": "F5C9CC",
    "asked": "D3E4F5",
    "to-check": "FFF0B8",
    "opinion": "E4E4E4",
    "confirmed": "DCEDD2",
}
"""Shade of each state, the strongest first: where facts overlap, the words have that of the strongest."""

UNKNOWN_SHADE = "FFF0B8"
UNDERLINES: Mapping[str, str] = {"line": "single", "dotted": "dotted", "dashed": "dash"}
BOX = '<w:bdr w:val="single" w:sz="6" w:space="0" w:color="auto"/>'


def strongest(states: Iterable[str]) -> str:
    """Return the state that asks for most; one that the program does not know comes last."""
    order = [*SHADES]
    return min(states, key=lambda state: order.index(state) if state in SHADES else len(order))


def look_of(marks: Iterable[Mark], states: Mapping[int, str]) -> str:
    """Return the properties of a run under these marks; ``states`` has the state of each fact by its number."""
    here = [*marks]
    styles = {mark.style for mark in here}
    underline = next((UNDERLINES[style] for style in UNDERLINES if style in styles), "")
    facts = [states[mark.number] for mark in here if mark.number in states]
    shade = SHADES.get(strongest(facts), UNKNOWN_SHADE) if facts else ""
    return "".join(
        (
            f'<w:u w:val="{underline}"/>' if underline else "",
            BOX if "box" in styles else "",
            shaded(shade) if shade else "",
        )
    )


def shaded(shade: str) -> str:
    """Return the property of a ground of that colour."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
