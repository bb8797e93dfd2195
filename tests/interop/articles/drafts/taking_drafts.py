"""Drafts taken in by the importer, and the sidecar that comes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from annotator.interop.articles.extracted import Extracted, Wishes
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.interop.report import Report
from annotator.model.document import Document
from annotator.storage.articles.article_reading import read_article
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import read_sidecar, sidecar_path
from tests.interop.articles.drafts import odt_shapes, word_shapes
from tests.interop.articles.drafts.notation import Draft
from tests.interop.articles.files import extractor
from tests.interop.articles.taking import one

NOW = "2026-11-22T06:21:20Z"
ODT = "odt of LibreOffice"
DOCX = {
    name: partial(word_shapes.written, program=name)
    for name in (word_shapes.WORD, word_shapes.LIBREOFFICE, word_shapes.GOOGLE)
}
PROGRAMS: Mapping[str, Callable[[Draft], bytes]] = {**DOCX, ODT: odt_shapes.written}


def article_of(draft: Draft, program: str, wishes: Wishes | None = None) -> Extracted:
    """The text, and what hangs on it, of the draft as that program writes it."""
    return one(extractor("odt" if program == ODT else "docx"), PROGRAMS[program](draft), wishes)


def remarks(article: Extracted) -> list[tuple[str, str]]:
    """The words and the note of each remark."""
    return [(remark.span.of(article.text), remark.note) for remark in article.remarks]


def imported(folder: Path, draft: Draft, program: str, wishes: Wishes | None = None) -> tuple[Document | None, Report]:
    """The document of the draft in the folder, None where no text was written, and the report."""
    path = folder / ("draft.odt" if program == ODT else "draft.docx")
    path.write_bytes(PROGRAMS[program](draft))
    importer = ArticleImporter(None, built_in_scheme(), wishes or Wishes())
    importer.take(path, NOW)
    if not importer.written:
        return None, importer.report
    (text,) = importer.written
    return read_sidecar(sidecar_path(text), read_article(text).article).document, importer.report
