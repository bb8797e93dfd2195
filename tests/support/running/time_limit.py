"""A time limit for every test: what hangs fails and shows where, and the tests after it run.

pytest-timeout does nearly that, but what it raises is taken by Hypothesis for a failing example, which it then shrinks.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

AGAIN = 5.0
"""Seconds until it is raised once more: Qt swallows what is raised in a slot."""
PHASES = 3
"""Setup, call and teardown, each of which has the limit."""
LAST_RESORT = 60.0
"""Seconds beyond all three after which the process ends: Python's handlers wait for C code that never returns."""
ALARM = hasattr(signal, "SIGALRM")
STDERR = pytest.StashKey[int]()
OVER = "The test takes too long; --time-limit gives it more time"


class TimeLimitError(BaseException):
    """Not an Exception, which the program and Hypothesis may handle."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--time-limit", type=float, default=120.0, help="seconds that a test may take; 0: without a limit")


def pytest_configure(config: pytest.Config) -> None:
    capture: Any = config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        config.stash[STDERR] = os.dup(sys.__stderr__.fileno() if sys.__stderr__ else 2)


def pytest_unconfigure(config: pytest.Config) -> None:
    os.close(config.stash[STDERR])


@contextmanager
def limited(config: pytest.Config) -> Iterator[None]:
    """Raise TimeLimitError in the main thread when the time is over."""
    seconds: float = config.getoption("--time-limit")
    if not seconds or not ALARM:
        yield
        return
    signal.signal(signal.SIGALRM, _raiser(config.stash[STDERR]))
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """End the process where a test goes on for long after its limit.

    For the whole test and not for each of its phases: a thread is started and waited for each time.
    """
    seconds: float = item.config.getoption("--time-limit")
    if seconds and not item.config.getoption("usepdb"):
        last = seconds * PHASES + LAST_RESORT * ALARM
        faulthandler.dump_traceback_later(last, exit=True, file=item.config.stash[STDERR])
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _raiser(stderr: int) -> Callable[[int, FrameType | None], None]:
    """Return the handler of the alarm, which first says so on ``stderr``, a file descriptor.

    What is raised while Qt calls Python is lost, and may leave a model between the beginning and the end of a change:
    the process can crash on that a while later, at a place that has nothing to do with it.
    """

    def raise_(number: int, frame: FrameType | None) -> None:
        os.write(stderr, f"{OVER}. What comes after this, a crash too, comes of it.\n".encode())
        raise TimeLimitError(OVER)

    return raise_


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    with limited(item.config):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    with limited(item.config):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    with limited(item.config):
        return (yield)
