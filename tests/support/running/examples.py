"""How many examples a property tries, beside those of the profiles in ``tests/conftest.py``."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

FEWEST = 3


def examples(share: float, **others: Any) -> settings:
    """Return settings for ``share`` times as many examples as the profile in use has, three at least.

    A property whose example takes more than 50 ms tries a part of them, one that takes next to nothing some times as
    many, whichever profile is in use. ``others`` are further settings of Hypothesis.
    """
    return settings(max_examples=max(FEWEST, round(settings().max_examples * share)), **others)
