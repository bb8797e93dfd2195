"""Python programs in a process of their own that Ctrl+C ends, whatever pytest was started from."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.paths import ROOT

RESTORE_CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"


def run_interruptible(code: str, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run ``code`` as if from a terminal.

    A shell starts background jobs with SIGINT ignored; their children inherit that, and Python then leaves it so.
    """
    command = [sys.executable, "-c", RESTORE_CTRL_C + code, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
