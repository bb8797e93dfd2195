"""Edits of what is known of the check of facts, as pure functions that return a change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from annotator.model.alike import alike
from annotator.model.annotation import Annotation, Value
from annotator.model.change import Change
from annotator.model.dangling import without
from annotator.model.document import Document
from annotator.model.edits import altered_annotations, begun
from annotator.model.items import Item, altered


def set_state(document: Document, ids: Collection[str], state: str, *, now: str) -> Change:
    """Give the annotations a state of check; the empty one removes it."""
    afters = (altered(document.annotations[id], state=state) for id in ids)
    return _altered(document, afters, now)


def set_wording(document: Document, id: str, wording: Mapping[str, Value], *, now: str) -> Change:
    """Propose a wording: ``old`` and ``new``, the author's ``answer``, and ``why``; an empty one removes it.

    Raises ValueError for a lone surrogate.
    """
    for value in wording.values():
        str(value).encode()
    said = {key: value for key, value in wording.items() if value not in ("", None)}
    return _altered(document, [altered(document.annotations[id], wording=said)], now)


def put_item(document: Document, item: Item) -> Change:
    """Add an item of a further kind, such as a piece of evidence, or replace the one with its id."""
    before = document.item(item.id)
    if before is not None and alike(before, item):
        return Change()
    return Change(() if before is None else (before,), (item,)) + begun(document)


def remove_items(document: Document, ids: Collection[str]) -> Change:
    """Remove items of any kind, and what cannot exist without them."""
    found = [item for id in ids if (item := document.item(id)) is not None]
    return without(document, found) + begun(document) if found else Change()


def _altered(document: Document, afters: Iterable[Annotation], now: str) -> Change:
    return altered_annotations(document, afters, now, _differ)


def _differ(before: Annotation, after: Annotation) -> bool:
    return before.state != after.state or not alike(before.wording, after.wording)
