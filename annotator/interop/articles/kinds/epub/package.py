"""Package document of a book (EPUB): its metadata and the reading order of its chapters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.day import day_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.xml.reading import root_of
from annotator.translation.messages import _

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
TEXTS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
FIELDS = {"title": "title", "byline": "creator", "outlet": "publisher", "published": "date"}
"""Article attributes and the Dublin Core elements that hold them."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Document of the book, by its name in the archive; ``is_contents`` marks the table of contents."""

    member: str
    is_contents: bool


@dataclass(frozen=True, slots=True)
class Package:
    """Chapters in reading order; ``missing`` counts those that are absent or not text."""

    chapters: tuple[Chapter, ...]
    missing: int
    about: Mapping[str, str]


def package_in(archive: Archive) -> Package:
    """Read the package document. Raises ForeignError, with the place."""
    if CONTAINER not in archive:
        raise ForeignError(_("It is not an EPUB book: it has no META-INF/container.xml."))
    name = next((e.get("full-path", "") for e in _all(root_of(archive.read(CONTAINER), CONTAINER), "rootfile")), "")
    root = root_of(archive.read(name), name)
    chapters = [_chapter(item, name) for item in _spine(root)]
    there = tuple(chapter for chapter in chapters if chapter and chapter.member in archive)
    _refuse_encrypted(archive, there)
    return Package(there, len(chapters) - len(there), _about(root))


def _spine(root: Element) -> list[Element | None]:
    """Return the items of the reading order, each once; None for one that the manifest does not list."""
    items = {item.get("id"): item for item in _all(root, "item")}
    names = dict.fromkeys(item.get("idref") for item in _all(root, "itemref"))
    return [items.get(name) for name in names]


def _chapter(item: Element | None, package: str) -> Chapter | None:
    if item is None or item.get("media-type") not in TEXTS:
        return None
    place = unquote(item.get("href", "").partition("#")[0])
    return Chapter(normpath(join(dirname(package), place)), "nav" in item.get("properties", "").split())


def _refuse_encrypted(archive: Archive, chapters: tuple[Chapter, ...]) -> None:
    if ENCRYPTION not in archive:
        return
    encrypted = {
        unquote(e.get("URI", "")) for e in _all(root_of(archive.read(ENCRYPTION), ENCRYPTION), "CipherReference")
    }
    for chapter in chapters:
        if chapter.member in encrypted:
            raise ForeignError(_("The book is protected against copying, so it cannot be read."), chapter.member)


def _about(root: Element) -> dict[str, str]:
    """Return the metadata; of several titles or days the first, which is the main one."""
    known = {key: [_line(e) for e in _all(root, field) if _line(e)] for key, field in FIELDS.items()}
    about = {key: "; ".join(values if key == "byline" else values[:1]) for key, values in known.items()}
    about["published"] = day_of(about["published"])
    return {key: value for key, value in about.items() if value}


def _all(root: Element, name: str) -> list[Element]:
    """Return the elements of that name in any namespace, since old books use others."""
    return [element for element in root.iter() if element.tag.rpartition("}")[2] == name]


def _line(element: Element) -> str:
    return " ".join(cleaned("".join(element.itertext()))[0].split())
