"""Number of annotations as text for the panel's header."""

from __future__ import annotations

from collections import Counter

from annotator.model.scheme import Scheme
from annotator.ui.panels.annotations.row_text import label_name


def count_words(labels: Counter[str], scheme: Scheme) -> str:
    """Return the number of annotations, and of those with a margin bar among them: “89, of them 6 parts”.

    The number is that of the article's header and of its row in the list of articles.
    """
    beside = [label for label in scheme.labels if label.mark == "bar" and labels[label.id]]
    among = " and ".join(_many(labels[label.id], label_name(scheme, label.id)) for label in beside)
    return f"{labels.total():,}, of them {among}" if among else f"{labels.total():,}"


def hidden_words(shown: int, labels: Counter[str]) -> str:
    """Return “12 of 83”, the number shown by a filter and the total."""
    return f"{shown:,} of {labels.total():,}"


def _many(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
