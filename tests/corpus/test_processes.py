"""Work on files in several processes: order, confinement, processes that are ended, Ctrl+C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.corpus import process_pool
from annotator.corpus.processes import Processes
from annotator.corpus.tree import Found
from tests.corpus.chunk_work import DEADLY, ONCE, tops
from tests.corpus.seen_processes import PLAIN, read
from tests.support.interruptible import RESTORE_CTRL_C
from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")

WAITING = RESTORE_CTRL_C + (
    "import sys\n"
    "from pathlib import Path\n"
    "from annotator.corpus import process_pool, processes\n"
    "from annotator.corpus.tree import Found\n"
    "from tests.corpus.chunk_work import of_problem, wait_for_ever\n"
    "processes.FEWEST = processes.LARGE = 1\n"
    "process_pool.THREADS = sys.argv[1]\n"
    "files = [Found(Path(), Path(f'{number}.txt')) for number in range(20)]\n"
    "try:\n"
    "    list(processes.Processes(wait_for_ever, 2, of_problem).results(files))\n"
    "except KeyboardInterrupt:\n"
    "    sys.exit(130)\n"
)


WAYS = {"copied": process_pool.THREADS, "started anew": "/no/threads"}


@pytest.fixture(scope="module", params=WAYS)
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what a program sees of processes that are copied, and of those that are started anew."""
    folder = tmp_path_factory.mktemp("seen")
    command = [sys.executable, "-m", "tests.corpus.seen_processes", str(folder), WAYS[request.param]]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert told["is copied"] == (request.param == "copied")
    return {**told, "folder": folder}


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.corpus.processes.FEWEST", 3)
    monkeypatch.setattr("annotator.corpus.processes.LARGE", 4)


def found(*others: str) -> list[str]:
    return [*PLAIN[:15], "locked: Not read.", *others, *PLAIN[15:]]


def test_the_results_come_in_the_order_of_the_files(seen: dict[str, Any]) -> None:
    assert seen["two"] == seen["three"] == [found(), 0]


def test_those_of_one_process_too(tmp_path: Path, few_are_many: None) -> None:
    assert read(tmp_path, 1) == (found(), 0)


def test_few_files_are_worked_on_in_this_process(tmp_path: Path, few_are_many: None) -> None:
    few = [Found(tmp_path, tmp_path / "a.txt")] * 2
    assert {process for process, _ in Processes(tops, 2, lambda _: (0, frozenset())).results(few)} == {os.getpid()}


def test_other_processes_are_confined_to_the_same_folders(seen: dict[str, Any]) -> None:
    folder = seen["folder"]
    assert seen["this"] not in {process for process, _ in seen["confined"]}
    assert [found for _, found in seen["confined"]] == [[str(folder), str(folder / "link")]] * len(seen["confined"])
    assert seen["confined"]


def test_what_a_killed_process_was_reading_is_read_again(seen: dict[str, Any]) -> None:
    assert seen["killed"] == [found(ONCE), 1]


def test_a_file_whose_reading_ends_the_process_is_a_problem_and_no_other_is_lost(seen: dict[str, Any]) -> None:
    names, _ended = seen["killed again"]
    assert names == found(f"{DEADLY}: It has not been read")


def test_where_no_process_can_be_started_this_one_does_the_work(
    tmp_path: Path, few_are_many: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("annotator.corpus.process_pool.multiprocessing.get_context", refuse)
    assert read(tmp_path, 2)[0] == found()


def test_who_wants_no_more_results_leaves_no_process(seen: dict[str, Any]) -> None:
    assert seen["closed"]


def test_what_is_raised_meanwhile_ends_processes_that_would_work_for_ever(seen: dict[str, Any]) -> None:
    assert seen["left"] == 0


def test_processes_that_are_ended_while_they_write_their_results_hold_up_nobody(seen: dict[str, Any]) -> None:
    assert seen["ended"] == 2


def test_a_process_looks_for_garbage_among_its_own_objects_only(seen: dict[str, Any]) -> None:
    assert seen["looked through"] < 100_000


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_the_processes_end_with_the_one_that_started_them(number: signal.Signals, code: int, way: str) -> None:
    """All of them hold standard output open: that its end is reached says that all are gone."""
    command = [sys.executable, "-c", WAITING, WAYS[way]]
    pipe, environment = subprocess.PIPE, {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment, start_new_session=True) as program:
        assert program.stdout
        assert [program.stdout.readline() for _ in range(2)] == [b"begun\n"] * 2
        if number == signal.SIGINT:
            os.killpg(program.pid, number)  # as a terminal sends it to all processes
        else:
            program.send_signal(number)
        _, errors = program.communicate()
    assert program.returncode == code
    assert b"Traceback" not in errors
