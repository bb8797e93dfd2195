"""A sidecar read with its article, which is looked for beside it."""

from __future__ import annotations

from pathlib import Path

from annotator.anchoring.anchored import ReadDocument, read_document
from annotator.storage.articles import ARTICLE_SUFFIXES, read_article_of
from annotator.storage.file_bytes import bytes_of, is_there
from annotator.storage.file_error import FileError, OtherArticleError, SidecarError, told
from annotator.storage.lined import YamlError
from annotator.storage.sidecars import MAX_SIDECAR_BYTES, root_of, stem_of


def document_in(sidecar: Path) -> ReadDocument:
    """What the sidecar holds, with the article that it names, of those that have its stem. Raises FileError."""
    stem = stem_of(sidecar)
    error: FileError | None = None
    for suffix in (*ARTICLE_SUFFIXES, *(suffix.upper() for suffix in ARTICLE_SUFFIXES)):
        article = sidecar.with_name(stem + suffix)
        if is_there(article):
            try:
                return read_document(sidecar, read_article_of(article, sidecar).article)
            except OtherArticleError as other:
                error = other
    raise error or _without_article(sidecar)


def _without_article(path: Path) -> SidecarError:
    try:
        about = root_of(bytes_of(path, MAX_SIDECAR_BYTES, SidecarError)).mapping("article")
        return SidecarError.at(path, f"Its article {told(about.required('file'))} is not there.", about.line_of("file"))
    except YamlError as error:
        return SidecarError.at(path, error.sentence, error.line)
