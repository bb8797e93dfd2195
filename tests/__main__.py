"""Run every check, then the tests: ``python -m tests``. What follows goes to pytest, as in ``-k story``.

With pytest-xdist, the tests run on as many cores as there are; ``-n 0`` runs them in one process.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tests.support.code.differing_modules import differing_modules

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
MEMORY = "/dev/shm"
LEAST_MEMORY = 4 << 30
"""Bytes that are free there, more than the tests ever fill."""

MOST_WORKERS = 8
"""Each may need a gigabyte for the tests of bombs."""


def checks() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the commands of all checks by what they check.

    Modules that are the same on the other systems are only looked at there for what they define.
    """
    others = ("--follow-imports", "silent", *differing_modules())
    return (
        ("formatting", (PYTHON, "-m", "ruff", "format", "--check", ".")),
        ("style", (PYTHON, "-m", "ruff", "check", ".")),
        *(
            (
                f"types on {system}",
                (PYTHON, "-m", "mypy", "--platform", system, "--cache-dir", f".mypy_cache/{system}", *of),
            )
            for system, of in (("linux", ()), ("win32", others), ("darwin", others))
        ),
        ("layers", (PYTHON, "-c", "from importlinter.cli import lint_imports_command as run; run()")),
    )


def main(arguments: list[str]) -> int:
    """Run pytest and the checks, one beside it at a time; print what these said; return 1 where any of them failed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    print("── tests", flush=True)
    tests = (PYTHON, "-m", "pytest", *parallel(arguments), *arguments)
    all_checks = checks()
    with files_in_memory() as folder, ThreadPoolExecutor(1) as executor:  # tests often wait, checks never do
        ran = executor.map(lambda check: said_by(check[1], environment), all_checks)
        own = environment | ({"TMPDIR": folder} if folder else {})
        failed = ["tests"] if subprocess.run(tests, cwd=ROOT, env=own, check=False).returncode else []
    for (name, _), (code, said) in zip(all_checks, ran, strict=True):
        print(f"── {name}\n{said}", end="", flush=True)
        failed += [name] if code else []
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def parallel(arguments: list[str]) -> tuple[str, ...]:
    """Return the options that run the tests on several cores, or none where ``arguments`` say how to run them."""
    says_how = any(argument.startswith(("-n", "--numprocesses", "--dist", "--pdb")) for argument in arguments)
    if says_how or "no:xdist" in " ".join(arguments) or find_spec("xdist") is None:
        return ()
    return ("-n", str(min(MOST_WORKERS, cores())), "--dist", "worksteal")


@contextmanager
def files_in_memory() -> Iterator[str]:
    """Yield a folder in memory for the files of the tests, which write and sync tens of thousands; empty without."""
    if not (os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= LEAST_MEMORY):
        yield ""
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="annotator-tests-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # some tests read it as another user
        yield folder


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def said_by(command: tuple[str, ...], environment: dict[str, str]) -> tuple[int, str]:
    """Run one check; return its exit code and what it printed."""
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return ran.returncode, ran.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
