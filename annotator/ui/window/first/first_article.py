"""Article that the window will open with, as far as that is known before its folder is read."""

from __future__ import annotations

from pathlib import Path

from annotator.session.preferences.settings import Settings
from annotator.storage.articles.article_names import is_article
from annotator.storage.articles.utf_8 import utf_8_text, with_plain_newlines
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import ArticleError
from annotator.storage.files.plain_path import plain_path

MOST_BYTES = MIB
"""Size of a file from which on laying out its text twice would take longer than it gains."""


def first_article(path: Path | None, settings: Settings) -> Path | None:
    """Return the article that ``path`` leads to, or the last one for None and for its folder; None if not known."""
    if path is not None and is_article(path):
        return plain_path(path)
    last, folder = settings.last_article, str(plain_path(path)) if path else settings.last_folder
    return Path(last) if last and folder and Path(last).is_relative_to(folder) and is_article(Path(last)) else None


def first_text(article: Path) -> str:
    """Return the article's text; empty if it is large, cannot be read, or is not UTF-8 without a doubt."""
    try:
        text = utf_8_text(bytes_of(article, MOST_BYTES, ArticleError))
    except ArticleError:
        return ""
    return with_plain_newlines(text or "")
