"""Hooks that are installed in this very process: what counts as an error, and what does not."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, qDebug, qWarning

from tests.session.errors.watched_errors import Watched


@pytest.fixture
def hooked(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """Failures with their hooks in this very process, whose own come back at the end."""
    for owner, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    watched.failures.install()
    yield watched
    watched.failures.remove()
    faulthandler.enable(sys.__stderr__)


def test_an_interrupt_is_no_error(hooked: Watched, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert hooked.log.last(9) == []
    assert hooked.errors.getvalue() == ""
    sys.excepthook(LookupError, LookupError(), None)
    assert [error.kind for error in hooked.log.last(9)] == ["LookupError"]


def test_a_thread_that_ends_itself_is_no_error(hooked: Watched) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert hooked.log.last(9) == []
    thread = threading.Thread(target=int, args=("x",))
    thread.start()
    thread.join()
    assert [error.kind for error in hooked.log.last(9)] == ["ValueError"]


def test_what_a_destructor_leaves_is_logged_where_there_is_an_error(hooked: Watched) -> None:
    hook: Any = sys.unraisablehook
    hook(SimpleNamespace(exc_value=None, exc_traceback=None))
    assert hooked.log.last(9) == []
    hook(SimpleNamespace(exc_value=MemoryError(), exc_traceback=None))
    QCoreApplication.processEvents()
    assert ([error.kind for error in hooked.log.last(9)], hooked.told) == (["MemoryError"], [])


def test_what_qt_says_is_printed_and_its_warnings_are_logged(hooked: Watched) -> None:
    qDebug("by the way")
    assert (hooked.errors.getvalue(), hooked.log.last(9)) == ("by the way\n", [])
    qWarning("take care")
    assert hooked.errors.getvalue() == "by the way\ntake care\n"
    assert [error.kind for error in hooked.log.last(9)] == ["QtWarning"]
