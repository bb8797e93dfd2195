"""Raised, lowered and struck-out runs of a Word document, by their own format or by that of their style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from annotator.interop.articles.inline.signs import DELETED, ENDS, LOWERED, RAISED
from annotator.interop.articles.kinds.word.names import NOT_SET, W, text_element

OF_VALUE = {"superscript": RAISED, "subscript": LOWERED}
STRIKES = ("strike", "dstrike")
MOST_STYLES = 50
VALUE = W + "val"


class Look(NamedTuple):
    """Sign of the level, empty for the base line; whether the text is struck out. None leaves it to the style."""

    level: str | None = None
    struck: bool | None = None


def looks_of(styles: Any) -> dict[str, Look]:
    """Return the looks of all styles by id, with what they have from those that they are based on."""
    own = {style.get(W + "styleId", ""): (_look(style.find(W + "rPr")), _based_on(style)) for style in styles}
    return {id: look for id in own if (look := _whole(id, own)) != Look()}


def sign_looks(body: Any, looks: Mapping[str, Look]) -> None:
    """Put signs around the text of the runs that are raised, lowered or struck out."""
    for run in body.iter(W + "r"):
        properties = run.find(W + "rPr")
        if properties is None or len(run) < 2:
            continue
        style = properties.find(W + "rStyle")
        look = _on(_look(properties), looks.get(style.get(VALUE, ""), Look()) if style is not None else Look())
        for sign in filter(None, (look.level, DELETED if look.struck else "")):
            properties.addnext(text_element(run, sign))
            run.append(text_element(run, ENDS[sign]))


def _look(properties: Any) -> Look:
    if properties is None:
        return Look()
    raised, moved = properties.find(W + "vertAlign"), properties.find(W + "position")
    level = None
    if raised is not None:
        level = OF_VALUE.get(raised.get(VALUE, ""), "")
    elif moved is not None:
        level = {"": "", "0": ""}.get(moved.get(VALUE, ""), LOWERED if moved.get(VALUE, "")[:1] == "-" else RAISED)
    strikes = [strike for name in STRIKES if (strike := properties.find(W + name)) is not None]
    return Look(level, any(strike.get(VALUE) not in NOT_SET for strike in strikes) if strikes else None)


def _based_on(style: Any) -> str:
    parent = style.find(W + "basedOn")
    return "" if parent is None else str(parent.get(VALUE, ""))


def _whole(id: str, own: Mapping[str, tuple[Look, str]]) -> Look:
    look, seen = Look(), 0
    while id in own and seen < MOST_STYLES:
        mine, id = own[id]
        look, seen = _on(look, mine), seen + 1
    return look


def _on(upper: Look, lower: Look) -> Look:
    """Return the look with what it leaves open taken from the lower one."""
    return Look(
        lower.level if upper.level is None else upper.level, lower.struck if upper.struck is None else upper.struck
    )
