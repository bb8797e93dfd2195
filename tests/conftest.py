"""Runs of the whole program, each on settings and folders of its own."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.program import Program
from tests.ui.kept_window import KeptWindow

pytest_plugins = [
    "tests.support.running.collected_first",
    "tests.support.running.first_cases",
    "tests.support.running.packed_reports",
    "tests.support.running.skipped_before",
    "tests.support.running.time_limit",
]

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":  # no display is needed; a screen of the usual size
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('support') / 'screen.json'}"

os.environ |= {"LC_ALL": "C.UTF-8", "LANGUAGE": ""}  # English, whatever the machine speaks

if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):  # else each program that a test starts compiles all modules anew
    sys.dont_write_bytecode = False

settings.register_profile("many", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=1000)
settings.register_profile("some", settings.get_profile("many"), max_examples=25)  # each run draws others
settings.register_profile("few", settings.get_profile("many"), max_examples=5)  # on a second Python
settings.load_profile("some")  # without a deadline: how fast it is says nothing of whether it is right

Start = Callable[..., Program]
kept: list[KeptWindow] = []
"""The one that tests share, once there is one."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a test that is skipped has failed: no reader is missing")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and item.config.getoption("--no-skips"):
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and collector.config.getoption("--no-skips"):
        report.outcome = "failed"
    return report


def pytest_collection_finish() -> None:
    """Leave what stays for the whole run out of later collections: they take half a second with it, and are many."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, None, None]:
    """Leave out likewise what a module of tests has left, as what it keeps in caches.

    The window that tests share is closed before tests of another module that do not take it.
    """
    yield
    if nextitem is None or nextitem.path != item.path:
        for shared in kept:
            if "kept_window" not in getattr(nextitem, "fixturenames", ()):
                shared.close()
        gc.collect()
        if not any(shared.is_open for shared in kept):  # else it would never be collected
            gc.freeze()


@contextmanager
def starting(qtbot: QtBot, folder: Path) -> Iterator[Start]:
    """Yield what starts the program at a path, with settings in ``folder`` which know that the tour was seen."""
    settings = folder / "settings.json"
    settings.write_text('{"tour_seen": true}', "utf-8")
    runs: list[Program] = []

    def run(path: Path | None = None, annotator: str | None = None) -> Program:
        runs.append(Program(qtbot, settings, annotator))
        runs[-1].start(path)
        return runs[-1]

    yield run
    for program in runs:
        program.messages.give_up()
        program.close()
    gc.collect()


@pytest.fixture
def start(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Starts the program at a path, with settings that all runs of a test share."""
    with starting(qtbot, tmp_path_factory.mktemp("settings")) as run:
        yield run


@pytest.fixture(scope="module")
def start_once(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Start]:
    """Starts it for all tests of a module that leave the window as they found it: a new one takes longer than they."""
    with starting(QtBot(request), tmp_path_factory.mktemp("settings")) as run:
        yield run


@pytest.fixture(scope="session")
def kept_window(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KeptWindow]:
    """Return the window that tests share as long as they leave it as it was."""
    qtbot = QtBot(request)
    window = KeptWindow(lambda: starting(qtbot, tmp_path_factory.mktemp("settings")))
    kept.append(window)
    yield window
    window.close()
    kept.clear()


@pytest.fixture
def start_again(kept_window: KeptWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts the program as ``start`` does, but the first time in the window that the tests share.

    For tests that are about articles, not about how the window comes up.
    """
    failed = request.session.testsfailed
    yield kept_window.start
    kept_window.leave(failed=request.session.testsfailed > failed)
