"""A Word document of a hand-over: the parts put together, with styles, language and properties."""

from __future__ import annotations

import locale
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from annotator.interop.foreign.optional_libraries import require
from annotator.interop.handover.content import HandOver
from annotator.interop.handover.paper_size import is_letter
from annotator.interop.handover.word.article_text import ArticleText
from annotator.interop.handover.word.comments import Comments
from annotator.interop.handover.word.page import A4, LETTER, empty_end, footer, header, notice, section
from annotator.interop.handover.word.sheet import sheet
from annotator.interop.handover.word.styles import write_styles
from annotator.interop.handover.word.xml import FORBIDDEN, NAMESPACES

START = datetime(2000, 1, 1, tzinfo=UTC)
"""Time of a document that nobody has signed: the same hand-over is the same file."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TERMS = "{http://purl.org/dc/terms/}"
COMMENTS = "/comments"


def file_of(handed: HandOver) -> bytes:
    """Return the hand-over as a Word document. Raises ForeignError if the library is not installed."""
    document = require("docx", "python-docx").Document()
    comments = Comments(handed)
    write_styles(document, handed.article)
    _write_comments(document, comments)
    _write_body(document, handed, comments)
    _write_properties(document, handed)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _write_body(document: Any, handed: HandOver, comments: Comments) -> None:
    """Put the article in a section of its own, with line numbers, and the sheet behind it."""
    references = _margins_written(document, handed)
    paper = LETTER if is_letter(locale.getlocale()[0] or "") else A4
    texts = [notice(handed), *ArticleText(handed, comments.of_facts).paragraphs()]
    parts = (*texts, empty_end(section(paper, article=True)), sheet(handed, comments), section(paper, article=False))
    body = document.element.body
    for child in list(body):
        body.remove(child)
    _append(body, parts)
    first = next(body.iter(f"{W}sectPr"))
    for at, reference in enumerate(references):
        first.insert(at, reference)


def _margins_written(document: Any, handed: HandOver) -> list[Any]:
    """Write header and footer and return the references to them."""
    only = document.sections[0]
    for margin, paragraphs in ((only.header, header(handed)), (only.footer, (footer(handed),))):
        margin.is_linked_to_previous = False
        root = margin.part.element
        for child in list(root):
            root.remove(child)
        _append(root, paragraphs)
    return [one for one in document.element.body.sectPr if one.tag in (f"{W}headerReference", f"{W}footerReference")]


def _append(root: Any, parts: Iterable[str]) -> None:
    """Parse the XML at once and append it to the element."""
    parse = require("docx.oxml", "python-docx").parse_xml
    for child in parse(f"<w:body {NAMESPACES}>{''.join(parts)}</w:body>".encode()):
        root.append(child)


def _write_comments(document: Any, comments: Comments) -> None:
    count = len(document.comments)  # the library makes the part when it is asked for
    parts = (one.target_part for one in document.part.rels.values() if one.reltype.endswith(COMMENTS))
    assert count == 0
    _append(next(parts).element, [comments.xml()])


def _write_properties(document: Any, handed: HandOver) -> None:
    """Write what is known of the article, and the day on which it was published as that of the document."""
    known, article = document.core_properties, handed.article
    known.title, known.author = _short(article.title), _short(article.byline)
    known.last_modified_by, known.comments, known.keywords = _short(handed.annotator), "", ""
    known.modified = _time(handed.signature.at if handed.signature else "") or START
    if published := _time(article.published):
        known.created = published
    else:
        _drop_created(document)


def _drop_created(document: Any) -> None:
    """Remove the day of the library's own empty document, which would be taken for that of the article."""
    for relationship in document.part.package.rels.values():
        if relationship.reltype.endswith("/core-properties"):
            for one in relationship.target_part.element.findall(f"{TERMS}created"):
                one.getparent().remove(one)


def _short(text: str) -> str:
    """Return the text as a property can hold it."""
    return FORBIDDEN.sub(" ", text)[:255]


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
