"""Difference between two documents of the same article, as a change and as a phrase for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change, Item
from annotator.model.document import Document, Head, Read
from annotator.model.items import Kept
from annotator.translation.messages import _, listed, ngettext, number, pgettext

PARTS = (("label", "label"), ("span", "place"), ("displaced", "place"), ("note", "note"))


def difference(before: Document, after: Document) -> Change:
    """Return the change that turns ``before`` into ``after``."""
    pairs = [
        *_pairs(before.annotations, after.annotations),
        *_pairs(before.relations, after.relations),
        *_single(before.status, after.status),
        *_single(Read(before.read), Read(after.read)),
        *_single(before.head, after.head),
    ]
    removed = tuple(old for old, _new in pairs if old is not None)
    return Change(removed, tuple(new for _old, new in pairs if new is not None))


def alike(one: object, other: object) -> bool:
    """Return True if both are equal and written alike: 1, 1.0 and True are equal in Python, but differ in a file."""
    return one is other or (one == other and repr(_values(one)) == repr(_values(other)))


def in_words(change: Change) -> str:
    """Return counts of the changed items: “3 claims added, 1 note changed”; “Nothing” for an empty change."""
    old = {(type(item), item.id): item for item in change.removed if isinstance(item, Annotation | Relation)}
    new = {(type(item), item.id): item for item in change.added if isinstance(item, Annotation | Relation)}
    counted: Counter[tuple[str, str]] = Counter()
    counted.update((_kind(item), "added") for key, item in new.items() if key not in old)
    counted.update((_kind(item), "removed") for key, item in old.items() if key not in new)
    counted.update((what, "changed") for key in old.keys() & new.keys() for what in altered_parts(old[key], new[key]))
    counted.update((type(item).__name__.lower(), "changed") for item in change.added if _is_single(item))
    order = ("added", "removed", "changed")
    parts = sorted(counted.items(), key=lambda part: (order.index(part[0][1]), -part[1], part[0][0]))
    return listed(_phrase(what, done, count) for (what, done), count in parts) or pgettext("changes", "Nothing")


def _pairs(before: Mapping[str, Kept], after: Mapping[str, Kept]) -> list[tuple[Kept | None, Kept | None]]:
    gone: list[tuple[Kept | None, Kept | None]] = [(item, None) for id, item in before.items() if id not in after]
    return gone + [(old, item) for id, item in after.items() if not alike(old := before.get(id), item)]


def _single(before: Item, after: Item) -> list[tuple[Item, Item]]:
    return [] if alike(before, after) else [(before, after)]


def _is_single(item: Item) -> bool:
    return not isinstance(item, Annotation | Relation)


def _kind(item: Annotation | Relation) -> str:
    return item.label if isinstance(item, Annotation) else "relation"


def altered_parts(old: Annotation | Relation, new: Annotation | Relation) -> list[str]:
    """Return which parts of the item differ: label, place, note, attribute, detail; relation for a relation."""
    if isinstance(old, Relation) or isinstance(new, Relation):
        return ["relation"]
    named = dict.fromkeys(what for name, what in PARTS if getattr(old, name) != getattr(new, name))
    if not alike(old.attributes, new.attributes):
        named["attribute"] = None
    return list(named) or ["detail"]


def _phrase(what: str, done: str, count: int) -> str:
    match what, done:
        case ("relation", "added"):
            said = ngettext("{count} relation added", "{count} relations added", count)
        case ("relation", "removed"):
            said = ngettext("{count} relation removed", "{count} relations removed", count)
        case (_label, "added"):
            # Translators: {label} is a name from the scheme, {labels} its English plural; use either of them
            said = ngettext("{count} {label} added", "{count} {labels} added", count)
        case (_label, "removed"):
            # Translators: {label} is a name from the scheme, {labels} its English plural; use either of them
            said = ngettext("{count} {label} removed", "{count} {labels} removed", count)
        case _:
            said = _changed(what, count)
    return said.format(count=number(count), label=what, labels=_plural(what))


def _changed(what: str, count: int) -> str:
    match what:
        case "read":
            return _("reading progress changed")
        case "head":
            return _("facts of the file changed")
        case "status":
            return _("status changed")
        case "relation":
            return ngettext("{count} relation changed", "{count} relations changed", count)
        case "label":
            return ngettext("{count} label changed", "{count} labels changed", count)
        case "place":
            return ngettext("{count} place changed", "{count} places changed", count)
        case "note":
            return ngettext("{count} note changed", "{count} notes changed", count)
        case "attribute":
            return ngettext("{count} attribute changed", "{count} attributes changed", count)
        case _:
            return ngettext("{count} detail changed", "{count} details changed", count)


def _plural(word: str) -> str:
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _values(item: object) -> object:
    """Return the values that an item has from a file, each with its type; the order of keys is ignored."""
    match item:
        case Annotation():
            return _typed(item.attributes), _typed(item.extra)
        case Relation():
            return _typed(item.extra)
        case Head():
            return _typed(item.article_extra), _typed(item.extra)
        case _:
            return _typed(item)


def _typed(value: object) -> object:
    match value:
        case Mapping():
            return sorted((key, _typed(inner)) for key, inner in value.items())
        case list() | tuple():
            return [_typed(inner) for inner in value]
        case _:
            return type(value).__name__, value
