"""Limits on the subprocess that reads a PDF, where the system has them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

from annotator.storage.files.file_bytes import MIB

MOST_MEMORY = 1024 * MIB

if sys.platform == "win32":
    WITHOUT_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    WITHOUT_WINDOW = 0
"""The flag that keeps Windows from opening a terminal for the subprocess."""


def limit_memory() -> None:
    """Limit the memory of this process and leave no core file, where the system allows it."""
    if sys.platform != "win32":  # Windows has no such limits
        import resource

        for kind, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
            with suppress(ValueError, OSError):  # macOS refuses a limit below what it has reserved itself
                resource.setrlimit(kind, (most, most))
