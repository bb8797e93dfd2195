"""Extractor for Word documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from annotator.interop.articles.blocks import Block, joined, paragraph, rows
from annotator.interop.articles.counting import EDGES, left_out, without_bullets
from annotator.interop.articles.extracted import HEADLINE, Extracted, Extractor, Wishes
from annotator.interop.articles.kinds.word.package import PROPERTIES, comments_in, opened, slim
from annotator.interop.articles.kinds.word.tree import W, simplify
from annotator.interop.articles.properties import about_from
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import made_by, require
from annotator.translation.messages import N_, _

FAULTS = (SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError)
"""Exceptions that the library raises for malformed documents; SyntaxError is that of its XML parser."""


def extract(data: bytes, name: str, _wishes: Wishes) -> Iterator[Extracted]:
    """Yield the document's text and tables in document order. Raises ForeignError."""
    docx = require("docx", "python-docx")
    archive = opened(data)
    try:
        document = docx.Document(slim(archive))
        counts = simplify(document.element.body)
        blocks, lists = _blocks(document)
        known = _properties(document)
    except FAULTS as error:
        raise ForeignError(_("It is not built like a Word document, or it is damaged.")) from error
    text, parts = joined(blocks)
    if not text:
        raise ForeignError(_("It has no text."))
    about, notes = about_from(known, next((block.text for block in blocks if block.role == HEADLINE), ""))
    harmless = frozenset((*notes, _(EDGES)))
    notes += (*left_out(counts, comments_in(archive)), *without_bullets(lists), *_edges(archive))
    yield Extracted(PurePath(name).stem, text, parts, about, made_by("python-docx"), notes, harmless)


def _blocks(document: Any) -> tuple[list[Block], int]:
    """Return the blocks, and the number of those that Word shows with a generated bullet or number."""
    names = {style.style_id: style.name or "" for style in document.styles}
    blocks: list[Block] = []
    lists = 0
    for element in document.element.body.iterchildren(f"{W}p", f"{W}tbl"):
        style = "" if element.tag == f"{W}tbl" else names.get(element.style, "")
        block = _block(element, HEADLINE if style == "Title" and not blocks else "")
        if block.text:
            blocks.append(block)
            lists += _is_listed(element, style)
    return blocks, lists


def _block(element: Any, role: str) -> Block:
    if element.tag == f"{W}p":
        return paragraph(element.text, role)
    return rows([" ".join(item.text for item in cell.iter(f"{W}p")) for cell in row.tc_lst] for row in element.tr_lst)


def _is_listed(element: Any, style: str) -> bool:
    return style.startswith("List ") or element.find(f"{W}pPr/{W}numPr") is not None


def _properties(document: Any) -> Mapping[str, str]:
    """Return the document's properties; empty if it has none, since python-docx would then invent defaults."""
    if not any(relationship.reltype.endswith(PROPERTIES) for relationship in document.part.package.rels.values()):
        return {}
    core = document.core_properties
    created = core.created.date().isoformat() if core.created else ""
    return {"title": core.title, "byline": core.author, "published": created}


def _edges(archive: Archive) -> tuple[str, ...]:
    names = [name for name in archive.names if PurePath(name).name.startswith(("header", "footer"))]
    return (_(EDGES),) if any(b"<w:t" in archive.read(name) for name in names) else ()


EXTRACTOR = Extractor("docx", N_("Word documents"), (".docx",), extract, "docx")
