"""Difference between two documents of the same article, as a change and as a phrase for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from annotator.model.alike import alike
from annotator.model.change import Change, Part
from annotator.model.document import Document, Read
from annotator.model.items import Item, Kept
from annotator.model.kinds.table import KINDS, kind_of
from annotator.translation.messages import _, listed, number, pgettext

Key: TypeAlias = tuple[type[Item], str]
ORDER = ("added", "removed", "changed")


def difference(before: Document, after: Document) -> Change:
    """Return the change that turns ``before`` into ``after``."""
    pairs: list[tuple[Part | None, Part | None]] = [
        *chain.from_iterable(_pairs(before.of(kind), after.of(kind)) for kind in KINDS),
        *_single(before.status, after.status),
        *_single(Read(before.read), Read(after.read)),
        *_single(before.head, after.head),
    ]
    removed = tuple(old for old, _new in pairs if old is not None)
    return Change(removed, tuple(new for _old, new in pairs if new is not None))


def in_words(change: Change) -> str:
    """Return counts of the changed items: “3 claims added, 1 note changed”; “Nothing” for an empty change."""
    old = {(type(item), item.id): item for item in change.removed if isinstance(item, Item)}
    new = {(type(item), item.id): item for item in change.added if isinstance(item, Item)}
    counted: Counter[tuple[type[Part], str, str]] = Counter()
    for done, items in (("added", _missing(new, old)), ("removed", _missing(old, new))):
        counted.update((type(item), done, kind_of(type(item)).name_of(item)) for item in items)
    for key in old.keys() & new.keys():
        kind = KINDS[key[0]]
        counted.update((key[0], "changed", what) for what in kind.altered_parts(old[key], new[key]))
    counted.update((type(part), "changed", "") for part in change.added if not isinstance(part, Item))
    parts = sorted(counted.items(), key=_rank)
    return listed(_phrase(*said, count) for said, count in parts) or pgettext("changes", "Nothing")


def altered_parts(old: Item, new: Item) -> list[str]:
    """Return which parts of the item differ: label, place, note, attribute, detail; its kind for other kinds."""
    return kind_of(type(new)).altered_parts(old, new)


def _missing(items: Mapping[Key, Item], others: Mapping[Key, Item]) -> Iterator[Item]:
    return (item for key, item in items.items() if key not in others)


def _rank(part: tuple[tuple[type[Part], str, str], int]) -> tuple[int, int, str]:
    (kind, done, what), count = part
    return ORDER.index(done), -count, what or kind.__name__.lower()


def _pairs(before: Mapping[str, Kept], after: Mapping[str, Kept]) -> list[tuple[Kept | None, Kept | None]]:
    gone: list[tuple[Kept | None, Kept | None]] = [(item, None) for id, item in before.items() if id not in after]
    return gone + [(old, item) for id, item in after.items() if not alike(old := before.get(id), item)]


def _single(before: Part, after: Part) -> list[tuple[Part, Part]]:
    return [] if alike(before, after) else [(before, after)]


def _phrase(kind: type[Part], done: str, what: str, count: int) -> str:
    if issubclass(kind, Item):
        said = kind_of(kind).phrase(what, done, count)
        return said.format(count=number(count), label=what, labels=_plural(what))
    match kind.__name__:
        case "Read":
            return _("reading progress changed")
        case "Head":
            return _("facts of the file changed")
        case _:
            return _("status changed")


def _plural(word: str) -> str:
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
