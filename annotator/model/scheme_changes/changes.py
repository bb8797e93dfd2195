"""Kinds of change of a scheme, their titles, and their form in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from annotator.model.scheme_changes.parts import ATTRIBUTE, CHOICE, LABEL, Part
from annotator.model.told_error import ToldError
from annotator.translation.messages import _


class Rename(Struct, frozen=True):
    """Give a part another name."""

    part: Part
    name: str


class Merge(Struct, frozen=True):
    """Merge a part into another one of the same kind, whose name is ``into``."""

    part: Part
    into: str


class Split(Struct, frozen=True):
    """Give the annotations of a label new labels by the value of one of its attributes, which they lose.

    ``names`` are pairs of a choice and the new label.
    """

    part: Part
    names: tuple[tuple[str, str], ...]


class Remove(Struct, frozen=True):
    """Remove a part. ``keep`` tells whether documents keep what they have of it, then unknown to the scheme.

    While ``keep`` is None, not decided, nothing is removed if a document has something of the part.
    """

    part: Part
    keep: bool | None = None


SchemeChange: TypeAlias = Rename | Merge | Split | Remove


class RefusedChangeError(ToldError):
    """The scheme cannot be changed in this way; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def title_of(change: SchemeChange) -> str:
    """Return the title of the change, as of a step that can be undone."""
    part = change.part.words
    match change:
        case Rename():
            return _("Scheme change: rename {part} to “{name}”").format(part=part, name=change.name)
        case Merge():
            return _("Scheme change: merge {part} into “{name}”").format(part=part, name=change.into)
        case Split():
            return _("Scheme change: split by {part}").format(part=part)
        case Remove():
            return _("Scheme change: remove {part}").format(part=part)


def names_in(change: SchemeChange) -> tuple[str, ...]:
    """Return names that a document contains if the change concerns it."""
    part = change.part
    return tuple(name for name in (part.id, part.attribute, part.choice) if name)


def is_local(change: SchemeChange) -> bool:
    """Tell whether the change alters each item of a document by itself, whatever other items there are."""
    return isinstance(change, Rename | Split) or change.part.kind in (ATTRIBUTE, CHOICE)


def is_followed(change: SchemeChange) -> bool:
    """Tell whether comments and decisions of others must follow: a name changes, or two annotations become one."""
    return isinstance(change, Rename) or (isinstance(change, Merge) and change.part.kind == LABEL)


def as_values(change: SchemeChange) -> dict[str, object]:
    """Return the change as values that JSON can hold."""
    part = change.part
    about: dict[str, object] = {"part": [part.root, part.id, part.attribute, part.choice]}
    match change:
        case Rename():
            return {"do": "rename", **about, "name": change.name}
        case Merge():
            return {"do": "merge", **about, "into": change.into}
        case Split():
            return {"do": "split", **about, "names": [list(pair) for pair in change.names]}
        case Remove():
            return {"do": "remove", **about, "keep": change.keep}


def from_values(values: Mapping[str, object]) -> SchemeChange:
    """Return the change that ``as_values`` has described. Raises ValueError for any other values."""
    match values:
        case {"part": [str(root), str(id), str(attribute), str(choice)], "do": str(do)}:
            part = Part(root, id, attribute, choice)
        case _:
            raise ValueError("no change of a scheme")
    match do, values:
        case "rename", {"name": str(name)}:
            return Rename(part, name)
        case "merge", {"into": str(into)}:
            return Merge(part, into)
        case "split", {"names": [*pairs]}:
            return Split(part, tuple(map(_pair, pairs)))
        case "remove", {"keep": bool() | None as keep}:
            return Remove(part, keep)
    raise ValueError("no change of a scheme")


def _pair(values: object) -> tuple[str, str]:
    match values:
        case [str(choice), str(name)]:
            return choice, name
    raise ValueError("no change of a scheme")
