"""Findings as the window shows them, and the places that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from annotator.facts.finding import Finding, Place
from annotator.model.kinds.dismissals import Dismissal

Key: TypeAlias = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, of the article of that name or the open one; ``dismissal`` says why it does fit, if it was told."""

    finding: Finding
    article: str = ""
    dismissal: Dismissal | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """Rule, annotations and words by which it is known again when it is found anew."""
        return self.article, self.finding.rule, self.finding.of, self.finding.written

    def is_about(self, place: Place) -> bool:
        """Tell whether the finding is about that place."""
        return any(place_key(place) == place_key(other) for other in self.finding.places)


class Lit:
    """Findings that nobody has dismissed, by the places that they are about."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found: dict[Key, Found] = {}
        for one in found:
            if not one.dismissal:
                for place in one.finding.places:
                    self._found.setdefault(place_key(place), one)

    def at(self, *places: Place) -> Found | None:
        """Return the first finding that is about one of the places; None if there is none."""
        if not self._found:
            return None
        return next((self._found[key] for key in map(place_key, places) if key in self._found), None)


def found_in(findings: Iterable[Finding], dismissals: Iterable[Dismissal], article: str) -> tuple[Found, ...]:
    """Return the findings of an article, each with the dismissal that is of it."""
    known = [*dismissals]
    return tuple(
        Found(_in_article(one, article), article, next(filter(one.is_dismissed_by, known), None)) for one in findings
    )


def _in_article(finding: Finding, article: str) -> Finding:
    """Return the finding with the article of its places, which a rule on one document need not give."""
    if all(place.article == article for place in finding.places):
        return finding
    return replace(finding, places=tuple(Place(place.span, place.id, article) for place in finding.places))


def place_key(place: Place) -> Key:
    """Return what identifies the place: its annotation, or its span where it has none, with the article."""
    return place.article, place.id or place.span
