"""The texts that annotations were made on, each kept once: where an article changes, they tell what moved where."""

from __future__ import annotations

import re
from hashlib import sha256 as sha256_of
from pathlib import Path

from annotator.model.article import Article
from annotator.storage.articles.article_reading import MAX_ARTICLE_BYTES
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import ArticleError
from annotator.storage.saving.hidden_folder import put, texts_folder

SHA256 = re.compile(r"[0-9a-f]{64}")
LARGEST = 3 * MAX_ARTICLE_BYTES
"""In UTF-8 an article may take three times the bytes that it has in an encoding of one byte a character."""


def keep_text(folder: Path, article: Article) -> None:
    """Keep the article's text, if that is not done yet. Raises SaveError."""
    if kept_text(folder, article.sha256) is None:
        put(_path(folder, article.sha256), article.text.encode())


def kept_text(folder: Path, sha256: str) -> str | None:
    """The text of that hash; None where it was not kept, cannot be read or is not what it was."""
    if not SHA256.fullmatch(sha256):  # it comes from a file, and must not lead anywhere else
        return None
    try:
        data = bytes_of(_path(folder, sha256), LARGEST, ArticleError)
    except ArticleError:
        return None
    return data.decode() if sha256_of(data).hexdigest() == sha256 else None


def _path(folder: Path, sha256: str) -> Path:
    return texts_folder(folder) / f"{sha256}.txt"
