"""Running text of an OpenDocument text: paragraphs and tables in order, with the format's white-space rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from annotator.interop.articles.blocks import Block, paragraph, rows
from annotator.interop.articles.counting import Thing
from annotator.interop.articles.extracted import HEADLINE
from annotator.interop.articles.inline.signs import places_in
from annotator.interop.articles.kinds.opendocument.names import DRAW, OFFICE, PARAGRAPHS, TABLE, TEXT
from annotator.interop.articles.margin.margin import Margin

LEFT_OUT: Mapping[str, Thing] = {
    f"{OFFICE}annotation": "comment",
    f"{DRAW}image": "image",
    f"{DRAW}text-box": "text box",
    f"{DRAW}object": "embedded object",
    f"{DRAW}object-ole": "embedded object",
}
GROUPS = (f"{DRAW}g", f"{DRAW}a")
EMPTIED = (f"{TEXT}ruby-text", f"{OFFICE}forms")
ROW_GROUPS = (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group")
SIGNS = {f"{TEXT}s": "\0", f"{TEXT}tab": "\1", f"{TEXT}line-break": "\2"}
"""Placeholders, impossible in XML, for intended blanks while those that only indent the XML are collapsed."""

MEANT = str.maketrans("\0\1\2", " \t\n")
BLANKS = re.compile(r"[ \t\r\n]+")
MOST_SPACES, MOST_REPEATED, LONGEST_REPEATED = 100, 64, 100


def drop_non_text(element: Element, counts: Counter[Thing], margin: Margin) -> None:
    """Remove from the element what is not running text, and count it by kind.

    Comments in it stay as those beside the text.
    """
    for child in element:
        if name := _left_out(child):
            counts[name] += 1
        else:
            drop_non_text(child, counts, margin)
            if child.tag not in EMPTIED:
                continue
        places, tail = places_in("".join(child.itertext())), child.tail
        child.clear()
        child.text, child.tail = places, tail
        margin.put_beside(places)


def _left_out(element: Element) -> Thing | None:
    """Return the kind of thing that is left out, None where it stays; of a frame only the first content is shown."""
    if element.tag == f"{TEXT}note":
        return "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
    if element.tag == f"{DRAW}frame":
        return next((LEFT_OUT[child.tag] for child in element if child.tag in LEFT_OUT), "drawing")
    is_shape = element.tag.startswith(DRAW) and element.tag not in GROUPS
    return LEFT_OUT.get(element.tag, "drawing" if is_shape else None)


def blocks_of(body: Element, parents: Mapping[str, str]) -> list[Block]:
    """Return the blocks in order; ``parents`` maps automatic styles to the styles they are based on."""
    found: list[tuple[Block, str]] = []
    _collect_blocks(body, found)
    first = next((number for number, (block, _style) in enumerate(found) if block.text), -1)
    return [
        replace(block, role=HEADLINE if number == first and "Title" in (style, parents.get(style)) else "")
        for number, (block, style) in enumerate(found)
        if block.text or block.inlay
    ]


def _collect_blocks(element: Element, found: list[tuple[Block, str]]) -> None:
    """Append each block and its style name to ``found``; not a generator, which deep nesting would make slow."""
    for child in element:
        if child.tag in PARAGRAPHS:
            found.append((paragraph(text_of(child)), child.get(f"{TEXT}style-name", "")))
        elif child.tag == f"{TABLE}table":
            found.append((rows(_cells(row) for row in _rows(child)), ""))
        else:
            _collect_blocks(child, found)


def text_of(element: Element) -> str:
    """Return the text of a paragraph."""
    pieces: list[str] = []
    _collect(element, pieces)
    return BLANKS.sub(" ", "".join(pieces)).translate(MEANT).strip()


def _collect(element: Element, pieces: list[str]) -> None:
    if sign := SIGNS.get(element.tag):
        pieces.append(sign * (_number(element, f"{TEXT}c", MOST_SPACES) if sign == "\0" else 1))
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces)
        pieces.append(child.tail or "")


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in ROW_GROUPS:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[str]:
    for cell in row:
        text = " ".join(text_of(child) for child in cell.iter() if child.tag in PARAGRAPHS)
        most = MOST_REPEATED if len(text) <= LONGEST_REPEATED else 1
        yield from [text] * _number(cell, f"{TABLE}number-columns-repeated", most)


def _number(element: Element, key: str, most: int) -> int:
    """Return the attribute's number, 1 where it has none; at most ``most``, to limit expansion."""
    value = element.get(key, "1")[:9]
    return min(int(value), most) if value.isascii() and value.isdigit() else 1
