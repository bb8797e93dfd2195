"""Differences of annotators over a folder, gathered by label with examples, and what was decided over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.language.annotator_names import GOLD
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.decisions import Decision
from annotator.model.scheme import Guideline, Scheme
from annotator.model.span import Span
from annotator.review.comparing import MOST, VALUES, Cluster, TextsDifferError, compared
from annotator.review.corrections import followed_of, rightly_nothing
from annotator.review.own_work import is_own_work

MOST_EXAMPLES = 8
"""Examples of each label."""

AROUND = 60
"""Code points of context on either side of an example."""


@dataclass(frozen=True, slots=True)
class Version:
    """One annotator's version in an example; the ``label`` is empty where they have none there.

    ``values`` are its attributes, where these differ.
    """

    annotator: str
    label: str = ""
    words: str = ""
    values: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A place in an article where annotators differ, with the words before, within and after it."""

    article: str
    kind: str
    before: str
    words: str
    after: str
    versions: tuple[Version, ...]


@dataclass(slots=True)
class LabelDifferences:
    """Places with a label: how many there are, how many differ, by kind, and examples."""

    label: str
    guideline: Guideline = field(default_factory=Guideline)
    places: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)

    @property
    def differing(self) -> int:
        return sum(self.kinds.values())

    @property
    def share(self) -> float:
        """Share of the places that differ, from 0 to 1."""
        return self.differing / self.places if self.places else 0.0


class Disagreements:
    """Differences in the articles that were added; those by one annotator, and of another text, are left out."""

    def __init__(self) -> None:
        self.articles = self.left_out = 0
        self.annotators: dict[str, None] = {}
        self.kinds: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.followed: dict[str, tuple[int, int, int]] = {}
        self._labels: dict[str, LabelDifferences] = {}
        self.shares: dict[str, float] = {}
        """Share of the places that differ, from 0 to 1, by the path of the article, where there are any."""

    @property
    def labels(self) -> list[LabelDifferences]:
        """Labels, the one whose places differ most often first: by share, then by number."""
        return sorted(self._labels.values(), key=lambda one: (-one.share, -one.differing, one.label))

    def add(self, path: str, scheme: Scheme, documents: Mapping[str, Document]) -> None:
        """Add an article with its documents by annotator; those of reviewers are not compared."""
        made = [(name, one) for name, one in documents.items() if name != GOLD and is_own_work(one)]
        some = dict(made[:MOST])
        self._add_decisions(documents, some)
        if len(some) < 2:
            return
        try:
            clusters = compared(some)
        except TextsDifferError:
            self.left_out += 1
            return
        self.articles += 1
        self.annotators |= dict.fromkeys(some)
        if clusters:
            self.shares[path] = sum(bool(cluster.kinds) for cluster in clusters) / len(clusters)
        for cluster in clusters:
            self._add_cluster(path, scheme, some, cluster)

    def _add_cluster(self, path: str, scheme: Scheme, documents: Mapping[str, Document], cluster: Cluster) -> None:
        self.kinds[cluster.kind] += bool(cluster.kind)
        for label in dict.fromkeys(version.label for version in cluster.versions.values()):
            found = self._labels.setdefault(label, LabelDifferences(label, _guideline(scheme, label)))
            found.places += 1
            if cluster.kind:
                found.kinds[cluster.kind] += 1
                if len(found.examples) < MOST_EXAMPLES:
                    found.examples.append(_example(path, documents, cluster))

    def _add_decisions(self, documents: Mapping[str, Document], annotators: Mapping[str, Document]) -> None:
        judges = [*documents.values()]
        for judge in judges:
            self.reasons.update(decision.why for decision in judge.of(Decision).values() if decision.why)
        for name in annotators:
            followed, decided = followed_of(judges, name)
            before = self.followed.get(name, (0, 0, 0))
            nothing = rightly_nothing(judges, name)
            self.followed[name] = (before[0] + followed, before[1] + decided, before[2] + nothing)


def _guideline(scheme: Scheme, label: str) -> Guideline:
    return next((one.guideline for one in scheme.labels if one.id == label), Guideline())


def _example(path: str, documents: Mapping[str, Document], cluster: Cluster) -> Example:
    text, span = next(iter(documents.values())).article.text, cluster.span
    before, after = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
    return Example(path, cluster.kind, before, text[span.start : span.end], after, tuple(_versions(documents, cluster)))


def _versions(documents: Mapping[str, Document], cluster: Cluster) -> Iterator[Version]:
    for name, document in documents.items():
        version = cluster.versions.get(name)
        place: Span | None = cluster.spans.get(name)
        if version is None or place is None:
            yield Version(name)
        else:
            values = _values(version) if VALUES in cluster.kinds else ""
            yield Version(name, version.label, document.article.text[place.start : place.end], values)


def _values(annotation: Annotation) -> str:
    found = ((name, value if isinstance(value, list) else [value]) for name, value in annotation.attributes.items())
    return "; ".join(f"{name}: {', '.join(map(str, some))}" for name, some in sorted(found))
