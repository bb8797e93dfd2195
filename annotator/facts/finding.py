"""A finding: what a rule has found not to fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec import Struct

from annotator.model.kinds.dismissals import Dismissal
from annotator.model.span import Span


class Place(Struct, frozen=True):
    """A place in an article, in code points; ``id`` is that of its annotation, empty where it is none.

    ``article`` is the path of the article in its folder, empty for the article that is open.
    """

    span: Span
    id: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Places that do not fit together, by one rule.

    ``rule`` is the id of the rule, a plain word; ``title`` its name and ``sentence`` the arithmetic or the comparison
    in words, both translated. ``hint`` says what often is the reason, where the rule knows one. ``written`` are the
    differing words where the places are no annotations.
    """

    rule: str
    title: str
    sentence: str
    places: tuple[Place, ...]
    written: tuple[str, ...] = ()
    hint: str = ""

    @property
    def of(self) -> tuple[str, ...]:
        """Ids of the annotations, sorted: by them and the rule a dismissal is recognised."""
        return tuple(sorted({place.id for place in self.places if place.id}))

    def is_dismissed_by(self, dismissal: Dismissal) -> bool:
        """Tell whether the dismissal is of this finding."""
        same = set(dismissal.of) == set(self.of) and set(dismissal.written) == set(self.written)
        return dismissal.kind == self.rule and same


def without_dismissed(findings: Iterable[Finding], dismissals: Iterable[Dismissal]) -> list[Finding]:
    """Return the findings that none of the dismissals is of."""
    known = [*dismissals]
    return [one for one in findings if not any(map(one.is_dismissed_by, known))]
