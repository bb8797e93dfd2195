"""Work on files in several processes: order, confinement, processes that are ended, Ctrl+C."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.corpus import process_pool
from annotator.corpus.processes import Processes
from annotator.corpus.tree import Found
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import Problem
from tests.corpus.chunk_work import DEADLY, ONCE, large, names, of_problem, tops, wait_for_ever
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


@pytest.fixture(autouse=True, params=[process_pool.THREADS, "/no/threads"], ids=["copied", "started anew"])
def threads(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The two ways to start a process; a few files are many here."""
    monkeypatch.setattr("annotator.corpus.process_pool.THREADS", request.param)
    monkeypatch.setattr("annotator.corpus.processes.FEWEST", 3)
    monkeypatch.setattr("annotator.corpus.processes.LARGE", 4)
    return str(request.param)


def files(folder: Path, *others: str) -> Iterator[Found | Problem]:
    """Thirty files, with a Problem and the others in between."""
    for number in range(15):
        yield Found(folder, folder / f"{number}.txt")
    yield Problem(folder / "locked", None, "Not read.")
    for name in (*others, *(f"{number}.txt" for number in range(15, 30))):
        yield Found(folder, folder / name)


def found(folder: Path, *others: str) -> list[str]:
    plain = [f"{number}.txt" for number in range(30)]
    return [*plain[:15], "locked: Not read.", *others, *plain[15:]]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_results_come_in_the_order_of_the_files(tmp_path: Path, jobs: int) -> None:
    work = Processes(names, jobs, of_problem)
    assert [name for result in work.results(files(tmp_path)) for name in result] == found(tmp_path)
    assert work.ended == 0


def test_few_files_are_worked_on_in_this_process(tmp_path: Path) -> None:
    few = [Found(tmp_path, tmp_path / "a.txt")] * 2
    assert {process for process, _ in Processes(tops, 2, lambda _: (0, frozenset())).results(few)} == {os.getpid()}


def test_other_processes_are_confined_to_the_same_folders(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with confined_to([tmp_path / "link"]):
        results = [*Processes(tops, 2, lambda _: (0, frozenset())).results(files(tmp_path))]
    assert os.getpid() not in {process for process, _ in results}
    assert {confined for process, confined in results if process} == {frozenset({tmp_path, tmp_path / "link"})}


def test_what_a_killed_process_was_reading_is_read_again(tmp_path: Path) -> None:
    work = Processes(names, 2, of_problem)
    results = [name for result in work.results(files(tmp_path, ONCE)) for name in result]
    assert results == found(tmp_path, ONCE)
    assert work.ended == 1


def test_a_file_whose_reading_ends_the_process_is_a_problem_and_no_other_is_lost(tmp_path: Path) -> None:
    results = Processes(names, 2, of_problem).results(files(tmp_path, DEADLY))
    assert [name for result in results for name in result] == found(tmp_path, f"{DEADLY}: It has not been read")


def test_where_no_process_can_be_started_this_one_does_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("annotator.corpus.process_pool.multiprocessing.get_context", refuse)
    results = Processes(names, 2, of_problem).results(files(tmp_path))
    assert [name for result in results for name in result] == found(tmp_path)


def test_who_wants_no_more_results_leaves_no_process(tmp_path: Path) -> None:
    results = Processes(tops, 2, lambda _: (0, frozenset())).results(files(tmp_path))
    process, _ = next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_what_is_raised_meanwhile_ends_processes_that_would_work_for_ever(tmp_path: Path) -> None:
    def stopped() -> None:
        raise InterruptedError

    found = [Found(tmp_path, tmp_path / f"{number}.txt") for number in range(5)]
    with pytest.raises(InterruptedError):
        list(Processes(wait_for_ever, 2, of_problem, meanwhile=stopped).results(found))
    assert multiprocessing.active_children() == []


def test_processes_that_are_ended_while_they_write_their_results_hold_up_nobody(tmp_path: Path) -> None:
    for _ in range(3):
        results = Processes(large, 2, lambda _: b"").results(files(tmp_path))
        assert next(results)
        results.close()  # type: ignore[attr-defined]  # it is a generator


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_the_processes_end_with_the_one_that_started_them(number: signal.Signals, code: int, threads: str) -> None:
    """All of them hold standard output open: that its end is reached says that all are gone."""
    command = [sys.executable, "-c", WAITING, threads]
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
