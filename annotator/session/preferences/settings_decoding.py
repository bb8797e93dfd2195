"""Settings out of the values of a file."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.session.preferences.settings import RULES, Settings


def decoded(values: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Parse the ``values`` of a file; return the settings and the names of wrong values. Unknown names are ignored."""
    good: dict[str, object] = {}
    wrong = []
    for name in RULES.keys() & values.keys():
        value = _frozen(values[name])
        if RULES[name](value):
            good[name] = value
        else:
            wrong.append(name)
    return Settings(**good), sorted(wrong)  # type: ignore[arg-type]  # each value has just passed its field's rule


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
