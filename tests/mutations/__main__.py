"""Plants faults and sees whether a test fails: ``python -m tests.mutations [MODULE …] [--sample N] [--seed S]``.

Without a module, every module whose faults lose work or put marks in wrong places. Prints the score of each room and
the mutants that survived, each of which is a missing test or does the same as the module. Most take some seconds, so
that all of them take hours: ``--sample 60`` is the short form.

mutmut forks pytest, which Qt's threads do not survive, and takes a source folder of its own kind; cosmic-ray mutates
the checkout in place. Neither has a time limit by room, nor runs first what mirrors a module.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutations.mutants import mutants_of
from tests.mutations.running import ROOMS, Copy, Subject, room_of
from tests.support.paths import ROOT


def main(arguments: list[str]) -> int:
    """Run the mutants; exit with 2 where a path is of no room or has nothing to mutate."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("modules", metavar="MODULE", nargs="*", help="such as annotator/model/merge.py, or a room")
    parser.add_argument("--sample", type=int, metavar="N", help="take so many mutants by chance")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another chance")
    parser.add_argument("--jobs", type=int, default=1, metavar="J", help="so many copies beside each other")
    options = parser.parse_args(arguments)
    modules = sorted(_modules(options.modules or [room for room in ROOMS if (ROOT / room).is_dir()]))
    if not modules:
        parser.error(f"There is no such module in {', '.join(ROOMS)}")
    subjects = [
        Subject(module, mutant) for module in modules for mutant in mutants_of((ROOT / module).read_text("utf-8"))
    ]
    if not subjects:
        parser.error(f"There is nothing to mutate in {', '.join(modules)}")
    if options.sample and options.sample < len(subjects):
        subjects = random.Random(options.seed).sample(subjects, options.sample)
    _tell(subjects, _survivors(subjects, options.jobs))
    return 0


def _modules(paths: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for given in paths:
        path = ROOT / given
        files = path.rglob("*.py") if path.is_dir() else [path]
        found.update(name for file in files if room_of(name := file.relative_to(ROOT).as_posix()))
    return found


def _survivors(subjects: list[Subject], jobs: int) -> list[Subject]:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as executor:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for number in range(jobs):
            copies.put(Copy(Path(folder) / str(number)))

        def survives(subject: Subject) -> bool:
            copy = copies.get()
            try:
                lives = copy.survives(subject)
            finally:
                copies.put(copy)
            _print(f"{'survived' if lives else 'killed  '}  {_line(subject)}")
            return lives

        return [subject for subject, lives in zip(subjects, executor.map(survives, subjects), strict=True) if lives]


def _tell(subjects: list[Subject], survivors: list[Subject]) -> None:
    _print("\nSurvivors:")
    for subject in survivors:
        _print(f"  {_line(subject)}")
    total, living = (Counter(subject.room for subject in some) for some in (subjects, survivors))
    for room, count in sorted(total.items()):
        _print(f"{room}: {count - living[room]} of {count} killed")
    killed = len(subjects) - len(survivors)
    _print(f"Score: {killed} of {len(subjects)}, {killed / len(subjects):.0%}")


def _line(subject: Subject) -> str:
    return f"{subject.module}:{subject.mutant.line}: {subject.mutant.change}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
