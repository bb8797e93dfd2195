"""Texts on which annotations were made, stored by hash, to re-anchor the annotations of a changed article."""

from __future__ import annotations

import re
from hashlib import sha256 as sha256_of
from pathlib import Path

from annotator.model.article import Article
from annotator.storage.articles.article_reading import MAX_ARTICLE_BYTES
from annotator.storage.files.file_bytes import readers_of
from annotator.storage.files.file_error import ArticleError
from annotator.storage.files.hidden_folder import HiddenPlace, put, read, remove, remove_empty_folders, texts_place

SHA256 = re.compile(r"[0-9a-f]{64}")
LARGEST = 3 * MAX_ARTICLE_BYTES
"""Limit in bytes: UTF-8 may need three times the bytes of an encoding with one byte per character."""


def keep_text(folder: Path, article: Article) -> None:
    """Store the article's text, unless it is stored already; only who may read the article may read it.

    Raises SaveError if that fails.
    """
    if kept_text(folder, article.sha256) is None:
        put(_place(folder, article.sha256), article.text.encode(), mode=readers_of(folder / article.name))


def kept_text(folder: Path, sha256: str) -> str | None:
    """Return the stored text with this hash; None if it is missing, unreadable or damaged."""
    if not SHA256.fullmatch(sha256):  # the hash comes from a file and must not lead to another path
        return None
    try:
        data = read(_place(folder, sha256), LARGEST, ArticleError)
    except ArticleError:
        return None
    return data.decode() if sha256_of(data).hexdigest() == sha256 else None


def forget_text(folder: Path, sha256: str) -> None:
    """Remove a stored text, and folders that are empty then; a text that cannot be removed stays."""
    if SHA256.fullmatch(sha256):
        remove(_place(folder, sha256))
        remove_empty_folders(texts_place(folder))


def _place(folder: Path, sha256: str) -> HiddenPlace:
    return texts_place(folder) / f"{sha256}.txt"
