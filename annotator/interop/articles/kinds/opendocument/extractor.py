"""Extractor for OpenDocument texts.

Written without odfdo, which inserts links as Markdown into the text, keeps the white space that only indents the XML,
and expands repeated blanks without limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from xml.etree.ElementTree import Element

from annotator.interop.articles.blocks import Block, inlay_of, joined, paragraph
from annotator.interop.articles.counting import EDGES, Thing, left_out, without_bullets
from annotator.interop.articles.extracted import HEADLINE, Extracted, Extractor, Wishes
from annotator.interop.articles.footnotes import footnote_notes, note_blocks
from annotator.interop.articles.inline.levels import mark as shown_mark
from annotator.interop.articles.inline.telling import inlay_notes
from annotator.interop.articles.kinds.opendocument.changes import sign_changes
from annotator.interop.articles.kinds.opendocument.comments import comments_elsewhere, sign_comments
from annotator.interop.articles.kinds.opendocument.links import sign_links
from annotator.interop.articles.kinds.opendocument.looks import looks_of, sign_spans
from annotator.interop.articles.kinds.opendocument.names import (
    DUBLIN_CORE,
    METADATA,
    OFFICE,
    PARAGRAPHS,
    STYLE,
    TEXT,
)
from annotator.interop.articles.kinds.opendocument.notes import Note, drop_foreign_signs, sign_notes
from annotator.interop.articles.kinds.opendocument.text import blocks_of, drop_non_text, text_of
from annotator.interop.articles.margin.margin import Footnote, Margin
from annotator.interop.articles.margin.remarks import hung_on
from annotator.interop.articles.margin.telling import kept_sentences, lost_sentences
from annotator.interop.articles.properties import about_from
from annotator.interop.articles.xml_part import part_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import N_, _

MANIFEST, CONTENT, META, STYLES = "META-INF/manifest.xml", "content.xml", "meta.xml", "styles.xml"
NAMED = f"{STYLE}style"
PROPERTIES = {
    "title": (f"{DUBLIN_CORE}title",),
    "byline": (f"{METADATA}initial-creator", f"{DUBLIN_CORE}creator"),
    "published": (f"{METADATA}creation-date",),
}


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield the document's text and tables in document order, then its notes. Raises ForeignError."""
    archive = Archive(data)
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise ForeignError(_("It is encrypted. Save it without a password."))
    content = part_of(archive, CONTENT)[1]
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ForeignError(_("It is not an OpenDocument text: it may be a spreadsheet, a drawing or a presentation."))
    drop_foreign_signs(body)
    styles = part_of(archive, STYLES)[1] if STYLES in archive else None
    sign_spans(body, looks_of([style for root in (styles, content) if root is not None for style in root.iter(NAMED)]))
    margin = Margin(lost=[*comments_elsewhere(styles)])
    sign_comments(body, margin)
    sign_changes(body, margin)
    notes = sign_notes(body, margin)
    sign_links(body, margin)
    counts: Counter[Thing] = Counter()
    drop_non_text(body, counts, margin)
    blocks = [*blocks_of(body, _parents(content)), *_at_the_end(notes, margin)]
    told = (*left_out(counts), *without_bullets(_listed(body)), *_edges(styles))
    known = _properties(archive)
    yield _extracted(PurePath(name).stem, blocks, margin, known, (footnote_notes(len(notes)), told), wishes)


def _extracted(
    name: str,
    blocks: Sequence[Block],
    margin: Margin,
    known: Mapping[str, str],
    told: tuple[tuple[str, ...], tuple[str, ...]],
    wishes: Wishes,
) -> Extracted:
    """Return the text; ``told`` are the notes on what was kept in another way, and on what was left out."""
    text, parts = joined(blocks)
    if not text:
        raise ForeignError(_("It has no text."))
    about, notes = about_from(known, next((block.text for block in blocks if block.role == HEADLINE), ""))
    inlay = inlay_of(blocks)
    hung = hung_on(text, inlay, margin, wishes.links)
    kept = (*notes, *told[0], *kept_sentences(hung, margin), *inlay_notes(hung.inlay, text))
    all_told, harmless = (*kept, *lost_sentences(hung), *told[1]), frozenset((*kept, _(EDGES)))
    return Extracted(
        name, text, parts, about, "", all_told, harmless, hung.inlay.corrections, hung.remarks, links=hung.links
    )


def _at_the_end(notes: Sequence[Note], margin: Margin) -> Iterator[Block]:
    """Yield the notes, which the margin gets with their links."""
    for note in notes:
        blocks = [paragraph(text_of(item)) for item in note.paragraphs]
        text = " ".join(block.text for block in blocks if block.text)
        margin.notes[note.number] = Footnote(shown_mark(note.mark, ""), text, note.links)
        yield from note_blocks(note.mark, blocks)


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


def _edges(styles: Element | None) -> tuple[str, ...]:
    if styles is None:
        return ()
    edges = [edge for name in ("header", "footer") for edge in styles.iter(f"{STYLE}{name}")]
    return (_(EDGES),) if any("".join(edge.itertext()).strip() for edge in edges) else ()


EXTRACTOR = Extractor("odt", N_("OpenDocument texts"), (".odt",), extract)
