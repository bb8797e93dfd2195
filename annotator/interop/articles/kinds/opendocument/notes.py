"""Footnotes and endnotes of an OpenDocument text: marks and signs at their places, and their texts."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from annotator.interop.articles.footnotes import note_sign
from annotator.interop.articles.inline.signs import STRAY, begins, ends, without_signs
from annotator.interop.articles.kinds.opendocument.links import LINK, target_of
from annotator.interop.articles.kinds.opendocument.names import PARAGRAPHS, TEXT, become
from annotator.interop.articles.margin.margin import Margin


class Note(NamedTuple):
    """Footnote or endnote: its mark and the number in the signs around that, its paragraphs, its links' targets."""

    mark: str
    number: int
    paragraphs: list[Element]
    links: tuple[str, ...]


def drop_foreign_signs(body: Element) -> None:
    """Remove characters from the text that would be taken for signs."""
    if STRAY.search("".join(body.itertext())):
        for element in body.iter():
            element.text, element.tail = without_signs(element.text or ""), without_signs(element.tail or "")


def sign_notes(body: Element, margin: Margin) -> list[Note]:
    """Replace the notes by their marks, between signs, and return them in their order."""
    found: list[Note] = []
    for element in list(body.iter(f"{TEXT}note")):
        mark = " ".join(element.findtext(f"{TEXT}note-citation", "").split()) or str(len(found) + 1)
        content = element.find(f"{TEXT}note-body")
        paragraphs = [item for item in content.iter() if item.tag in PARAGRAPHS] if content is not None else []
        links = dict.fromkeys(target for item in paragraphs for link in item.iter(LINK) if (target := target_of(link)))
        number = margin.new_number()
        become(element, begins(number) + note_sign(mark) + ends(number))
        found.append(Note(mark, number, paragraphs, tuple(links)))
    return found
