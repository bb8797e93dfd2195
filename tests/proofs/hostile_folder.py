"""Folders full of links that lead out are opened, annotated, imported and exported: is all else as it was?

The folders are made as a clone or an archive brings them; the program runs as the user starts it, by keys and commands.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.hostile_links import HostileScene, everything_below, holding_the_secret, make_hostile_scene
from tests.support.paths import ROOT

FAILS_IF = (
    "a byte, a mode or a time outside the folders is not as it was, or words from outside come into them, or if the "
    "program does not work in them"
)
FAULTS = (
    Fault(
        "links in the hidden folder are followed",
        "annotator/storage/files/folder_handle.py",
        'NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)',
        'NO_LINK = getattr(os, "O_CLOEXEC", 0)',
        "changed, made or removed outside",
    ),
    Fault(
        "links are written through",
        "annotator/storage/files/real_place.py",
        "raise LeadsOutError(path)",
        "pass",
        "changed, made or removed outside",
    ),
    Fault(
        "links are read through",
        "annotator/storage/files/real_place.py",
        "raise LeadsOutError(path)",
        "pass",
        "words from outside",
    ),
)
PATIENCE = 120
GONE = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY")
OPENED = ["letter.txt", "linked.txt", "story.txt", "third.txt"]


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who starts the program in the folder of all these folders; ``home`` is theirs."""

    below: Path
    home: Path

    def drives(self, folder: Path) -> list[str]:
        """Annotate every article of the folder in the window and close it; return the names of the articles."""
        done = self._runs("tests.proofs.hostile_folder_child", str(folder))
        if done.returncode or not done.stdout.startswith("{"):
            return []
        return [title.split(" — ")[0] for title in json.loads(done.stdout)["titles"]]

    def commands(self, *words: str | Path) -> bool:
        """Run one command; return whether it ended by itself, with or without problems that it tells of."""
        return self._runs("annotator", *map(str, words)).returncode in (0, 1)

    def _runs(self, *words: str) -> subprocess.CompletedProcess[str]:
        own = {
            "QT_QPA_PLATFORM": "offscreen",
            "ANNOTATOR_CONFIG_DIR": str(self.below / "settings"),
            "HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
        }
        environment = {name: value for name, value in os.environ.items() if name not in GONE} | own
        return subprocess.run(
            [sys.executable, "-m", *words],
            cwd=self.below,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )


def prove(full: bool) -> Iterator[Line]:
    """Do all of it once, and compare what is outside the folders before and after."""
    del full  # one run shows everything
    with tempfile.TemporaryDirectory(prefix="proof-") as name:
        scene = make_hostile_scene(Path(name))
        before = everything_below(scene.home)
        steps = _steps(User(Path(name), scene.home), scene)
        after = everything_below(scene.home)
        yield _worked(steps)
        yield _as_it_was(before, after)
        brought = [str(path.relative_to(name)) for path in holding_the_secret((*scene.foreign, Path(name, "settings")))]
        yield Line("files that got words from outside", _told(brought), "0", not brought)


def _steps(user: User, scene: HostileScene) -> dict[str, bool]:
    """Drive the window, then run the commands; return which did what they should."""
    steps = {"all articles opened": user.drives(scene.cloned) == OPENED, "the other": user.drives(scene.hidden) != []}
    for folder in (scene.cloned, scene.hidden):
        steps[f"saved in {folder.name}"] = _has(folder / "story.annotations.yaml", "A note.")
    for words in (
        ("import", "brat", scene.source, "-o", scene.taken),
        ("import", "articles", scene.source, "-o", scene.taken),
        ("import", "jsonl", scene.records, "-o", scene.taken, "--replace"),
        ("export", "brat", scene.cloned / "story.txt", "-o", scene.target, "--replace"),
        ("export", "jsonl", scene.cloned, "-o", scene.target / "all.jsonl"),
        ("check", scene.cloned),
        ("reanchor", "--apply", scene.cloned),
        ("adopt", scene.cloned),
    ):
        steps[" ".join(map(str, words[:3]))] = user.commands(*words)
    half = [name for name in ("other.txt", "other.annotations.yaml") if (scene.taken / name).exists()]
    steps["nothing half imported"] = not half  # where the text of an article cannot be kept, nothing is imported
    steps["exported"] = all(_has(scene.target / name, "figure") for name in ("story.ann", "all.jsonl"))
    return steps


def _has(file: Path, words: str) -> bool:
    """Return whether there is such a file, which is no link, with the words in it."""
    return file.is_file() and not file.is_symlink() and words in file.read_text("utf-8")


def _worked(steps: dict[str, bool]) -> Line:
    missing = [step for step, worked in steps.items() if not worked]
    found = " ".join([f"{len(steps) - len(missing)} of {len(steps)}", *missing])
    return Line("steps in the window and on the command line that worked", found, "all", not missing)


def _as_it_was(before: dict[str, tuple[object, ...]], after: dict[str, tuple[object, ...]]) -> Line:
    other = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return Line(f"files and folders changed, made or removed outside, of {len(before)}", _told(other), "0", not other)


def _told(names: Sequence[str]) -> str:
    return " ".join([str(len(names)), *names[:5]])
