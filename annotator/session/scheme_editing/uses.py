"""Counts of what the folder's documents use of a scheme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.corpus.entries import entries_below
from annotator.corpus.tree import count_sidecars
from annotator.model.annotation import Value
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.scheme_changes.parts import ARTICLE, LABEL, RELATION, STATE, Part
from annotator.session.background.long_work import Passing
from annotator.translation.messages import _


@dataclass(slots=True)
class Uses:
    """Number of items by place; the articles and the annotators of each label and relation, by place."""

    counts: Counter[Part] = field(default_factory=Counter)
    articles: dict[Part, set[str]] = field(default_factory=dict)
    annotators: dict[Part, set[str]] = field(default_factory=dict)

    def add(self, path: str, document: Document) -> None:
        """Count what the document uses; ``path`` is that of its article."""
        for annotation in document.annotations.values():
            self._add_item(Part(LABEL, annotation.label), annotation.attributes, path, document.annotator)
            if annotation.state:
                self.counts[Part(STATE, annotation.state)] += 1
        for relation in document.relations.values():
            self._add_item(Part(RELATION, relation.type), relation.attributes, path, document.annotator)
        self._add_values(Part(ARTICLE), document.article_attributes)

    def _add_item(self, place: Part, attributes: Mapping[str, Value], path: str, annotator: str) -> None:
        self.counts[place] += 1
        self.articles.setdefault(place, set()).add(path)
        self.annotators.setdefault(place, set()).add(annotator)
        self._add_values(place, attributes)

    def _add_values(self, owner: Part, attributes: Mapping[str, Value]) -> None:
        for name, value in attributes.items():
            rule = owner.child(name)
            self.counts[rule] += 1
            self.counts.update(rule.child(text) for text in _texts(value) if text)


def uses_below(folder: Path, passing: Passing) -> Uses:
    """Count the uses in all documents below the folder. Raises CancelledError."""
    passing.begin(_("Counting"), count_sidecars([folder]))
    uses = Uses()
    for entry in passing.through(entries_below([folder])):
        if isinstance(entry, Entry):
            uses.add(entry.path, entry.document)
    return uses


def _texts(value: Value) -> Iterable[str]:
    values = value if isinstance(value, list) else [value]
    return (item for item in values if isinstance(item, str))
