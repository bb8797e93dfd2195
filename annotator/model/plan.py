"""Plan of a folder: who annotates which article, in which round, and whether without seeing the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from annotator.model.annotation import NOTHING, Value
from annotator.model.items import altered

MOST_SHARE = 100
"""Greatest share, in per cent, of the articles that two people annotate."""


class Round(Struct, frozen=True):
    """Articles that were assigned together, by their paths in the folder with “/”, each with its annotators.

    ``double`` is the share in per cent that two annotators were asked for, ``seed`` what the lot was drawn with.
    """

    number: int
    articles: Mapping[str, tuple[str, ...]]
    double: int = 0
    seed: int = 0
    extra: Mapping[str, Value] = NOTHING


class Plan(Struct, frozen=True):
    """Plan of a folder. With ``blind`` an annotator does not see the others' documents; ``reviewers`` see all."""

    annotators: tuple[str, ...]
    rounds: tuple[Round, ...] = ()
    blind: bool = True
    reviewers: tuple[str, ...] = ()
    extra: Mapping[str, Value] = NOTHING

    def renamed(self, old: str, new: str) -> Plan:
        """Return the plan with another path for an article; who is to annotate either of the two annotates it."""
        return altered(self, rounds=tuple(_renamed(one, old, new) for one in self.rounds))

    def is_for(self, annotator: str) -> bool:
        """Return whether the person is an annotator of the plan."""
        return annotator in self.annotators

    def knows(self, person: str) -> bool:
        """Return whether the person is an annotator or a reviewer of the plan."""
        return self.is_for(person) or person in self.reviewers

    def hides_others_from(self, annotator: str) -> bool:
        """Return whether the person is not to see what others annotate."""
        return self.blind and self.is_for(annotator) and annotator not in self.reviewers

    def assigned(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each article with its annotators, round by round."""
        for one in self.rounds:
            yield from one.articles.items()

    def articles_of(self, annotator: str) -> list[str]:
        """Return the articles that were assigned to the annotator, each once."""
        return [*dict.fromkeys(article for article, annotators in self.assigned() if annotator in annotators)]

    def annotators_of(self) -> dict[str, tuple[str, ...]]:
        """Return the annotators of each article, in all rounds together."""
        found: dict[str, tuple[str, ...]] = {}
        for article, annotators in self.assigned():
            found[article] = tuple(dict.fromkeys((*found.get(article, ()), *annotators)))
        return found


def _renamed(one: Round, old: str, new: str) -> Round:
    if old not in one.articles:
        return one
    articles: dict[str, tuple[str, ...]] = {}
    for path, names in one.articles.items():
        here = new if path == old else path
        articles[here] = tuple(dict.fromkeys((*articles.get(here, ()), *names)))
    return altered(one, articles=articles)
