"""Work in the background, and waiting for all that follows from it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs


def test_the_result_comes_back_in_this_thread(disk: Jobs, qtbot: QtBot) -> None:
    heard: list[tuple[int, threading.Thread]] = []
    disk.run(lambda: 41 + 1, lambda done: heard.append((done.result(), threading.current_thread())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, threading.main_thread())]


def test_nothing_is_heard_before_the_event_loop_turns(disk: Jobs) -> None:
    heard: list[int] = []
    disk.run(lambda: 1, lambda done: heard.append(done.result())).result()
    assert heard == []
    disk.finish()
    assert heard == [1]


def test_finish_waits_for_what_follows(disk: Jobs) -> None:
    heard: list[int] = []

    def go_on(done: Future[Any]) -> None:
        heard.append(done.result())
        if done.result() < 5:
            disk.run(lambda: done.result() + 1, go_on)

    disk.run(lambda: 1, go_on)
    disk.finish()
    assert heard == [1, 2, 3, 4, 5]


def test_a_failure_is_handed_over(disk: Jobs) -> None:
    heard: list[BaseException | None] = []
    disk.run(lambda: {}["nothing"], lambda done: heard.append(done.exception()))
    disk.finish()
    assert isinstance(heard[0], KeyError)


def test_one_after_the_other(disk: Jobs) -> None:
    done: list[int] = []
    for number in range(20):
        disk.run(lambda number=number: done.append(number), lambda _: None)
    disk.finish()
    assert done == list(range(20))


def test_finish_with_nothing_to_do(disk: Jobs) -> None:
    disk.finish()
    disk.finish()


def test_each_job_runs_within_what_was_so_as_it_was_queued(qtbot: QtBot) -> None:
    seen: ContextVar[str] = ContextVar("seen", default="")
    names = iter(("ann", "ben"))

    @contextmanager
    def around(name: str) -> Iterator[None]:
        token = seen.set(name)
        yield
        seen.reset(token)

    with ThreadPoolExecutor(1) as executor:
        jobs, heard = Jobs(executor, around=lambda: around(next(names))), list[str]()
        for _job in range(2):
            jobs.run(seen.get, lambda done: heard.append(done.result()))
        qtbot.waitUntil(lambda: len(heard) == 2)
        assert heard == ["ann", "ben"]
        assert executor.submit(seen.get).result() == ""
