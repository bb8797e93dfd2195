"""Values of a sidecar's YAML after an edit of its items; what has not changed stays as it was written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from annotator.model.annotation import Value
from annotator.model.document import ATTRIBUTES, Document
from annotator.model.items import Item
from annotator.model.kinds.kind import Form, Kind
from annotator.model.kinds.table import KINDS
from annotator.storage.yaml.ordered_keys import with_key

Fields = dict[str, Value]
Written: TypeAlias = Callable[[Kind[Any], Item], Fields]
"""Function that returns the values of a new item as the file is to have them."""
SECTIONS = ("format", "version", "article", "annotator", "scheme", "status", *(kind.section for kind in KINDS.values()))


def edited_values(values: Fields, before: Document, after: Document, written: Written) -> Fields:
    """Return the values with the changed and new items of ``after``, and with its attributes of the article."""
    for kind in KINDS.values():
        items = values.get(kind.section) or []
        if isinstance(items, list) and before.of(kind.item) != after.of(kind.item):
            values = with_key(values, SECTIONS, kind.section, _items(kind, items, before, after, written))
    article = values.get("article")
    if isinstance(article, dict) and before.article_extra != after.article_extra:
        attributes = after.article_extra.get(ATTRIBUTES)
        values = {**values, "article": with_key(article, (), ATTRIBUTES, attributes)}
    return values


def _items(kind: Kind[Item], items: list[Value], before: Document, after: Document, written: Written) -> list[Value]:
    """Return the values of the items, each new one before the first that comes after it in the file's order."""
    old, new = before.of(kind.item), after.of(kind.item)
    coming = deque(sorted((item for id, item in new.items() if id not in old), key=kind.position))
    found = list[Value]()
    for item in items:
        id = str(item.get("id")) if isinstance(item, dict) else ""
        while coming and id in new and kind.position(coming[0]) < kind.position(new[id]):
            found.append(written(kind, coming.popleft()))
        if isinstance(item, dict) and id in old and id in new:
            found.append(_item(kind, item, old[id], new[id]))
        elif id not in old:
            found.append(item)
    return [*found, *(written(kind, item) for item in coming)]


def _item(kind: Kind[Item], values: Fields, old: Item, new: Item) -> Fields:
    order = [key.name for key in kind.keys]
    for key in kind.keys:
        value = getattr(new, key.field)
        if key.form is not Form.PLACE and getattr(old, key.field) != value:
            values = with_key(values, order, key.name, _value(value))
    for name in {**_extra(old), **_extra(new)}:
        if _extra(old).get(name) != _extra(new).get(name):
            values = with_key(values, order, name, _extra(new).get(name))
    return values


def _extra(item: Any) -> Mapping[str, Value]:
    extra: Mapping[str, Value] = item.extra
    return extra


def _value(value: Any) -> Value:
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
