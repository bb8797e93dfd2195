"""Counts of what a change of a scheme does to sidecars, with a few examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.storage.files.file_error import Problem
from annotator.storage.yaml.yaml_layout import as_written
from annotator.translation.messages import ngettext, number

Values = Mapping[str, Value]
EXAMPLES = 3
SIDECARS, ANNOTATIONS, RELATIONS = "sidecars", "annotations", "relations"
GONE_ANNOTATIONS, GONE_RELATIONS, ARTICLES = "annotations_removed", "relations_removed", "articles"
KEPT_ANNOTATIONS, KEPT_RELATIONS, KEPT_ARTICLES = "annotations_kept", "relations_kept", "articles_kept"
KEPT = {
    ANNOTATIONS: KEPT_ANNOTATIONS,
    GONE_ANNOTATIONS: KEPT_ANNOTATIONS,
    RELATIONS: KEPT_RELATIONS,
    GONE_RELATIONS: KEPT_RELATIONS,
    ARTICLES: KEPT_ARTICLES,
}
"""By what a removal changes, the name under which it is counted where the removal keeps it in the sidecars."""


@dataclass(frozen=True, slots=True)
class Example:
    """An annotation or a relation that changes or is kept: its words, and its label or values before and after."""

    path: Path
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """Effect of a change on a sidecar: counts by name, and an example if there is one."""

    annotator: str
    counts: Mapping[str, int]
    example: Example | None


@dataclass(slots=True)
class Tally:
    """Counts by name and by annotator; ``seen`` is the number of sidecars that were looked at.

    ``problems`` name the sidecars that stay as they are. ``is_open``: a change that is taken back could not be taken
    back in some of them, and has to be taken back again. ``following``: sidecars that may have comments or decisions on
    annotations in others. ``folders``: those in which sidecars were written.
    """

    seen: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    annotators: dict[str, Counter[str]] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_open: bool = False
    following: list[Path] = field(default_factory=list)
    folders: set[Path] = field(default_factory=set)

    def merge(self, other: Tally) -> None:
        """Add the counts of other sidecars."""
        self.seen += other.seen
        self.counts.update(other.counts)
        for name, counts in other.annotators.items():
            self.annotators.setdefault(name, Counter()).update(counts)
        self.examples += other.examples[: EXAMPLES - len(self.examples)]
        self.problems += other.problems
        self.is_open |= other.is_open
        self.following += other.following
        self.folders |= other.folders

    def add(self, effect: Effect) -> None:
        """Count the effect on a sidecar."""
        of_annotator = self.annotators.setdefault(effect.annotator, Counter())
        for name, count in effect.counts.items():
            self.counts[name] += count
            of_annotator[name] += count
        if len(self.examples) < EXAMPLES and effect.example:
            self.examples.append(effect.example)

    @property
    def sidecars(self) -> int:
        return self.counts[SIDECARS]

    @property
    def still_open(self) -> str:
        """Sentence on the files that could not be put back, for a change that ``is_open``."""
        sentence = ngettext(
            "{count} file could not be put back. {problem} Mend it, and take the change back again.",
            "{count} files could not be put back. {problem} Mend them, and take the change back again.",
            len(self.problems),
        )
        return sentence.format(count=number(len(self.problems)), problem=self.problems[0])

    @property
    def uses(self) -> int:
        """Number of annotations, relations and articles that the change alters, removes or keeps."""
        return sum(self.counts[name] for name in {*KEPT, *KEPT.values()})


def effect_of(path: Path, before: Document, after: Document) -> Effect:
    """Return the effect of a change on a document."""
    return Effect(before.annotator, _counts(before, after), _example(path, before, after))


def effect_of_keeping(path: Path, before: Document, after: Document) -> Effect:
    """Return what a removal keeps in a document, which would be another one without that."""
    effect = effect_of(path, before, after)
    counts = Counter[str]()
    for name, count in effect.counts.items():
        counts[KEPT.get(name, name)] += count
    example = effect.example and replace(effect.example, after=effect.example.before)
    return Effect(effect.annotator, counts, example)


def _counts(before: Document, after: Document) -> Counter[str]:
    counts = Counter({SIDECARS: 1})
    for kind, changed, gone in ((Annotation, ANNOTATIONS, GONE_ANNOTATIONS), (Relation, RELATIONS, GONE_RELATIONS)):
        old, new = before.of(kind), after.of(kind)
        counts[gone] += len(old.keys() - new.keys())
        counts[changed] += sum(1 for id, item in old.items() if id in new and new[id] is not item and new[id] != item)
    counts[ARTICLES] += before.article_extra != after.article_extra
    return +counts


def _example(path: Path, before: Document, after: Document) -> Example | None:
    for id, item in before.annotations.items():
        other = after.annotations.get(id)
        if other is not item and other != item:
            said = _said(item.label, other.label if other else "", item.attributes, other.attributes if other else {})
            return Example(path, item.displaced.text if item.displaced else "", *said)
    for id, relation in before.relations.items():
        changed = after.relations.get(id)
        if changed != relation:
            attributes = changed.attributes if changed else {}
            return Example(
                path, "", *_said(relation.type, changed.type if changed else "", relation.attributes, attributes)
            )
    return None


def _said(old: str, new: str, was: Values, is_now: Values) -> tuple[str, str]:
    """Return the label, with the values that differ, before and after."""
    shown = {key for key in {*was, *is_now} if was.get(key, "") != is_now.get(key, "")} if new else set[str]()
    return _line(old, was, shown), _line(new, is_now, shown)


def _line(label: str, values: Values, shown: set[str]) -> str:
    said = [f"{key}: {as_written(values[key])}" for key in sorted(shown) if key in values]
    return f"{label} ({', '.join(said)})" if said else label
