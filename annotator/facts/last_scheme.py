"""Work on a scheme that is done once for many documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from annotator.model.scheme import Scheme

Result = TypeVar("Result")


def once_for_scheme(work: Callable[[Scheme], Result]) -> Callable[[Scheme], Result]:
    """Return ``work``, which is not done again for the scheme that it was done for last; a scheme never changes.

    The documents of a folder share one scheme. It is told by identity, as comparing takes as long as most work.
    """
    last: tuple[Scheme, Result] | None = None

    @wraps(work)
    def once(scheme: Scheme) -> Result:
        nonlocal last
        known = last  # looked at once, as other threads may come with other schemes
        if known is None or known[0] is not scheme:
            last = known = scheme, work(scheme)
        return known[1]

    return once
