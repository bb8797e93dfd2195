"""Return freed memory to the system."""

from __future__ import annotations

import sys


def return_free_memory() -> None:
    """Make the C library return the memory that was freed; glibc keeps most of it, other libraries do it themselves."""
    if sys.platform != "linux":
        return
    import ctypes  # needed after large articles only

    try:
        trim = ctypes.CDLL(None).malloc_trim
    except AttributeError:
        return  # a C library without it
    trim(0)
