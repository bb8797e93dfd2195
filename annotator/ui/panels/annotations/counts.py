"""How many annotations there are, in words."""

from __future__ import annotations

from collections import Counter

from annotator.model.scheme import Scheme
from annotator.ui.panels.annotations.row_text import label_name


def count_words(labels: Counter[str], scheme: Scheme) -> str:
    """“83 · 6 parts”: what only stands in the margin is counted for itself."""
    beside = [label for label in scheme.labels if label.mark == "bar" and labels[label.id]]
    within = labels.total() - sum(labels[label.id] for label in beside)
    apart = [_many(labels[label.id], label_name(scheme, label.id)) for label in beside]
    return " · ".join([f"{within:,}", *apart])


def hidden_words(shown: int, labels: Counter[str]) -> str:
    """“12 of 83”, where a filter hides the rest."""
    return f"{shown:,} of {labels.total():,}"


def _many(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
