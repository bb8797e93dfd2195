"""Runs the tests of a room on mutants of its modules, in a copy of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.mutations.mutants import Mutant
from tests.support.paths import ROOT

ROOMS = {
    "annotator/model": ("tests/model",),
    "annotator/anchoring": ("tests/anchoring",),
    "annotator/storage/saving": ("tests/storage/saving",),
    "annotator/storage/sidecars": ("tests/storage/sidecars",),
    "annotator/session/editing": (
        "tests/session/editing",
        "tests/ui/panels/places",
        "tests/ui/article_view/test_held_edge.py",
        "tests/e2e/test_note_story.py",
    ),
    "annotator/session/sync": (
        "tests/session/sync",
        "tests/e2e/test_two_programs.py",
        "tests/e2e/test_renamed_story.py",
    ),
}
"""The tests that see what a room does; what a window is needed for is tested where the window is."""
LEFT_OUT = (".git", ".venv", ".hypothesis", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache")
OPTIONS = ("-q", "-x", "-p", "no:xdist", "-p", "no:cacheprovider", "--hypothesis-seed=1", "--time-limit=60")
LEAST = 60.0
TIMES_LONGER = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """A module, by its path in the checkout, and one of its mutants."""

    module: str
    mutant: Mutant

    @property
    def room(self) -> str:
        return room_of(self.module)


def room_of(module: str) -> str:
    """Return the room that the module is in; empty where it is in none of them."""
    return next((room for room in ROOMS if module.startswith(f"{room}/")), "")


class Copy:
    """A copy of the checkout in which one module at a time is a mutant."""

    def __init__(self, folder: Path) -> None:
        self._root = folder / "checkout"
        shutil.copytree(ROOT, self._root, ignore=shutil.ignore_patterns(*LEFT_OUT))
        self._limits: dict[str, float] = {}

    def survives(self, subject: Subject) -> bool:
        """Return whether the tests pass all the same; a mutant that takes much longer than the module has failed."""
        limit, path = self._limit(subject.room), self._root / subject.module
        before = path.read_text("utf-8")
        path.write_text(subject.mutant.source, "utf-8")
        try:
            return self._passes(subject.module, limit)
        finally:
            path.write_text(before, "utf-8")

    def _limit(self, room: str) -> float:
        if room not in self._limits:
            began = time.monotonic()
            if not self._passes(f"{room}/__init__.py", None):
                raise SystemExit(f"The tests of {room} fail without a mutant")
            self._limits[room] = max(LEAST, TIMES_LONGER * (time.monotonic() - began))
        return self._limits[room]

    def _passes(self, module: str, limit: float | None) -> bool:
        command = [sys.executable, "-m", "pytest", *OPTIONS, *self._tests(module)]
        environment = {**os.environ, "PYTHONPATH": str(self._root), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            ran = subprocess.run(
                command, cwd=self._root, env=environment, capture_output=True, timeout=limit, check=False
            )
        except subprocess.TimeoutExpired:
            return False
        return ran.returncode == 0

    def _tests(self, module: str) -> list[str]:
        """Return the tests to run, those of the module first: they fail soonest."""
        found = [test for test in ROOMS[room_of(module)] if (self._root / test).exists()]
        name = f"test_{Path(module).stem}.py"
        own = [str(path.relative_to(self._root)) for test in found for path in (self._root / test).rglob(name)]
        return [*own, *found]
