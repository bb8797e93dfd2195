"""Keys of a mapping in the order in which a file has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.model.annotation import Value


def with_key(values: Mapping[str, Value], order: Sequence[str], key: str, value: Value) -> dict[str, Value]:
    """Return the values with another one at the key, and without the key where it is empty.

    A new key stands after those that come before it in the order, all others stay where they are.
    """
    if key in values and value:
        return {**values, key: value}
    rest = [(name, item) for name, item in values.items() if name != key]
    if not value:
        return dict(rest)
    earlier = order[: order.index(key)] if key in order else [name for name, _item in rest]
    at = max((index + 1 for index, (name, _item) in enumerate(rest) if name in earlier), default=0)
    return dict([*rest[:at], (key, value), *rest[at:]])
