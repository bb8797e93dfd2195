"""Pages of a Word document: paper, margins, line numbers, header with legend, footer with the hash and the page."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.facts.desk.words import state_words
from annotator.interop.handover.content import HandOver
from annotator.interop.handover.sheet_words import round_words
from annotator.interop.handover.word.looks import BOX, SHADES, UNDERLINES, shaded
from annotator.interop.handover.word.xml import line, paragraph, run
from annotator.interop.handover.words import one_line, short_hash
from annotator.language.plain_line import runs_leftwards
from annotator.translation.messages import _

A4, LETTER = (11906, 16838), (12240, 15840)
"""Width and height of the paper, in twentieths of a point, as all lengths here."""

SIDE, WIDE, TOP = 1247, 3402, 1417
"""Margins: beside the text, for notes by hand, and above and below."""

NUMBERED = '<w:lnNumType w:countBy="1" w:distance="360" w:restart="continuous"/>'
SMALL = '<w:sz w:val="16"/><w:szCs w:val="16"/>'
SHEET, SIGNATURE, FOOTNOTE = "Sheet", "SheetSignature", "FootnoteText"
"""Styles of the paragraphs of the sheet and of footnotes, which have no line numbers."""

RULE = '<w:pBdr><w:{side} w:val="single" w:sz="4" w:space="4" w:color="A0A0A0"/></w:pBdr>'


def section(paper: tuple[int, int], *, article: bool, references: str = "") -> str:
    """Return the properties of the section of the article, which has line numbers, or of the sheet."""
    width, height = paper
    right = WIDE if article else SIDE
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{right}" w:bottom="{TOP}" w:left="{SIDE + 200}" w:header="600" w:footer="600"'
        f' w:gutter="0"/>{NUMBERED if article else ""}</w:sectPr>'
    )


def header(handed: HandOver) -> Iterator[str]:
    """Yield the paragraphs of the header: title and round, and the legend."""
    title = one_line(handed.article.title)
    content = run(title, f"<w:b/>{SMALL}") + run(f"   {round_words(handed)}", SMALL)
    yield paragraph(content, "Header", RULE.format(side="bottom"), leftwards=runs_leftwards(title))
    yield paragraph(run("  ", SMALL).join(_legend(handed)), "Header", leftwards=handed.article.leftwards)


def _legend(handed: HandOver) -> Iterator[str]:
    states = {fact.state or "to-check" for fact in handed.facts}
    for state in (state for state in SHADES if state in states):
        yield run(f" {state_words(state)} ", SMALL + shaded(SHADES[state]))
    for label in handed.legend:
        if label.style in UNDERLINES:
            yield run(label.name, f'{SMALL}<w:u w:val="{UNDERLINES[label.style]}"/>')
        elif label.style == "box":
            yield run(label.name, SMALL + BOX)


def footer(handed: HandOver) -> str:
    """Return the footer: the name of the file, its hash, and the page of all pages."""
    name = one_line(handed.article.name)
    words = f"{name} · sha256 {short_hash(handed.article.sha256)} · "
    fields = f"{_field('PAGE')}{run(' / ', SMALL)}{_field('NUMPAGES')}"
    return paragraph(run(words, SMALL) + fields, "Footer", RULE.format(side="top"))


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}">{run("1", SMALL)}</w:fldSimple>'


def empty_end(properties: str) -> str:
    """Return the paragraph that ends a section with these properties."""
    return paragraph("", properties=f'<w:spacing w:before="0" w:after="0"/>{properties}')


def notice(handed: HandOver) -> str:
    """Return a line in place of the text of an article that has none."""
    return "" if handed.article.text.strip() else line(_("The article has no text."), SHEET)
