"""Decisions over the differences so far: how often each annotator was followed, and what was decided otherwise."""

from __future__ import annotations

from collections import Counter

from annotator.language.plain_line import plain_line
from annotator.model.kinds.decisions import NONE, OWN
from annotator.session.review.compare_mode import CompareMode
from annotator.translation.messages import _


def decided_so_far(mode: CompareMode) -> list[tuple[str, int]]:
    """Return words and count for each annotator, in their order, for own versions, and for differences without any.

    Those over which nothing is decided, or what was decided no longer stands, are not counted.
    """
    decisions = (mode.decision(one) for one in mode.differences if not mode.is_open(one))
    counts = Counter(one.took if one.took in (NONE, OWN) else f"={one.followed}" for one in decisions if one)
    followed = [
        (_("{name} followed").format(name=plain_line(mode.name(name))), counts[f"={name}"]) for name in mode.annotators
    ]
    return [*followed, (_("An own version"), counts[OWN]), (_("None is right"), counts[NONE])]
