"""All kinds of files that articles are taken out of, each a module of ``articles.kinds``."""

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
    "text": "plain",
}
"""The modules by the names of their kinds, in the order in which they are shown."""


def extractors() -> list[Extractor]:
    """Every kind."""
    return [*map(_extractor, MODULES)]


def extractor_named(name: str) -> Extractor | None:
    """The kind of that name; None where there is none."""
    return _extractor(name) if name in MODULES else None


def extractor_for(path: Path) -> Extractor | None:
    """The kind that files with such a name are of; None where nothing is known of it."""
    return next((kind for kind in extractors() if path.suffix.lower() in kind.suffixes), None)


def _extractor(name: str) -> Extractor:
    found = import_module(f"annotator.interop.articles.kinds.{MODULES[name]}").EXTRACTOR
    assert isinstance(found, Extractor)
    return found
