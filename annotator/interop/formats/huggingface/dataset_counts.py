"""Counts of an exported dataset, updated while it is written."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from annotator.model.entry import Entry
from annotator.model.scheme import Scheme

LANGUAGE = re.compile(r"[a-z]{2,3}")
MOST_LICENCES = 50


@dataclass(slots=True)
class Counts:
    """``documents``, ``annotations`` and ``relations`` are by split, ``labels`` and ``types`` by name and split.

    ``licences`` and ``languages`` are those that the articles' attributes name.
    """

    documents: Counter[str] = field(default_factory=Counter)
    annotations: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    annotators: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    licences: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    schemes: list[Scheme] = field(default_factory=list)

    def add(self, entry: Entry, split: str) -> None:
        """Count the document in the split of that name."""
        document = entry.document
        self.documents[split] += 1
        self.annotations[split] += len(document.annotations)
        self.relations[split] += len(document.relations)
        self.labels.update((item.label, split) for item in document.annotations.values())
        self.types.update((item.type, split) for item in document.relations.values())
        self.annotators[document.annotator] += 1
        self.statuses[document.status.value] += 1
        self._add_article(entry)
        if not any(scheme is entry.scheme or scheme == entry.scheme for scheme in self.schemes):
            self.schemes.append(entry.scheme)

    def _add_article(self, entry: Entry) -> None:
        licence, language = (entry.document.article_extra.get(key) for key in ("licence", "language"))
        if isinstance(licence, str) and (licence in self.licences or len(self.licences) < MOST_LICENCES):
            self.licences[licence] += 1
        if isinstance(language, str) and LANGUAGE.fullmatch(language):
            self.languages.add(language)
