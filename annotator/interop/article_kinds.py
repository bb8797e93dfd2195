"""Registry of the file kinds that articles are extracted from, each a module of ``articles.kinds``."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from annotator.interop.articles.extracted import Extractor

MODULES = {
    "html": "web_page",
    "docx": "word",
    "pdf": "pdf",
    "odt": "opendocument",
    "epub": "epub",
    "mail": "mail",
    "rtf": "rtf",
    "table": "table",
    "subtitles": "subtitles",
    "text": "plain",
}
"""Module names by kind, in the order in which kinds are listed."""


def extractors() -> list[Extractor]:
    """Return the extractors of all kinds."""
    return [*map(_extractor, MODULES)]


def extractor_named(name: str) -> Extractor | None:
    """Return the extractor of that name; None where there is none."""
    return _extractor(name) if name in MODULES else None


def extractor_for(path: Path) -> Extractor | None:
    """Return the extractor for the file's suffix; None where the suffix is unknown."""
    return next((kind for kind in extractors() if path.suffix.lower() in kind.suffixes), None)


def _extractor(name: str) -> Extractor:
    found = import_module(f"annotator.interop.articles.kinds.{MODULES[name]}").EXTRACTOR
    assert isinstance(found, Extractor)
    return found
