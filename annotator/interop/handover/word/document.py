"""A Word document of a hand-over: the parts put together, with styles, language and properties."""

from __future__ import annotations

import locale
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.interop.foreign.optional_libraries import require
from annotator.interop.handover.content import HandOver
from annotator.interop.handover.paper_size import is_letter
from annotator.interop.handover.word.article_text import ArticleText
from annotator.interop.handover.word.comments import Comments, Footnotes
from annotator.interop.handover.word.footnotes_part import FOOTNOTES, with_footnotes
from annotator.interop.handover.word.page import A4, LETTER, empty_end, footer, header, notice, section
from annotator.interop.handover.word.sheet import LinkTo, sheet
from annotator.interop.handover.word.styles import write_styles
from annotator.interop.handover.word.xml import FORBIDDEN, NAMESPACES

START = datetime(2000, 1, 1, tzinfo=UTC)
"""Time of a document that nobody has signed: the same hand-over is the same file."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TERMS = "{http://purl.org/dc/terms/}"
REFERENCES = {f"{W}headerReference": "headerReference", f"{W}footerReference": "footerReference"}
TIME = (2000, 1, 1, 0, 0, 0)
"""Time of the members of the archive."""


def file_of(handed: HandOver) -> bytes:
    """Return the hand-over as a Word document with comments. Raises ForeignError if the library is not installed."""
    return written(Comments(handed))


def written(notes: Comments) -> bytes:
    """Return the hand-over as a Word document with these notes. Raises ForeignError as above."""
    document, handed = require("docx", "python-docx").Document(), notes.handed
    write_styles(document, handed.article)
    _write_properties(document, handed)
    references = _margins_written(document, handed)
    parts = {"word/document.xml": ("body", _body(notes, references, partial(_related, document)))}
    if isinstance(notes, Footnotes):
        return _filled(with_footnotes(_emptied(document)), {**parts, FOOTNOTES: ("footnotes", notes.xml())})
    assert not len(document.comments)  # the library makes the part when it is asked for
    return _filled(_emptied(document), {**parts, "word/comments.xml": ("comments", notes.xml())})


def _body(notes: Comments, references: str, link_to: LinkTo) -> str:
    """Return the article in a section of its own, with line numbers, and the sheet behind it."""
    paper = LETTER if is_letter(locale.getlocale()[0] or "") else A4
    texts = (notice(notes.handed), *ArticleText(notes).paragraphs())
    ending = empty_end(section(paper, article=True, references=references))
    return "".join((*texts, ending, sheet(notes.handed, notes, link_to), section(paper, article=False)))


def _related(document: Any, address: str) -> str:
    """Return the id of the document's relationship to a file beside it or a page."""
    return str(document.part.relate_to(address, LINK, is_external=True))


def _margins_written(document: Any, handed: HandOver) -> str:
    """Write header and footer and return the references to them."""
    only = document.sections[0]
    for margin, paragraphs in ((only.header, header(handed)), (only.footer, (footer(handed),))):
        margin.is_linked_to_previous = False
        root = margin.part.element
        for child in list(root):
            root.remove(child)
        for child in require("docx.oxml", "python-docx").parse_xml(f"<w:p {NAMESPACES}>{''.join(paragraphs)}</w:p>"):
            root.append(child)
    found = (one for one in document.element.body.sectPr if one.tag in REFERENCES)
    return "".join(f'<w:{REFERENCES[one.tag]} w:type="default" r:id="{one.rId}"/>' for one in found)


def _emptied(document: Any) -> dict[str, bytes]:
    """Return the members of the document's archive, without anything in its body."""
    for child in list(document.element.body):
        document.element.body.remove(child)
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _filled(members: Mapping[str, bytes], parts: Mapping[str, tuple[str, str]]) -> bytes:
    """Return the archive; ``parts`` have the XML within the element of that name, which no library takes apart."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as full:
        for name, data in members.items():
            filled = _with_content(data.decode(), *parts[name]).encode() if name in parts else data
            full.writestr(ZipInfo(name, TIME), filled, ZIP_DEFLATED)
    return file.getvalue()


def _with_content(xml: str, element: str, content: str) -> str:
    """Return the XML with the content in its element of that name, which is empty."""
    found = re.search(rf"<w:{element}\b([^>]*)/>", xml)
    assert found is not None
    return f"{xml[: found.start()]}<w:{element}{found[1]}>{content}</w:{element}>{xml[found.end() :]}"


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
