"""Extractor for OpenDocument texts.

Written without odfdo, which inserts links as Markdown into the text, keeps the white space that only indents the XML,
and expands repeated blanks without limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from xml.etree.ElementTree import Element

from annotator.interop.articles.blocks import joined
from annotator.interop.articles.comments import Comment
from annotator.interop.articles.counting import EDGES, Thing, left_out, without_bullets
from annotator.interop.articles.extracted import HEADLINE, Extracted, Extractor, Wishes
from annotator.interop.articles.kinds.opendocument.text import (
    NAMESPACE,
    OFFICE,
    PARAGRAPHS,
    STYLE,
    TEXT,
    blocks_of,
    drop_non_text,
    text_of,
)
from annotator.interop.articles.properties import about_from
from annotator.interop.articles.xml_part import part_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import N_, _

MANIFEST, CONTENT, META, STYLES = "META-INF/manifest.xml", "content.xml", "meta.xml", "styles.xml"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
METADATA = f"{{{NAMESPACE.format('meta')}}}"
PROPERTIES = {
    "title": (f"{DUBLIN_CORE}title",),
    "byline": (f"{METADATA}initial-creator", f"{DUBLIN_CORE}creator"),
    "published": (f"{METADATA}creation-date",),
}


def extract(data: bytes, name: str, _wishes: Wishes) -> Iterator[Extracted]:
    """Yield the document's text and tables in document order. Raises ForeignError."""
    archive = Archive(data)
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise ForeignError(_("It is encrypted. Save it without a password."))
    content = part_of(archive, CONTENT)[1]
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ForeignError(_("It is not an OpenDocument text: it may be a spreadsheet, a drawing or a presentation."))
    counts: Counter[Thing] = Counter()
    comments = _comments(body)
    drop_non_text(body, counts)
    blocks = list(blocks_of(body, _parents(content)))
    text, parts = joined(blocks)
    if not text:
        raise ForeignError(_("It has no text."))
    headline = next((block.text for block in blocks if block.role == HEADLINE), "")
    about, notes = about_from(_properties(archive), headline)
    harmless = frozenset((*notes, _(EDGES)))
    notes += (*left_out(counts, comments), *without_bullets(_listed(body)), *_edges(archive))
    yield Extracted(PurePath(name).stem, text, parts, about, notes=notes, harmless=harmless)


def _comments(body: Element) -> list[Comment]:
    found = body.iter(f"{OFFICE}annotation")
    return [Comment(*(one.findtext(f"{DUBLIN_CORE}{key}", "") for key in ("creator", "date"))) for one in found]


def _parents(content: Element) -> Mapping[str, str]:
    return {
        style.get(f"{STYLE}name", ""): style.get(f"{STYLE}parent-style-name", "")
        for style in content.iter(f"{STYLE}style")
    }


def _properties(archive: Archive) -> Mapping[str, str]:
    if META not in archive:
        return {}
    root = part_of(archive, META)[1]
    return {
        key: next((text for tag in tags for element in root.iter(tag) if (text := element.text)), "")
        for key, tags in PROPERTIES.items()
    }


def _listed(body: Element) -> int:
    """Return the number of list items that have a text."""
    return sum(
        any(text_of(child) for child in item if child.tag in PARAGRAPHS) for item in body.iter(f"{TEXT}list-item")
    )


def _edges(archive: Archive) -> tuple[str, ...]:
    if STYLES not in archive:
        return ()
    root = part_of(archive, STYLES)[1]
    edges = [edge for name in ("header", "footer") for edge in root.iter(f"{STYLE}{name}")]
    return (_(EDGES),) if any("".join(edge.itertext()).strip() for edge in edges) else ()


EXTRACTOR = Extractor("odt", N_("OpenDocument texts"), (".odt",), extract)
