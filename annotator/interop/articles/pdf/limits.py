"""Limits that a system puts on the process that reads a PDF, where it has them."""

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
"""What keeps Windows from opening a terminal for the process."""


def limit_memory() -> None:
    """Let this process have no more memory than a text needs, and leave no file where it crashes."""
    if sys.platform != "win32":  # which has no such limits
        import resource

        for kind, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
            with suppress(ValueError, OSError):  # macOS refuses a limit below what it has reserved itself
                resource.setrlimit(kind, (most, most))
