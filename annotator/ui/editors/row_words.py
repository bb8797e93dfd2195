"""Words of a row at rest, laid out: name, value, and a remark beside or below the value."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QWidget

from annotator.ui.editors.remark import GAP as GLYPH_GAP
from annotator.ui.editors.remark import GLYPH
from annotator.ui.theme.fonts import small_font
from annotator.ui.widgets.words.wrapping_label import laid_out

ROW_HEIGHT, GAP, PAD, INSET, BELOW, CHECK, LEAST_VALUE = 32, 10, 6, 8, 2, 18, 60
"""Sizes in pixels; words keep INSET from the sides, where the ring of the row stands, as those of an open editor do."""
ANY_WIDTH = 1 << 24
"""Pixels: more than any row is wide."""


class RowWords(NamedTuple):
    """Words of a row. ``italic``: the value stands for several that differ. ``by_rule``: a check mark is at the end.

    ``warns``: the remark has a sign before it, and stands below the value.
    """

    name: str = ""
    value: str = ""
    remark: str = ""
    italic: bool = False
    by_rule: bool = False
    warns: bool = False


class Block(NamedTuple):
    """Words laid out, and their place in a row that reads from left to right, in pixels."""

    layout: QTextLayout
    left: int
    top: int
    width: int


class Blocks(NamedTuple):
    """Words of a row in their places, and its height in pixels; ``remark`` is ``value`` where there is no remark.

    ``from_width``: in any row that is at least as wide, each of the words has a single line, as here.
    """

    height: int
    name: Block
    value: Block
    remark: Block
    from_width: int = ANY_WIDTH


def value_left(name_width: int) -> int:
    """Return the distance in pixels from the beginning of the row to the value; the name may stand above it."""
    return INSET + (name_width + GAP if name_width else 0)


def lay_out_row(widget: QWidget, words: RowWords, font: QFont, name_width: int, width: int) -> Blocks:
    """Return where the words stand in a row of that width, in pixels; a name of no width stands above the value."""
    left = value_left(name_width)
    name, name_height = _block(widget, words.name, font, INSET, PAD, name_width or width - 2 * INSET)
    top = PAD if name_width else PAD + name_height
    check, beside = CHECK + PAD if words.by_rule else INSET, 0
    if words.by_rule:
        told = round(QFontMetricsF(small_font()).horizontalAdvance(words.remark)) + GAP
        beside = told if width - left - check - told > LEAST_VALUE else 0
    value, height = _block(
        widget, words.value, _slanted(font) if words.italic else font, left, top, width - left - check - beside
    )
    remark, bottom = value, top + height
    if beside:
        remark, _height = _block(widget, words.remark, small_font(), width - check - beside, top, beside)
    elif words.remark:
        beyond = left + GLYPH + GLYPH_GAP if words.warns else left
        remark, height = _block(widget, words.remark, small_font(), beyond, bottom + BELOW, width - beyond - INSET)
        bottom += BELOW + height
    blocks = Blocks(max(ROW_HEIGHT, max(bottom, PAD + name_height) + PAD), name, value, remark)
    return blocks if words.remark else blocks._replace(from_width=_from_width(blocks, name_width))


def _from_width(blocks: Blocks, name_width: int) -> int:
    """Return the least width in which name and value have one line each; ANY_WIDTH where they have more lines here."""
    name, value = blocks.name.layout, blocks.value.layout
    if value.lineCount() > 1 or (not name_width and name.lineCount() > 1):
        return ANY_WIDTH
    least = blocks.value.left + ceil(value.maximumWidth()) + INSET
    return least if name_width else max(least, ceil(name.maximumWidth()) + 2 * INSET)


def _block(widget: QWidget, text: str, font: QFont, left: int, top: int, width: int) -> tuple[Block, int]:
    """Return the block with its height in pixels."""
    layout, height = laid_out(widget, text, font, width)
    return Block(layout, left, top, max(width, 0)), height


def _slanted(font: QFont) -> QFont:
    italic = QFont(font)
    italic.setItalic(True)
    return italic
