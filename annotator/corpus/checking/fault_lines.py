"""Lines of the keys of a sidecar; an item is read alone where that will do, as reading all as YAML takes far longer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain, islice, takewhile

from annotator.anchoring.anchored import ReadDocument
from annotator.model.kinds.table import KINDS
from annotator.storage.sidecars.sidecar_files import root_of
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.plain_yaml import load_plain
from annotator.storage.yaml.yaml_writing import word

HEAD = b"items:\n"
DASH, INDENT = b"- ", b"  "


class FaultLines:
    """Lookup of lines in a sidecar that has been read."""

    def __init__(self, read: ReadDocument) -> None:
        self._read = read
        self._items_at: dict[int, LinedMapping | None] = {}

    def line(self, id: str, keys: tuple[str, ...]) -> int:
        """Return the line of a key of the item, or that of the item if the key is missing.

        The empty id stands for the document itself. In a file that is too large for YAML it may be the item's line.
        """
        begin = self._read.lines.get(id, 0)
        if begin and not keys:
            return begin
        if begin and self._read.is_canonical and (found := self._line_in_layout(begin, keys)):
            return found
        if begin and (item := self._item_at(begin, id)) and keys[0] in item:
            return begin - 2 + _line(item, keys)  # the head and the dash are in lines 1 and 2
        whole = self._items.get(id)
        return _line(whole, keys) if whole else begin or 1

    def _line_in_layout(self, begin: int, keys: Iterable[str]) -> int:
        """Return the line of a key of the item in a file in the program's layout; 0 where that does not tell."""
        rows, at = self._rows, begin
        for depth, key in enumerate(keys, 1):
            indent = depth * INDENT
            head = indent + f"{word(key)}:".encode()
            while at < len(rows) and not rows[at].startswith(head):
                if not rows[at].startswith(indent):
                    return 0
                at += 1
            at += 1
        return at if at <= len(rows) else 0

    def _item_at(self, begin: int, id: str) -> LinedMapping | None:
        """Read the item that begins in that line alone; None where it is not laid out in plain lines."""
        if begin not in self._items_at:
            self._items_at[begin] = self._read_item(begin, id)
        return self._items_at[begin]

    def _read_item(self, begin: int, id: str) -> LinedMapping | None:
        rows = self._rows
        if begin > len(rows) or not rows[begin - 1].startswith(DASH):
            return None
        others = takewhile(lambda row: row.startswith(INDENT), islice(rows, begin, None))
        root = load_plain(HEAD + b"\n".join([rows[begin - 1], *others]))
        items = root.get("items") if root else None
        item = items[0] if isinstance(items, list) else None
        return item if isinstance(item, LinedMapping) and item.get("id") == id else None

    @cached_property
    def _rows(self) -> list[bytes]:
        return self._read.data.split(b"\n")

    @cached_property
    def _items(self) -> dict[str, LinedMapping]:
        """The file's items by id, and its root at the empty id; empty if the file is too large for YAML reading."""
        try:
            root = root_of(self._read.data)
        except YamlError:
            return {}
        items = chain.from_iterable(root.mappings(kind.section) for kind in KINDS.values())
        return {"": root} | {item.text("id"): item for item in items}


def _line(item: LinedMapping, keys: tuple[str, ...]) -> int:
    if not keys:
        return item.line
    inner = item.get(keys[0])
    return _line(inner, keys[1:]) if keys[1:] and isinstance(inner, LinedMapping) else item.line_of(keys[0])
