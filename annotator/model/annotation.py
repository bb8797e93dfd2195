"""Annotations and relations: what a person says about an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from annotator.model.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

Value: TypeAlias = "bool | int | float | Decimal | str | list[Value] | dict[str, Value] | None"
"""What an attribute or an unknown key may hold; never changed in place."""

NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words a file quotes for an annotation, with what stood before and after them.

    Where the article has changed since, ``sha256`` is that of the text in which the annotation's span counts, and
    ``verdict`` what has become of the words: moved, changed, ambiguous or lost.
    """

    text: str
    before: str = ""
    after: str = ""
    verdict: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One labelled span.

    ``displaced`` is the file's excerpt where the article does not have those words at ``span``; None where it has.
    ``created`` and ``modified`` are UTC, ``2026-11-22T06:21:20Z``, or empty. ``extra`` holds unknown keys, kept.
    """

    id: str
    label: str
    span: Span
    attributes: Mapping[str, Value] = field(default_factory=lambda: NOTHING)
    note: str = ""
    origin: str = ""
    created: str = ""
    modified: str = ""
    displaced: Excerpt | None = None
    extra: Mapping[str, Value] = field(default_factory=lambda: NOTHING)

    @property
    def position(self) -> tuple[int, int, str]:
        """Its place in text order."""
        return self.span.start, self.span.end, self.id

    @property
    def is_elsewhere(self) -> bool:
        """Whether its span counts in another text than the article's as it is now."""
        return self.displaced is not None and bool(self.displaced.sha256)

    def words(self, text: str) -> str:
        """What it marks: the article's words, or those its file quotes where it has lost its place."""
        return self.displaced.text if self.displaced else self.span.of(text)


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed arrow from the annotation ``source`` to the annotation ``target``, both given by id."""

    id: str
    type: str
    source: str
    target: str
    extra: Mapping[str, Value] = field(default_factory=lambda: NOTHING)
