"""Garbage collection, held back while much is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MUCH = 1 << 20
"""Bytes of a sidecar from which on it is worth while: about 5,000 annotations."""


@contextmanager
def uncollected(*, much: bool) -> Iterator[None]:
    """Keep the collector off while ``much`` is read, and let it pass over what was read from then on.

    Nothing that is read refers back to what holds it, so that it is freed without the collector. To go through 100,000
    annotations would take this a fifth of a second, once, in the middle of an edit.
    """
    was_enabled = gc.isenabled()
    if not much or not was_enabled:
        yield
        return
    gc.collect(1)  # else what is garbage already would be kept for good
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
