"""Read articles: plain text in any encoding, with all newlines as LF in memory. Never writes."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from annotator.model.article import Article
from annotator.model.items import altered
from annotator.storage.articles.article_names import (
    ARTICLE_SUFFIXES,
    GUIDELINES_NAME,
    article_name,
    is_article,
    is_article_name,
)
from annotator.storage.articles.encodings import UTF_8, NotTextError, code_of, decoded_as, detected, doubtful, mark_of
from annotator.storage.articles.remembered_encoding import remembered_encoding, remembered_in
from annotator.storage.articles.utf_8 import with_plain_newlines
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import ArticleError
from annotator.translation.messages import _

__all__ = [
    "ARTICLE_SUFFIXES",
    "GUIDELINES_NAME",
    "MAX_ARTICLE_BYTES",
    "ReadArticle",
    "article_name",
    "can_be_article",
    "is_article",
    "is_article_name",
    "read_article",
    "read_article_of",
]

MAX_ARTICLE_BYTES = 32 * MIB


class ReadArticle(Struct, frozen=True):
    """Result of reading an article; ``guessed`` is True if nothing in the file confirms ``encoding``.

    ``to_remember`` is the encoding to save in the sidecar; empty if the file is UTF-8 or has a byte-order mark.
    ``forgotten`` is the encoding from the sidecar if it no longer fits the file; else empty. ``rivals`` are encodings
    about as likely as the guessed one.
    """

    article: Article
    encoding: str
    guessed: bool
    to_remember: str = ""
    forgotten: str = ""
    rivals: tuple[str, ...] = ()


def can_be_article(text: str) -> bool:
    """Return True if an article that is written in UTF-8 with this text would be read as it is."""
    try:
        return len(data := text.encode()) <= MAX_ARTICLE_BYTES and _readable(detected(data)[0]) == text
    except NotTextError:
        return False


def read_article(path: Path, encoding: str = "", *, follow: bool = False) -> ReadArticle:
    """Read the article in ``encoding``; detect the encoding if that is empty. Raises ArticleError."""
    data = _bytes(path, follow=follow)
    try:
        return _read(path, data, encoding)
    except NotTextError as error:
        raise ArticleError.at(path, str(error)) from error


def read_article_of(path: Path, sidecar: Path | bytes, *, follow: bool = False) -> ReadArticle:
    """Read the article in the encoding that its sidecar remembers, or else in the detected one. Raises ArticleError.

    The remembered encoding is used if the text has the hash in the sidecar, or if detection can only guess.
    ``sidecar`` is the path of the sidecar, or its bytes if it has been read already.
    """
    data = _bytes(path, follow=follow)
    remembered, sha256 = remembered_in(sidecar) if isinstance(sidecar, bytes) else remembered_encoding(sidecar)
    try:
        as_remembered = _read(path, data, remembered) if remembered else None
    except NotTextError:
        as_remembered = None
    if as_remembered and as_remembered.article.sha256 == sha256:
        return as_remembered
    try:
        found = _read(path, data)
    except NotTextError as error:
        if as_remembered:
            return as_remembered
        raise ArticleError.at(path, str(error)) from error
    if as_remembered and found.guessed and found.article.sha256 != sha256:
        return as_remembered
    return altered(found, forgotten=remembered) if remembered else found


def _bytes(path: Path, *, follow: bool) -> bytes:
    if not is_article(path):
        raise ArticleError.at(path, _("It is not an article: articles are plain text and end in .txt or .md."))
    return bytes_of(path, MAX_ARTICLE_BYTES, ArticleError, follow=follow)


def _read(path: Path, data: bytes, encoding: str = "") -> ReadArticle:
    text, code, guessed = (decoded_as(data, encoding), code_of(encoding), False) if encoding else detected(data)
    to_remember = "" if code == UTF_8 or mark_of(data)[0] else code
    article = Article.of(article_name(path), _readable(text))
    return ReadArticle(article, code, guessed, to_remember, rivals=doubtful(data, code) if guessed else ())


def _readable(text: str) -> str:
    text = with_plain_newlines(text)
    if not text:
        raise NotTextError(_("It is empty: there is nothing to annotate."))
    if "\0" in text:
        raise NotTextError(_("It is not plain text: it has NUL characters. Save it as plain text in UTF-8."))
    return text
