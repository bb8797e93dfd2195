"""Pieces of Word's XML as text, which is parsed once: elements of a library cost twenty times as much."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from annotator.language.plain_line import runs_leftwards

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""

LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SPECIAL = re.compile(r"([\t\n])")
NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text: str, look: str = "", *, in_leftwards: bool = False) -> str:
    """Return a run of the text; ``look`` is the content of its properties, in the order of the schema.

    ``in_leftwards``: it is in a paragraph that is written from right to left, to which its signs belong.
    """
    leftwards = LEFTWARDS.search(text) is not None or (in_leftwards and not any(map(str.isalnum, text)))
    properties = f"{look}<w:rtl/>" if leftwards else look
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{_content(text)}</w:r>"


def _content(text: str) -> str:
    return "".join(map(_part, SPECIAL.split(text)))


def _part(text: str) -> str:
    match text:
        case "":
            return ""
        case "\t":
            return "<w:tab/>"
        case "\n":
            return "<w:br/>"
        case _:
            return f'<w:t xml:space="preserve">{escape(FORBIDDEN.sub(" ", text))}</w:t>'


def paragraph(content: str, style: str = "", properties: str = "", *, leftwards: bool = False) -> str:
    """Return a paragraph; ``properties`` follow its style in the order of the schema, the direction comes last."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    given = f"{named}{properties}{'<w:bidi/>' if leftwards else ''}"
    return f"<w:p>{f'<w:pPr>{given}</w:pPr>' if given else ''}{content}</w:p>"


def line(text: str, style: str = "", look: str = "", properties: str = "") -> str:
    """Return a paragraph of one run, in the direction of its first letter."""
    leftwards = runs_leftwards(text)
    return paragraph(run(text, look, in_leftwards=leftwards), style, properties, leftwards=leftwards)


def hyperlink(content: str, relationship: str) -> str:
    """Return the runs as a link to what the relationship of that id leads to."""
    return f'<w:hyperlink r:id="{relationship}">{content}</w:hyperlink>'


def attribute(value: str) -> str:
    """Return the value as an attribute, in quotation marks."""
    return quoteattr(FORBIDDEN.sub(" ", value))
