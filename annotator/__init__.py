"""Annotator: mark the claims, sources and figures of news articles, saved as YAML beside each article.

What scripts and notebooks use of it is described in ``annotator.notebooks``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Annotation",
    "Article",
    "Document",
    "Entry",
    "FileError",
    "Problem",
    "Relation",
    "Span",
    "read_document",
    "read_folder",
    "samples",
    "to_records",
    "write_document",
]

if TYPE_CHECKING:
    from annotator.notebooks import (
        Annotation,
        Article,
        Document,
        Entry,
        FileError,
        Problem,
        Relation,
        Span,
        read_document,
        read_folder,
        samples,
        to_records,
        write_document,
    )


def __getattr__(name: str) -> Any:
    """What scripts use is imported when it is asked for: the window must not wait for it."""
    if name in __all__:
        from annotator import notebooks

        return getattr(notebooks, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
