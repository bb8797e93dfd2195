"""The running text of an OpenDocument text: paragraphs and tables in their order, white space as the format says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from annotator.interop.articles.blocks import Block, paragraph, rows
from annotator.interop.articles.extracted import HEADLINE

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
OFFICE, STYLE, TEXT, TABLE, DRAW = (
    f"{{{NAMESPACE.format(name)}}}" for name in ("office", "style", "text", "table", "drawing")
)
LEFT_OUT = {
    f"{OFFICE}annotation": "comment",
    f"{DRAW}image": "image",
    f"{DRAW}text-box": "text box",
    f"{DRAW}object": "embedded object",
    f"{DRAW}object-ole": "embedded object",
}
GROUPS = (f"{DRAW}g", f"{DRAW}a")
EMPTIED = (f"{TEXT}ruby-text", f"{OFFICE}forms")
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
ROW_GROUPS = (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group")
SIGNS = {f"{TEXT}s": "\0", f"{TEXT}tab": "\1", f"{TEXT}line-break": "\2"}
"""Stand for blanks that are meant while those that only lay out the XML are removed; no XML can hold them."""

MEANT = str.maketrans("\0\1\2", " \t\n")
BLANKS = re.compile(r"[ \t\r\n]+")
MOST_SPACES, MOST_REPEATED, LONGEST_REPEATED = 100, 64, 100


def emptied(element: Element, counts: Counter[str]) -> None:
    """Takes out of the element what is no running text, and counts it."""
    for child in element:
        if name := _left_out(child):
            counts[name] += 1
        elif child.tag == f"{TEXT}tracked-changes":
            counts["tracked deletion"] += sum(1 for _ in child.iter(f"{TEXT}deletion"))
        else:
            emptied(child, counts)
            if child.tag not in EMPTIED:
                continue
        tail = child.tail
        child.clear()
        child.tail = tail


def _left_out(element: Element) -> str:
    """What it is that is left out, empty where it stays; of what a frame holds only the first is ever shown."""
    if element.tag == f"{TEXT}note":
        return "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
    if element.tag == f"{DRAW}frame":
        return next((LEFT_OUT[child.tag] for child in element if child.tag in LEFT_OUT), "drawing")
    is_shape = element.tag.startswith(DRAW) and element.tag not in GROUPS
    return LEFT_OUT.get(element.tag, "drawing" if is_shape else "")


def blocks_of(body: Element, parents: Mapping[str, str]) -> list[Block]:
    """The blocks in their order; ``parents`` says which style an automatic style is made from."""
    found: list[tuple[Block, str]] = []
    _collect_blocks(body, found)
    with_text = [(block, style) for block, style in found if block.text]
    return [
        Block(block.text, HEADLINE if number == 0 and "Title" in (style, parents.get(style)) else "")
        for number, (block, style) in enumerate(with_text)
    ]


def _collect_blocks(element: Element, found: list[tuple[Block, str]]) -> None:
    """Each block and the name of its style; no chain of generators, which deep nesting would make slow."""
    for child in element:
        if child.tag in PARAGRAPHS:
            found.append((paragraph(text_of(child)), child.get(f"{TEXT}style-name", "")))
        elif child.tag == f"{TABLE}table":
            found.append((rows(_cells(row) for row in _rows(child)), ""))
        else:
            _collect_blocks(child, found)


def text_of(element: Element) -> str:
    """The text of a paragraph."""
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
    """The number that the attribute holds, 1 where it is none; no more than ``most``, so that nothing is blown up."""
    value = element.get(key, "1")[:9]
    return min(int(value), most) if value.isascii() and value.isdigit() else 1
