"""A kind of item: all that the program must know of it to read, write, merge, undo and check it.

Each kind is a frozen class and a ``Kind`` that describes it, in one module; ``table.KINDS`` is the table of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import chain, takewhile
from operator import attrgetter
from typing import Any, Generic, TypeAlias

from msgspec import Struct

from annotator.model.either import UNMERGEABLE, either, either_of_each
from annotator.model.items import Item, Kept, altered
from annotator.translation.messages import ngettext

Position: TypeAlias = "tuple[int, int, str] | tuple[str]"
"""Sort key of an item in its file; the id is its last part."""


class Form(Enum):
    """Form of a value in the file; an empty value is not written."""

    WORD = auto()
    """A name or an id, without quotation marks where it is a plain word."""
    TEXT = auto()
    """Text in quotation marks."""
    WORDS = auto()
    """Several names or ids, one a line: a tuple."""
    FLAG = auto()
    """``true``, or nothing."""
    VALUES = auto()
    """Attributes: a mapping of names to any values."""
    PLACE = auto()
    """Part of the place of an annotation, which is written with the words of the article."""


class Key(Struct, frozen=True):
    """A key of an item in the file, and the field of its class.

    ``refers_to`` has the kinds of item to one of which the value, an id, refers. An item cannot exist without the one
    to which a required key refers.
    """

    name: str
    field: str
    form: Form = Form.TEXT
    required: bool = False
    refers_to: tuple[type[Item], ...] = ()


class Counted(Struct, frozen=True):
    """Phrases for so many items of one kind that were added, removed or changed, each for one and for several."""

    added: tuple[str, str]
    removed: tuple[str, str]
    changed: tuple[str, str]

    def __call__(self, _noun: str, done: str, count: int) -> str:
        """Return the phrase for “added”, “removed” or “changed” in the language in use."""
        forms = {"added": self.added, "removed": self.removed}
        return ngettext(*forms.get(done, self.changed), count)


@dataclass(frozen=True, eq=False)  # without slots, for the cached properties
class Kind(Generic[Kept]):
    """A row of the table of kinds.

    ``item`` is the class, whose first field is ``id`` and whose last is ``extra``, the unknown keys; ``section`` is the
    key of its list in the file; ``keys`` are those of an item, in the order of the file and of the fields. ``phrase``
    returns, for a word, “added”, “removed” or “changed” and a number, what is said of so many: “3 relations added”.
    """

    item: type[Kept]
    section: str
    noun: str
    keys: tuple[Key, ...]
    phrase: Callable[[str, str, int], str]
    position: Callable[[Kept], Position] = lambda item: (item.id,)
    """Order in the file."""
    named: Callable[[Kept], str] | None = None
    """Word by which items are counted; by default the noun."""
    altered: Callable[[Kept, Kept], list[str]] | None = None
    """Words for the parts in which two versions differ; by default the noun."""
    merged: Callable[[Kept, Kept, Kept], Kept | None] | None = None
    """Merge of two versions of an item with the one that both come from, None if they clash; by default key by key."""
    together: tuple[str, ...] = ()
    """Fields that are merged as one value."""
    referring: Callable[[Iterable[Kept], set[str]], Iterator[Kept]] | None = None
    """A faster way to find the items, of many, that refer to one of the ids."""

    def made_of(self, values: Iterable[Any]) -> Kept:
        """Return the item with these values of its keys, followed by its unknown keys."""
        maker: Callable[..., Kept] = self.item
        return maker(*values)

    def name_of(self, item: Kept) -> str:
        return self.named(item) if self.named else self.noun

    def altered_parts(self, old: Kept, new: Kept) -> list[str]:
        return self.altered(old, new) if self.altered else [self.noun]

    def both(self, was: Kept, here: Kept, there: Kept) -> Kept | None:
        """Return the item with the alterations of both sides; None if they clash."""
        if self.merged:
            return self.merged(was, here, there)
        apart = {key.field: key.form for key in self.keys[1:] if key.field not in self.together}
        found = {
            field: (either_of_each if form is Form.VALUES else either)(
                *(getattr(item, field) for item in (was, here, there))
            )
            for field, form in (*apart.items(), ("extra", Form.VALUES))
        }
        found |= self._merged_together(was, here, there)
        return None if UNMERGEABLE in found.values() else altered(here, **found)

    def _merged_together(self, *versions: Kept) -> dict[str, Any]:
        values = [tuple(getattr(item, field) for field in self.together) for item in versions]
        merged = either(*values)
        return {"": UNMERGEABLE} if merged is UNMERGEABLE else dict(zip(self.together, merged, strict=True))

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of the keys; an item's other keys are its ``extra``."""
        return frozenset(key.name for key in self.keys)

    @cached_property
    def leading_words(self) -> tuple[Key, ...]:
        """Keys at the beginning that every item has, each with a single word as its value: at least the id."""
        return tuple(takewhile(lambda key: key.required and key.form is Form.WORD, self.keys))

    @cached_property
    def refers_to(self) -> frozenset[type[Item]]:
        """Kinds to which an item may refer."""
        return frozenset(chain.from_iterable(key.refers_to for key in self.keys))

    def references(self, item: Kept) -> set[str]:
        """Return the ids to which the item refers."""
        return {id for _key, ids in self.references_by_key(item) for id in ids}

    def references_by_key(self, item: Kept) -> Iterator[tuple[Key, tuple[str, ...]]]:
        """Yield the keys with which the item refers to others, each with the ids."""
        for key, get in self._getters:
            if value := get(item):
                yield key, value if key.form is Form.WORDS else (value,)

    def all_referring(self, items: Collection[Kept], ids: set[str]) -> list[Kept]:
        """Return the items, of these, that refer to one of the ids."""
        if self.referring:
            return list(self.referring(items, ids))
        return [item for item in items if not ids.isdisjoint(self.references(item))]

    def without(self, item: Kept, gone: Collection[str]) -> Kept | None:
        """Return the item without its references to ``gone``; None if it cannot exist without one of them."""
        if self.needs_all:
            return None
        left: dict[str, Any] = {}
        for key, ids in self.references_by_key(item):
            kept = tuple(id for id in ids if id not in gone)
            if key.required and not kept:
                return None
            if kept != ids:
                left[key.field] = kept if key.form is Form.WORDS else ""
        return altered(item, **left)

    @cached_property
    def needs_all(self) -> bool:
        """True if an item cannot exist without every item to which it refers."""
        return all(key.required and key.form is Form.WORD for key in self.keys if key.refers_to)

    @cached_property
    def _getters(self) -> list[tuple[Key, Callable[[Kept], Any]]]:
        return [(key, attrgetter(key.field)) for key in self.keys if key.refers_to]
