"""Annotations and relations: the labelled spans of an article and the typed arrows between them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias, final

from msgspec import Struct

from annotator.model.items import Item
from annotator.model.span import Span

Value: TypeAlias = bool | int | float | Decimal | str | list["Value"] | dict[str, "Value"] | None
"""Value of an attribute or of an unknown key; never changed in place."""

NOTHING: Mapping[str, Value] = MappingProxyType({})

CHECK_STATES = ("to-check", "asked", "confirmed", "change", "query", "opinion", "cannot-verify")
"""States of the check of a fact, in the order in which they are shown."""


class Excerpt(Struct, frozen=True, gc=False):
    """Text that a file quotes for an annotation, with the text before and after it.

    If the article has changed since, ``sha256`` identifies the text to which the annotation's span refers, and
    ``verdict`` tells the result of searching for the quote: moved, changed, ambiguous or lost.
    """

    text: str
    before: str = ""
    after: str = ""
    verdict: str = ""
    sha256: str = ""


@final
class Annotation(Item, frozen=True):
    """A labelled span of an article.

    ``displaced`` is the excerpt of the file if the article has other text at ``span``, and None if both agree.
    ``created`` and ``modified`` are UTC, ``2026-11-22T06:21:20Z``, or empty. ``extra`` preserves unknown keys.
    ``state`` is one of ``CHECK_STATES``, any other word that a file gives, or empty. ``by_rule`` names the attributes
    that a rule has filled and no person has confirmed yet. ``wording`` is the proposed wording: ``old`` and ``new``,
    the author's ``answer``, and ``why``.
    """

    label: str
    span: Span
    attributes: Mapping[str, Value] = NOTHING
    note: str = ""
    origin: str = ""
    created: str = ""
    modified: str = ""
    displaced: Excerpt | None = None
    state: str = ""
    by_rule: tuple[str, ...] = ()
    wording: Mapping[str, Value] = NOTHING
    extra: Mapping[str, Value] = NOTHING

    @property
    def position(self) -> tuple[int, int, str]:
        """Sort key of the text order: start, end, id."""
        return self.span.start, self.span.end, self.id

    @property
    def is_elsewhere(self) -> bool:
        """True if the span refers to an earlier text of the article and not to the present one."""
        return self.displaced is not None and bool(self.displaced.sha256)

    def words(self, text: str) -> str:
        """Return the annotated text: that of the article, or the file's quote if the annotation is displaced."""
        return self.displaced.text if self.displaced else self.span.of(text)


@final
class Relation(Item, frozen=True):
    """A typed arrow from the annotation with the id ``source`` to the one with the id ``target``."""

    type: str
    source: str
    target: str
    attributes: Mapping[str, Value] = NOTHING
    note: str = ""
    extra: Mapping[str, Value] = NOTHING
