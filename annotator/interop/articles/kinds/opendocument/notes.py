"""Footnotes, comments and tracked changes of an OpenDocument text: signs at their places, and their texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from annotator.interop.articles.comments import MOST_COMMENTS, Comment
from annotator.interop.articles.footnotes import note_sign
from annotator.interop.articles.inline.signs import (
    DELETED,
    ENDS,
    INSERTED,
    STRAY,
    comment_begins,
    comment_ends,
    signed,
    without_signs,
)
from annotator.interop.articles.kinds.opendocument.looks import SPAN
from annotator.interop.articles.kinds.opendocument.names import DUBLIN_CORE, OFFICE, PARAGRAPHS, TEXT

ID = "{http://www.w3.org/XML/1998/namespace}id"
WITHIN = (*PARAGRAPHS, SPAN, f"{TEXT}a", f"{TEXT}ruby-base", f"{TEXT}meta", f"{TEXT}bookmark-ref")
"""Elements whose content is the text of a paragraph."""


class Note(NamedTuple):
    """Footnote or endnote: its mark, and its paragraphs."""

    mark: str
    paragraphs: list[Element]


def drop_foreign_signs(body: Element) -> None:
    """Remove characters from the text that would be taken for signs."""
    if STRAY.search("".join(body.itertext())):
        for element in body.iter():
            element.text, element.tail = without_signs(element.text or ""), without_signs(element.tail or "")


def sign_changes(body: Element) -> None:
    """Put signs where text was deleted, with that text, and where it was inserted."""
    deleted, inserted = _regions(body)
    for parent in list(body.iter()):
        for child in parent:
            id = child.get(f"{TEXT}change-id", "")
            if child.tag == f"{TEXT}change" and id in deleted:
                _become(child, signed(deleted[id], DELETED), SPAN if parent.tag in WITHIN else PARAGRAPHS[0])
            elif child.tag == f"{TEXT}change-start" and id in inserted:
                _become(child, INSERTED)
            elif child.tag == f"{TEXT}change-end" and id in inserted:
                _become(child, ENDS[INSERTED])


def _regions(body: Element) -> tuple[Mapping[str, str], frozenset[str]]:
    """Return the words of each deletion by its id, and the ids of insertions; the list of them is emptied."""
    deleted: dict[str, str] = {}
    inserted: set[str] = set()
    for changes in body.iter(f"{TEXT}tracked-changes"):
        for region in changes:
            id = region.get(f"{TEXT}id", "") or region.get(ID, "")
            for deletion in region.iter(f"{TEXT}deletion"):
                texts = ("".join(item.itertext()) for item in deletion.iter() if item.tag in PARAGRAPHS)
                deleted[id] = " ".join(" ".join(texts).split())
            if region.find(f"{TEXT}insertion") is not None:
                inserted.add(id)
        changes.clear()
    return deleted, frozenset(inserted)


def sign_comments(body: Element) -> dict[int, Comment]:
    """Put signs where comments begin and end, and return the comments by their numbers."""
    ends = {end.get(f"{OFFICE}name", "") for end in body.iter(f"{OFFICE}annotation-end")} - {""}
    comments: dict[int, Comment] = {}
    numbers: dict[str, int] = {}
    for element in list(body.iter(f"{OFFICE}annotation"))[:MOST_COMMENTS]:
        number, name = len(comments), element.get(f"{OFFICE}name", "")
        writer, time = (element.findtext(f"{DUBLIN_CORE}{key}", "") for key in ("creator", "date"))
        texts = ("".join(item.itertext()).strip() for item in element.iter() if item.tag in PARAGRAPHS)
        comments[number] = Comment(writer, time, "\n".join(filter(None, texts)))
        numbers[name] = number
        _become(element, comment_begins(number) + ("" if name in ends else comment_ends(number)))
    for element in list(body.iter(f"{OFFICE}annotation-end")):
        if (name := element.get(f"{OFFICE}name", "")) in numbers:
            _become(element, comment_ends(numbers[name]))
    return comments


def sign_notes(body: Element) -> list[Note]:
    """Replace the notes by their marks and return them in their order."""
    found: list[Note] = []
    for element in list(body.iter(f"{TEXT}note")):
        mark = " ".join(element.findtext(f"{TEXT}note-citation", "").split()) or str(len(found) + 1)
        content = element.find(f"{TEXT}note-body")
        paragraphs = [item for item in content.iter() if item.tag in PARAGRAPHS] if content is not None else []
        _become(element, note_sign(mark))
        found.append(Note(mark, paragraphs))
    return found


def _become(element: Element, text: str, tag: str = SPAN) -> None:
    """Make a span with this text of the element; what follows it stays."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = tag, text, tail
