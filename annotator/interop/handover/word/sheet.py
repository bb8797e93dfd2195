"""Sheet at the end of a Word document: claims, evidence, queries, criticism, exceptions and sign-off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from annotator.interop.handover.content import HandOver, Piece
from annotator.interop.handover.sheet_words import (
    criticism_line,
    exceptions_of,
    file_words,
    hash_lines,
    piece_line,
    query_line,
    sign_off_words,
    signature_lines,
    signature_warnings,
)
from annotator.interop.handover.word.comments import Comments
from annotator.interop.handover.word.looks import SHADES, UNKNOWN_SHADE, shaded
from annotator.interop.handover.word.page import SHEET, SIGNATURE
from annotator.interop.handover.word.xml import hyperlink, line, paragraph, run
from annotator.interop.handover.words import NONE, glyph_and_state, one_line, verdict_words, withheld_words
from annotator.language.plain_line import runs_leftwards
from annotator.translation.messages import _

WIDTHS = (600, 3900, 1500, 1700, 1660)
"""Widths of the columns of the claims, in twentieths of a point."""

HEADING, FIXED = "Heading2", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
TOGETHER = "<w:keepNext/>"
LINE_ABOVE = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="auto"/></w:pBdr>'
BOX = "☐ "
BEFORE_FILE = " · "
LINKED = '<w:color w:val="0563C1"/><w:u w:val="single"/>'


LinkTo: TypeAlias = Callable[[str], str]


def sheet(handed: HandOver, comments: Comments, link_to: LinkTo) -> str:
    """Return the paragraphs and tables of the sheet. ``link_to`` returns the id of a relationship to an address."""
    return "".join(_parts(handed, comments, link_to))


def _parts(handed: HandOver, comments: Comments, link_to: LinkTo) -> Iterator[str]:
    yield line(_("Claims and sign-off"), "Heading1")
    yield _claims(handed, comments)
    evidence = [_evidence(piece, comments, link_to) for piece in handed.evidence]
    secret = [line(withheld_words(handed.confidential), SHEET)] if handed.confidential else []
    yield from _headed(_("Evidence"), [*evidence, *secret])
    yield from _headed(_("Queries to the author"), (line(query_line(one), SHEET) for one in handed.queries))
    yield from _headed(_("Criticism and replies"), (line(criticism_line(one), SHEET) for one in handed.criticism))
    yield from _headed(_("Exceptions"), [line(BOX + one, SHEET) for one in exceptions_of(handed)])
    yield from _sign_off(handed)


def _headed(heading: str, paragraphs: Iterable[str]) -> Iterator[str]:
    found = [*paragraphs]
    if found:
        yield line(heading, HEADING)
        yield from found


def _evidence(piece: Piece, comments: Comments, link_to: LinkTo) -> str:
    """Return the line of a piece, with a link to the copy of its file."""
    file = ""
    if piece.address:
        file = run(BEFORE_FILE) + hyperlink(run(file_words(piece), LINKED), link_to(piece.address))
    return _commented(piece_line(piece), comments, piece.label, file)


def _commented(words: str, comments: Comments, key: str, more: str = "") -> str:
    """Return a paragraph of the words, on which the note of that key hangs, if there is one, and of ``more``."""
    leftwards = runs_leftwards(words)
    content = run(words, in_leftwards=leftwards)
    if comments.has(key):
        content = comments.begins(key) + content + comments.ends(key)
    return paragraph(content + more, SHEET, leftwards=leftwards)


def _claims(handed: HandOver, comments: Comments) -> str:
    heads = (_("No."), _("Claim"), _("State"), _("Verdict"), _("Evidence"))
    rows = [_row([line(head, SHEET, "<w:b/><w:bCs/>") for head in heads], repeats=True)]
    for fact in handed.facts:
        in_text = fact.placed and fact.span.of(handed.article.text).strip()
        cells = [
            line(str(fact.number), SHEET),
            _commented(one_line(fact.told), comments, "" if in_text else str(fact.number)),
            line(glyph_and_state(fact.state), SHEET),
            line(verdict_words(fact.verdict), SHEET),
            line(", ".join(fact.evidence) or NONE, SHEET),
        ]
        rows.append(_row(cells, SHADES.get(fact.state or "to-check", UNKNOWN_SHADE)))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>' for side in _SIDES)
    mirrored = "<w:bidiVisual/>" if handed.article.leftwards else ""
    properties = f'{mirrored}<w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


_SIDES = ("top", "bottom", "insideH")
STATE = 2


def _row(cells: Sequence[str], shade: str = "", *, repeats: bool = False) -> str:
    made = (_cell(cell, WIDTHS[column], shade if column == STATE else "") for column, cell in enumerate(cells))
    properties = f"<w:cantSplit/>{'<w:tblHeader/>' if repeats else ''}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def _cell(content: str, width: int, shade: str) -> str:
    ground = shaded(shade) if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{ground}</w:tcPr>{content}</w:tc>'


def _sign_off(handed: HandOver) -> Iterator[str]:
    yield line(_("Sign-off"), HEADING)
    yield line(sign_off_words(), SHEET, properties=TOGETHER)
    for part in hash_lines(handed.article.sha256):
        yield paragraph(run(part, FIXED), SHEET, TOGETHER)
    for warning in signature_warnings(handed):
        yield line(warning, SHEET, "<w:b/><w:bCs/>", TOGETHER)
    *others, last = signature_lines(handed)
    for signed in others:
        yield line(signed, SIGNATURE, properties=TOGETHER + LINE_ABOVE)
        yield paragraph("", SHEET, TOGETHER)  # lines above paragraphs that follow each other are one
    yield line(last, SIGNATURE, properties=LINE_ABOVE)
