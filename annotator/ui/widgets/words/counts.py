"""Counts with their nouns, which several parts of the window show."""

from __future__ import annotations

from annotator.translation.messages import ngettext, number


def article_count(count: int) -> str:
    """Return “1 article” or “2,000 articles”."""
    return ngettext("{count} article", "{count} articles", count).format(count=number(count))


def document_count(count: int) -> str:
    """Return “1 document” or “2,000 documents”."""
    return ngettext("{count} document", "{count} documents", count).format(count=number(count))


def annotation_count(count: int) -> str:
    """Return “1 annotation” or “2,000 annotations”."""
    return ngettext("{count} annotation", "{count} annotations", count).format(count=number(count))


def relation_count(count: int) -> str:
    """Return “1 relation” or “2,000 relations”."""
    return ngettext("{count} relation", "{count} relations", count).format(count=number(count))


def file_count(count: int) -> str:
    """Return “1 file” or “2,000 files”."""
    return ngettext("{count} file", "{count} files", count).format(count=number(count))
