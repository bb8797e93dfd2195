"""Reading of a sidecar together with its article, which is found beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from annotator.anchoring.anchored import ReadDocument, read_document
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES, read_article_of
from annotator.storage.articles.folders import articles_in
from annotator.storage.files.file_bytes import bytes_of, is_there
from annotator.storage.files.file_error import FileError, MissingArticleError, OtherArticleError, SidecarError, told
from annotator.storage.saving.own_sidecar import USUAL_SUFFIXES, has_name_for
from annotator.storage.sidecars.belonging import owned
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, root_of, stem_of
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.translation.messages import _


def document_in(sidecar: Path) -> ReadDocument:
    """Read the sidecar with the article that it is of, one of those after which it is called.

    Raises FileError where the sidecar or its article is missing, unreadable or faulty.
    """
    data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError)
    error: FileError | None = None
    for article in articles_beside(sidecar):
        try:
            return _owned(sidecar, read_document(sidecar, read_article_of(article, data).article, data))
        except OtherArticleError as other:
            error = other
    raise error or _without_article(sidecar, data)


def document_of(sidecar: Path, article: Path) -> ReadDocument:
    """Read the sidecar as that of the article, whatever it names. Raises FileError."""
    data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError)
    return _owned(sidecar, read_document(sidecar, read_article_of(article, data).article, data, renamed=True))


def _owned(sidecar: Path, read: ReadDocument) -> ReadDocument:
    document = owned(sidecar, read.document)
    return read if document is read.document else replace(read, document=document)


def articles_beside(sidecar: Path) -> Iterator[Path]:
    """Yield the articles after whose stem or whole name the sidecar is called, however their suffix is spelled.

    The usual ones come first, and the folder is listed only where there is none of them.
    """
    stem, none = stem_of(sidecar), True
    folder = sidecar.parent
    for suffix in ("", *USUAL_SUFFIXES) if stem.lower().endswith(ARTICLE_SUFFIXES) else USUAL_SUFFIXES:
        if is_there(path := folder / f"{stem}{suffix}"):
            none = False
            yield path
    if none:
        yield from (path for path in _articles_of(sidecar.parent) if has_name_for(sidecar, path))


def _articles_of(folder: Path) -> list[Path]:
    try:
        return articles_in(folder)
    except FileError:
        return []


def _without_article(path: Path, data: bytes) -> SidecarError:
    try:
        about = root_of(data).mapping("article")
        sentence = _("Its article {file} is not there.").format(file=told(about.required("file")))
        return MissingArticleError.at(path, sentence, about.line_of("file"))
    except YamlError as error:
        return SidecarError.at(path, error.sentence, error.line)
