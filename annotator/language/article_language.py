"""Language of an article, where its sidecar tells it."""

from __future__ import annotations

from annotator.model.document import Document

KEY = "language"


def article_language(document: Document) -> str:
    """Return the code of the language that the article's block or attributes name; empty where none is named."""
    for named in (document.article_extra.get(KEY), document.article_attributes.get(KEY)):
        if isinstance(named, str) and named.strip():
            return named.strip()
    return ""
