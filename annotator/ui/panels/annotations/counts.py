"""Number of annotations as text for the panel's header."""

from __future__ import annotations

from collections import Counter

from annotator.language.label_names import label_name
from annotator.model.scheme import Scheme
from annotator.translation.messages import _, listed, ngettext, number
from annotator.ui.widgets.words.counted import counted_label


def count_forms(labels: Counter[str], scheme: Scheme) -> tuple[str, ...]:
    """Return “89, of them 6 parts”, the number of annotations with that of those in the margin, and the shorter “89”.

    The number is that of the article's header and of its row in the list of articles.
    """
    beside = [label.id for label in scheme.labels if label.mark == "bar" and labels[label.id]]
    total = number(labels.total())
    if not beside:
        return (total,)
    *most, last = [counted_label(labels[label], label_name(scheme, label)) for label in beside]
    if not most:
        return _("{count}, of them {labels}").format(count=total, labels=last), total
    whole = _("{count}, of them {labels} and {last}").format(count=total, labels=listed(most), last=last)
    return whole, total


def hidden_words(count: int) -> str:
    """Return how many annotations a filter hides: “89 annotations hidden”."""
    return ngettext("{count} annotation hidden", "{count} annotations hidden", count).format(count=number(count))
