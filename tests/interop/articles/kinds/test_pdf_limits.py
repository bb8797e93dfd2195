"""The limits of the process that reads a PDF, on each system."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.support.other_system import module_on

LIMITS = "annotator.interop.articles.kinds.pdf.limits"


def test_windows_has_no_limits_and_shows_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setitem(sys.modules, "resource", None)
    limits = module_on("win32", LIMITS, monkeypatch)
    assert limits.WITHOUT_WINDOW == 0x08000000
    limits.limit_memory()


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_limit_that_the_system_refuses_does_not_keep_the_others_away(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    limited: dict[int, tuple[int, int]] = {}

    def setrlimit(kind: int, most: tuple[int, int]) -> None:
        if kind == 5:
            raise ValueError("current limit exceeds maximum limit")
        limited[kind] = most

    monkeypatch.setitem(sys.modules, "resource", SimpleNamespace(RLIMIT_AS=5, RLIMIT_CORE=4, setrlimit=setrlimit))
    limits = module_on(system, LIMITS, monkeypatch)
    limits.limit_memory()
    assert limited == {4: (0, 0)}
    assert limits.WITHOUT_WINDOW == 0
