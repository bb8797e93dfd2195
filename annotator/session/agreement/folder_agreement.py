"""Agreement in a folder, read in several processes; without Qt, as the command uses it too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.corpus.chunks import Chunk
from annotator.corpus.entries import EntryReader, entries_below
from annotator.corpus.tree import Found, Tree, found_below
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span
from annotator.review.agreement.alternative_test import AlternativeTest, alternative_test
from annotator.review.agreement.article import MeasuredArticle, Wanted, measured
from annotator.review.agreement.bootstrap import RESAMPLES, SEED
from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.measures import LEAST
from annotator.review.agreement.pairs import NOMINAL
from annotator.storage.articles.article_reading import is_article
from annotator.storage.articles.folders import names_in
from annotator.storage.files.file_error import Problem
from annotator.storage.saving.own_sidecar import sidecars_of

Units: TypeAlias = Mapping[str, Mapping[str, Sequence[tuple[str, Span]]]]

MOST_ANNOTATORS = 5
"""Most annotators that are measured at once, as pairs grow with their square."""


@dataclass(frozen=True, slots=True)
class Order:
    """Order of the rows by the schemes: labels, types of relation, and attributes with their labels."""

    labels: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def with_scheme(self, scheme: Scheme) -> Order:
        """Return the order with what the scheme has in addition, at the end."""
        nominal = ((label.id, rule.id) for label in scheme.labels for rule in label.attributes if rule.type in NOMINAL)
        return Order(
            tuple(dict.fromkeys([*self.labels, *(label.id for label in scheme.labels)])),
            tuple(dict.fromkeys([*self.relations, *(rule.id for rule in scheme.relations)])),
            tuple(dict.fromkeys([*self.attributes, *nominal])),
        )


@dataclass(slots=True)
class Measured:
    """Articles that were measured, the order of rows of their schemes, and problems of files that were not read."""

    articles: list[MeasuredArticle] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    order: Order = Order()

    def add(self, other: Measured) -> None:
        """Add what was measured of other files."""
        self.articles += other.articles
        self.problems += other.problems
        if other.order != self.order:
            self.order = Order(
                tuple(dict.fromkeys([*self.order.labels, *other.order.labels])),
                tuple(dict.fromkeys([*self.order.relations, *other.order.relations])),
                tuple(dict.fromkeys([*self.order.attributes, *other.order.attributes])),
            )


class ChunkMeasuring:
    """Measuring of one chunk of articles after another."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._reader = EntryReader()
        self._folder, self._names = Path(), list[str]()
        self._schemes: set[str] = set()

    def __call__(self, chunk: Chunk) -> Measured:
        done = Measured()
        for found in chunk:
            self._measure(found, done)
        return done

    def _measure(self, found: Found, done: Measured) -> None:
        if found.file.parent != self._folder:
            self._folder, self._names = found.file.parent, sorted(names_in(found.file.parent))
        documents: dict[str, Document] = {}
        path, scheme = "", None
        for sidecar in sidecars_of(found.file, self._names_with(found.file.stem)):
            for entry in self._reader.of(Found(found.root, sidecar)):
                if isinstance(entry, Problem):
                    done.problems.append(entry)
                elif all(entry.document.article.sha256 == one.article.sha256 for one in documents.values()):
                    documents.setdefault(entry.document.annotator, entry.document)
                    path, scheme = entry.path, entry.scheme
        if scheme:
            done.order = done.order.with_scheme(scheme)
            done.articles.append(measured(path, documents, scheme, self._wanted))

    def _names_with(self, stem: str) -> list[str]:
        """Return the names in the folder that begin with the stem and a full stop."""
        return self._names[bisect_left(self._names, f"{stem}.") : bisect_left(self._names, f"{stem}/")]


def units_below(paths: Sequence[Path], wanted: Wanted) -> Units:
    """Return labels and spans of each annotator in the articles by two or more, by the path of the article."""
    units: dict[str, dict[str, list[tuple[str, Span]]]] = {}
    for entry in entries_below(paths):
        if isinstance(entry, Problem) or not wanted.takes(entry.document, entry.document.annotator):
            continue
        placed = [item for item in entry.annotations if not item.displaced]
        kept = [(item.label, item.span) for item in placed if not wanted.labels or item.label in wanted.labels]
        units.setdefault(entry.path, {})[entry.document.annotator] = kept
    return {path: of for path, of in units.items() if len(of) > 1}


def not_measured(problem: Problem) -> Measured:
    """Return that of a file which could not be read."""
    return Measured(problems=[problem])


def articles_below(paths: Sequence[Path]) -> Iterator[Found | Problem]:
    """Yield the articles below the paths, and the problems of folders that cannot be read."""
    for found in found_below(paths, Tree()):
        if isinstance(found, Problem) or is_article(found.file):
            yield found


def annotators_in(articles: Iterable[MeasuredArticle]) -> list[str]:
    """Return who has annotated an article that another one has annotated too."""
    return sorted({name for one in articles if len(one.annotators) > 1 for name in one.annotators})


def tested(found: Measured, model: str, epsilon: float) -> AlternativeTest:
    """Test the model against everybody else who has annotated an article that another one has annotated too."""
    humans = [name for name in annotators_in(found.articles) if name != model]
    return alternative_test(found.articles, model, humans, epsilon)


def agreement_of(
    found: Measured, wanted: Wanted, *, least: int = LEAST, resamples: int = RESAMPLES, seed: int = SEED
) -> Agreement:
    """Return the agreement of what was measured, with rows for what the schemes have and for what is used beyond."""
    used = {key[1:4] for one in found.articles for key in one.columns if key[0] == "in"}
    labels = [*found.order.labels, *sorted(name for kind, name, _ in used if kind == "label")]
    relations = [*found.order.relations, *sorted(name for kind, name, _ in used if kind == "relation")]
    kept = [label for label in dict.fromkeys(labels) if not wanted.labels or label in wanted.labels]
    return Agreement(
        found.articles,
        annotators_in(found.articles),
        kept,
        [] if wanted.labels else [*dict.fromkeys(relations)],
        [
            (label, name)
            for label, name in found.order.attributes
            if label in kept and ("attribute", name, label) in used
        ],
        resamples,
        seed,
        least,
    )
