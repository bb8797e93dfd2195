"""Keys of labels, and the hint how to mark with them in an article without annotations."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.scheme import Scheme
from annotator.translation.messages import _
from annotator.ui.widgets.lists.empty_state import Piece, words_with_keys


def how_to_mark(scheme: Scheme) -> list[Piece]:
    """Return the hint with the keys of the first three labels."""
    keys = [(label.key or str(number)).upper() for number, label in enumerate(scheme.labels[:3], start=1)]
    if len(keys) < 2:
        return words_with_keys(_("Select some text, then {keys}"), keys=keys)
    return words_with_keys(_("Select some text, then {keys} or {last}"), keys=keys[:-1], last=keys[-1:])


def labels_by_key(scheme: Scheme) -> Mapping[str, str]:
    """Return the labels' ids by their keys, and the first nine also by their numbers where those are free."""
    by_key = {str(number): label.id for number, label in enumerate(scheme.labels[:9], start=1)}
    return by_key | {label.key.casefold(): label.id for label in scheme.labels if label.key}
