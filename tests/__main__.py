"""Run every check, one after the other: ``python -m tests``. What follows goes to pytest, as in ``-k story``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
CHECKS = (
    ("formatting", (PYTHON, "-m", "ruff", "format", "--check", ".")),
    ("style", (PYTHON, "-m", "ruff", "check", ".")),
    *(
        (f"types on {system}", (PYTHON, "-m", "mypy", "--platform", system, "--cache-dir", f".mypy_cache/{system}"))
        for system in ("linux", "win32", "darwin")
    ),
    ("layers", (PYTHON, "-c", "from importlinter.cli import lint_imports_command as run; run()")),
)


def main(arguments: list[str]) -> int:
    """All checks, then pytest; 1 where any of them failed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    tests = ("tests", (PYTHON, "-m", "pytest", *arguments))
    failed = [name for name, command in (*CHECKS, tests) if not passes(name, command, environment)]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def passes(name: str, command: tuple[str, ...], environment: dict[str, str]) -> bool:
    """Run one check and say its name first."""
    print(f"── {name}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
