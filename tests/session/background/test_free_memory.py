"""Memory that was freed goes back to the system."""

import ctypes
import sys

import pytest

from annotator.session.background.free_memory import return_free_memory


def test_a_c_library_that_cannot_do_it_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    return_free_memory()


def test_it_can_be_done_at_any_time() -> None:
    return_free_memory()
    return_free_memory()
