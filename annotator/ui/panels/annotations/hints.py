"""Keys of labels, and the hint how to mark with them in an article without annotations."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.scheme import Scheme
from annotator.ui.widgets.lists.empty_state import Piece, words


def how_to_mark(scheme: Scheme) -> list[Piece]:
    """Return the hint with the keys of the first three labels."""
    labels = scheme.labels[:3]
    caps = [Piece((label.key or str(number)).upper(), is_key=True) for number, label in enumerate(labels, start=1)]
    last = [Piece("or"), caps.pop()] if len(caps) > 1 else []
    return [*words("Select some text, then"), *caps, *last]


def labels_by_key(scheme: Scheme) -> Mapping[str, str]:
    """Return the labels' ids by their keys, and the first nine also by their numbers where those are free."""
    by_key = {str(number): label.id for number, label in enumerate(scheme.labels[:9], start=1)}
    return by_key | {label.key.casefold(): label.id for label in scheme.labels if label.key}
