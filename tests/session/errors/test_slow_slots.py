"""Slots that hold the window's thread are named in the log."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from annotator.session.errors.slow_slots import KIND, VARIABLE, stack_of, watched
from annotator.storage.program.error_log import ErrorLog

NOW = "2026-11-22T06:21:20Z"


def test_a_slot_that_does_not_return_is_named_with_its_stack(qtbot: QtBot, tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "errors.log")
    watcher = watched({VARIABLE: "50"}, log, lambda: NOW)
    assert watcher

    def hold_the_thread() -> None:
        threading.Event().wait(1)

    with watcher:
        QTimer.singleShot(0, hold_the_thread)
        qtbot.waitUntil(lambda: "hold_the_thread" in (log.path.read_text("utf-8") if log.path.exists() else ""))
    assert KIND in {error.kind for error in log.last(9)}


@pytest.mark.parametrize("environment", [{}, {VARIABLE: ""}, {VARIABLE: "soon"}])
def test_nothing_is_watched_unless_asked_for(tmp_path: Path, environment: dict[str, str]) -> None:
    assert watched(environment, ErrorLog(tmp_path / "errors.log"), lambda: NOW) is None


class Painter:
    """Something whose end must come in the thread that made it."""

    def __init__(self, ended: list[int]) -> None:
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.get_ident())


def test_looking_at_a_thread_keeps_nothing_of_it_alive() -> None:
    working, ended, stop = threading.Event(), list[int](), threading.Event()

    def paint() -> None:
        painter = Painter(ended)
        working.set()
        sum(range(1000))
        assert painter

    def work() -> None:
        while not stop.is_set():
            paint()

    thread = threading.Thread(target=work)
    thread.start()
    working.wait()
    stacks = [stack_of(thread.ident or 0) for _ in range(300)]
    stop.set()
    thread.join()
    assert all(any("in work" in call for call in stack) for stack in stacks)
    assert {*ended} == {thread.ident}
    assert stack_of(thread.ident or 0) == []
