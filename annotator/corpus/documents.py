"""Reading of a sidecar together with its article, which is found beside it."""

from __future__ import annotations

from pathlib import Path

from annotator.anchoring.anchored import ReadDocument, read_document
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES, read_article_of
from annotator.storage.files.file_bytes import bytes_of, is_there
from annotator.storage.files.file_error import ArticleError, FileError, OtherArticleError, SidecarError, told
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, root_of, stem_of
from annotator.storage.yaml.lined_mapping import YamlError

SUFFIXES = (*ARTICLE_SUFFIXES, *(suffix.upper() for suffix in ARTICLE_SUFFIXES))


def document_in(sidecar: Path) -> ReadDocument:
    """Read the sidecar with the article that it names, one of those with the same stem.

    Raises FileError where the sidecar or its article is missing, unreadable or faulty.
    """
    data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError)
    stem = stem_of(sidecar)
    error: FileError | None = None
    for suffix in SUFFIXES:
        article = sidecar.with_name(stem + suffix)
        try:
            return read_document(sidecar, read_article_of(article, data).article, data)
        except OtherArticleError as other:
            error = other
        except ArticleError:
            if is_there(article):
                raise
    raise error or _without_article(sidecar, data)


def _without_article(path: Path, data: bytes) -> SidecarError:
    try:
        about = root_of(data).mapping("article")
        return SidecarError.at(path, f"Its article {told(about.required('file'))} is not there.", about.line_of("file"))
    except YamlError as error:
        return SidecarError.at(path, error.sentence, error.line)
