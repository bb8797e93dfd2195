"""Styles of a Word document: fonts, distances, language, and the styles by which evidence is told apart."""

from __future__ import annotations

from typing import Any

from annotator.interop.articles.kinds.word.evidence_runs import STYLES
from annotator.interop.foreign.optional_libraries import require
from annotator.interop.handover.content import HandedArticle
from annotator.interop.handover.word.page import FOOTNOTE, SHEET, SIGNATURE
from annotator.language.writing_direction import is_written_leftwards

COUNTRIES = {"en": "GB", "ar": "SA", "he": "IL", "fa": "IR", "zh": "CN", "ja": "JP", "ko": "KR", "uk": "UA", "ur": "PK"}
"""Countries of languages whose code is not that of a country, since Word wants both."""

FONT, POINTS = "Georgia", 11
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def write_styles(document: Any, article: HandedArticle) -> None:
    """Set the styles of the document of the library. Raises ForeignError if the library is not installed."""
    kinds = require("docx.enum.style", "python-docx").WD_STYLE_TYPE
    shared = require("docx.shared", "python-docx")
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, shared.Pt(POINTS)
    normal.paragraph_format.line_spacing = 1.4
    normal.paragraph_format.space_after = shared.Pt(8)
    for name, size, before in ((SHEET, 9.5, 0), (SIGNATURE, 9.5, 36), (FOOTNOTE, 8, 0)):
        style = document.styles.add_style(name, kinds.PARAGRAPH)
        style.base_style, style.font.size = normal, shared.Pt(size)
        style.paragraph_format.line_spacing = 1.15
        style.paragraph_format.space_before, style.paragraph_format.space_after = shared.Pt(before), shared.Pt(3)
        _leave_unnumbered(style)
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = shared.RGBColor(0, 0, 0)
        _leave_unnumbered(document.styles[name])
    for name in STYLES:
        document.styles.add_style(name, kinds.CHARACTER).hidden = True
    _write_language(normal, article.language)


def _leave_unnumbered(style: Any) -> None:
    """Keep the lines of its paragraphs out of the count: some programs number those of all sections."""
    properties = style.element.get_or_add_pPr()
    mark = properties.makeelement(f"{W}suppressLineNumbers", {})
    later = [one for one in properties if one.tag in (f"{W}spacing", f"{W}outlineLvl", f"{W}ind", f"{W}jc")]
    properties.insert(properties.index(later[0]) if later else len(properties), mark)


def _write_language(style: Any, code: str) -> None:
    if code:
        properties = style.element.get_or_add_rPr()
        which = "bidi" if is_written_leftwards(code) else "val"
        properties.append(properties.makeelement(f"{W}lang", {f"{W}{which}": _language(code)}))


def _language(code: str) -> str:
    """Return the language as Word names it, with a country."""
    base, _sign, country = code.partition("-")
    return code if country else f"{base}-{COUNTRIES.get(base, base.upper())}"
