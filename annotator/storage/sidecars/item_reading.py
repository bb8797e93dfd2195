"""Reading of an item from YAML as the table of kinds describes it; annotations have their own way."""

from __future__ import annotations

from typing import Any

from annotator.model.items import Kept
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.storage.yaml.lined_mapping import LinedMapping


def item_of(kind: Kind[Kept], id: str, mapping: LinedMapping) -> Kept:
    """Return the item with the id. Raises YamlError where a key is missing or has another form than it must."""
    values = [_value(key, mapping) for key in kind.keys[1:]]
    return kind.made_of([id, *values, mapping.others(kind.names)])


def _value(key: Key, item: LinedMapping) -> Any:
    match key.form:
        case Form.WORD | Form.TEXT:
            return item.required(key.name) if key.required else item.text(key.name)
        case Form.WORDS:
            return item.required_texts(key.name) if key.required else item.texts(key.name)
        case Form.FLAG:
            return item.flag(key.name)
        case Form.VALUES:
            return item.mapping(key.name).others()
        case Form.PLACE:
            raise ValueError(f"“{key.name}” quotes the article")
