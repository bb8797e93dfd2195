"""Text of a Word document: its paragraphs and tables, then its footnotes and endnotes; and what hangs on its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from annotator.interop.articles.blocks import Block, paragraph, rows
from annotator.interop.articles.counting import Thing
from annotator.interop.articles.extracted import HEADLINE
from annotator.interop.articles.footnotes import note_blocks
from annotator.interop.articles.inline.levels import mark as shown_mark
from annotator.interop.articles.kinds.word.comments import comments_in, sign_comments
from annotator.interop.articles.kinds.word.evidence_runs import sources_in
from annotator.interop.articles.kinds.word.levels import Look, looks_of
from annotator.interop.articles.kinds.word.links import links_in, sign_links, targets_in
from annotator.interop.articles.kinds.word.names import W
from annotator.interop.articles.kinds.word.notes import Reference, notes_in, sign_references
from annotator.interop.articles.kinds.word.package import notes_part
from annotator.interop.articles.kinds.word.tree import drop_foreign_signs, drop_non_text, simplify
from annotator.interop.articles.margin.margin import Footnote, Margin
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.optional_libraries import require


class WordText:
    """Blocks of the document and its notes; ``margin`` has the comments, links and notes at the places of the blocks.

    ``counts`` says what was left out, ``lists`` how many paragraphs Word shows with a generated bullet or number, and
    ``footnotes`` how many notes there are at the end.
    """

    def __init__(self, document: Any, archive: Archive) -> None:
        body, roots = document.element.body, _note_roots(archive)
        looks = looks_of(document.styles.element.iterchildren(f"{W}style"))
        self.margin, parts = Margin(), (body, *roots.values())
        for part in parts:
            drop_foreign_signs(part)
        sign_comments(parts, comments_in(archive), self.margin)
        self.counts: Counter[Thing] = sum((drop_non_text(part, self.margin) for part in parts), Counter())
        notes = {kind: notes_in(root) for kind, root in roots.items()}
        references = sign_references(body, {"footnote": {}, "endnote": {}, **notes}, self.margin)
        sign_links(body, targets_in(archive, PurePosixPath(document.part.partname).name), self.margin)
        self.counts += simplify(body, looks, self.margin)
        self.blocks, self.lists = _blocks(document)
        self.footnotes = len(references)
        targets = {kind: targets_in(archive, f"{kind}s.xml") for kind in roots}
        for reference in references:
            note = notes[reference.kind][reference.id]
            self.blocks += self._note(reference, note, looks, targets[reference.kind])

    def _note(
        self, reference: Reference, note: Any, looks: Mapping[str, Look], targets: Mapping[str, str]
    ) -> list[Block]:
        """Return the blocks of a note, which the margin gets with its links."""
        links = tuple(dict.fromkeys(link.target for link in links_in(note, targets)))
        sources = sources_in(note)
        simplify(note, looks, self.margin)
        blocks = [paragraph(item.text) for item in note.iter(f"{W}p")]
        text = " ".join(block.text for block in blocks if block.text)
        self.margin.notes[reference.number] = Footnote(shown_mark(reference.mark, ""), text, links, sources)
        return [*note_blocks(reference.mark, blocks)]


def _note_roots(archive: Archive) -> dict[str, Any]:
    found = {kind: notes_part(archive, f"{kind}s") for kind in ("footnote", "endnote")}
    parse = require("docx.oxml", "python-docx").parse_xml
    return {kind: parse(data) for kind, data in found.items() if data}


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
