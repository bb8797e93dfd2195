"""Extractor for Word documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from annotator.interop.articles.blocks import inlay_of, joined
from annotator.interop.articles.counting import EDGES, left_out, without_bullets
from annotator.interop.articles.extracted import HEADLINE, Extracted, Extractor, Wishes
from annotator.interop.articles.footnotes import footnote_notes
from annotator.interop.articles.inline.telling import inlay_notes
from annotator.interop.articles.kinds.word.package import PROPERTIES, opened, slim
from annotator.interop.articles.kinds.word.text import WordText
from annotator.interop.articles.margin.remarks import hung_on
from annotator.interop.articles.margin.telling import kept_sentences, lost_sentences
from annotator.interop.articles.properties import about_from
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import made_by, require
from annotator.translation.messages import N_, _

FAULTS = (SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError)
"""Exceptions that the library raises for malformed documents; SyntaxError is that of its XML parser."""


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield the document's text and tables in document order, then its notes. Raises ForeignError."""
    docx = require("docx", "python-docx")
    archive = opened(data)
    try:
        document = docx.Document(slim(archive))
        text = WordText(document, archive)
        known = _properties(document)
    except FAULTS as error:
        raise ForeignError(_("It is not built like a Word document, or it is damaged.")) from error
    yield _extracted(text, PurePath(name).stem, known, _edges(archive), wishes)


def _extracted(
    text: WordText, name: str, known: Mapping[str, str], edges: tuple[str, ...], wishes: Wishes
) -> Extracted:
    whole, parts = joined(text.blocks)
    if not whole:
        raise ForeignError(_("It has no text."))
    about, notes = about_from(known, next((block.text for block in text.blocks if block.role == HEADLINE), ""))
    inlay = inlay_of(text.blocks)
    hung = hung_on(whole, inlay, text.margin, wishes.links)
    kept = (*footnote_notes(text.footnotes), *kept_sentences(hung, text.margin), *inlay_notes(hung.inlay, whole))
    lost = (*lost_sentences(hung), *left_out(text.counts), *without_bullets(text.lists))
    told, harmless = (*notes, *kept, *lost, *edges), frozenset((*notes, *kept, _(EDGES)))
    us = made_by("python-docx")
    return Extracted(
        name, whole, parts, about, us, told, harmless, hung.inlay.corrections, hung.remarks, links=hung.links
    )


def _properties(document: Any) -> Mapping[str, str]:
    """Return the document's properties; empty if it has none, since python-docx would then invent defaults."""
    if not any(relationship.reltype.endswith(PROPERTIES) for relationship in document.part.package.rels.values()):
        return {}
    core = document.core_properties
    created = core.created.date().isoformat() if core.created else ""
    return {"title": core.title, "byline": core.author, "published": created}


def _edges(archive: Archive) -> tuple[str, ...]:
    names = [name for name in archive.names if PurePath(name).name.startswith(("header", "footer"))]
    return (_(EDGES),) if any(b"<w:t" in archive.read(name) for name in names) else ()


EXTRACTOR = Extractor("docx", N_("Word documents"), (".docx",), extract, "docx")
