"""Tracked changes of an OpenDocument text: signs where words were deleted or inserted, by whom and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from annotator.interop.articles.inline.signs import DELETED, ENDS, INSERTED, numbered, signed
from annotator.interop.articles.kinds.opendocument.looks import SPAN
from annotator.interop.articles.kinds.opendocument.names import DUBLIN_CORE, OFFICE, PARAGRAPHS, TEXT, become
from annotator.interop.articles.margin.margin import Margin

ID = "{http://www.w3.org/XML/1998/namespace}id"
WITHIN = (*PARAGRAPHS, SPAN, f"{TEXT}a", f"{TEXT}ruby-base", f"{TEXT}meta", f"{TEXT}bookmark-ref")
"""Elements whose content is the text of a paragraph."""


class Regions(NamedTuple):
    """Words of each deletion, and the numbers of the changes, by the ids of regions; the ids of insertions."""

    deleted: Mapping[str, str]
    inserted: frozenset[str]
    changes: Mapping[str, int | None]


def sign_changes(body: Element, margin: Margin) -> None:
    """Put signs where text was deleted, with that text, and where it was inserted."""
    regions = _regions(body, margin)
    for parent in list(body.iter()):
        for child in parent:
            id = child.get(f"{TEXT}change-id", "")
            number = regions.changes.get(id)
            if child.tag == f"{TEXT}change" and id in regions.deleted:
                words = signed(regions.deleted[id], DELETED, number)
                become(child, words, SPAN if parent.tag in WITHIN else PARAGRAPHS[0])
            elif child.tag == f"{TEXT}change-start" and id in regions.inserted:
                become(child, numbered(INSERTED, number))
            elif child.tag == f"{TEXT}change-end" and id in regions.inserted:
                become(child, ENDS[INSERTED])


def _regions(body: Element, margin: Margin) -> Regions:
    """Return the regions of tracked changes; the list of them is emptied."""
    deleted: dict[str, str] = {}
    inserted: set[str] = set()
    changes: dict[str, int | None] = {}
    for tracked in body.iter(f"{TEXT}tracked-changes"):
        for region in tracked:
            id = region.get(f"{TEXT}id", "") or region.get(ID, "")
            for deletion in region.iter(f"{TEXT}deletion"):
                texts = ("".join(item.itertext()) for item in deletion.iter() if item.tag in PARAGRAPHS)
                deleted[id] = " ".join(" ".join(texts).split())
            if region.find(f"{TEXT}insertion") is not None:
                inserted.add(id)
            changes[id] = _change(region, margin)
        tracked.clear()
    return Regions(deleted, frozenset(inserted), changes)


def _change(region: Element, margin: Margin) -> int | None:
    """Return the number of the change, by its author and date; None where the file tells neither."""
    said = next(region.iter(f"{OFFICE}change-info"), None)
    if said is None:
        return None
    writer, time = (said.findtext(f"{DUBLIN_CORE}{key}", "") for key in ("creator", "date"))
    return margin.change(writer, time)
