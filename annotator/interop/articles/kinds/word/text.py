"""Text of a Word document: its paragraphs and tables, then its footnotes and endnotes; comments by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.interop.articles.blocks import Block, paragraph, rows
from annotator.interop.articles.comments import Comment
from annotator.interop.articles.counting import Thing
from annotator.interop.articles.extracted import HEADLINE
from annotator.interop.articles.footnotes import note_blocks
from annotator.interop.articles.kinds.word.levels import Look, looks_of
from annotator.interop.articles.kinds.word.names import W
from annotator.interop.articles.kinds.word.notes import Reference, notes_in, sign_comments, sign_references
from annotator.interop.articles.kinds.word.package import comments_in, notes_part
from annotator.interop.articles.kinds.word.tree import drop_non_text, simplify
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.optional_libraries import require


class WordText:
    """Blocks of the document and its notes; ``comments`` are by the number in the places of the blocks.

    ``counts`` says what was left out, ``lists`` how many paragraphs Word shows with a generated bullet or number, and
    ``footnotes`` how many notes there are at the end.
    """

    def __init__(self, document: Any, archive: Archive) -> None:
        body, roots = document.element.body, _note_roots(archive)
        looks = looks_of(document.styles.element.iterchildren(f"{W}style"))
        self.counts: Counter[Thing] = sum(map(drop_non_text, (body, *roots.values())), Counter())
        notes = {kind: notes_in(root) for kind, root in roots.items()}
        references = sign_references(body, {"footnote": {}, "endnote": {}, **notes})
        self.comments: Mapping[int, Comment] = sign_comments(body, comments_in(archive))
        self.counts += simplify(body, looks)
        self.blocks, self.lists = _blocks(document)
        self.footnotes = len(references)
        self.blocks += _at_the_end(references, notes, looks)


def _note_roots(archive: Archive) -> dict[str, Any]:
    found = {kind: notes_part(archive, f"{kind}s") for kind in ("footnote", "endnote")}
    parse = require("docx.oxml", "python-docx").parse_xml
    return {kind: parse(data) for kind, data in found.items() if data}


def _at_the_end(
    references: Sequence[Reference], notes: Mapping[str, Mapping[str, Any]], looks: Mapping[str, Look]
) -> Iterator[Block]:
    """Yield the notes in the order of their marks."""
    for reference in references:
        note = notes[reference.kind][reference.id]
        simplify(note, looks)
        yield from note_blocks(reference.mark, [paragraph(item.text) for item in note.iter(f"{W}p")])


def _blocks(document: Any) -> tuple[list[Block], int]:
    """Return the blocks, and the number of those that Word shows with a generated bullet or number."""
    names = {style.style_id: style.name or "" for style in document.styles}
    blocks: list[Block] = []
    lists, is_first = 0, True
    for element in document.element.body.iterchildren(f"{W}p", f"{W}tbl"):
        style = "" if element.tag == f"{W}tbl" else names.get(element.style, "")
        block = _block(element, HEADLINE if style == "Title" and is_first else "")
        if block.text:
            is_first = False
            lists += _is_listed(element, style)
        if block.text or block.inlay:
            blocks.append(block)
    return blocks, lists


def _block(element: Any, role: str) -> Block:
    if element.tag == f"{W}p":
        return paragraph(element.text, role)
    return rows([" ".join(item.text for item in cell.iter(f"{W}p")) for cell in row.tc_lst] for row in element.tr_lst)


def _is_listed(element: Any, style: str) -> bool:
    return style.startswith("List ") or element.find(f"{W}pPr/{W}numPr") is not None
