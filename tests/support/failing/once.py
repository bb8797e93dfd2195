"""One call to the system that fails, as on a disk that does not answer once."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest


def fail_once(monkeypatch: pytest.MonkeyPatch, name: str, fits: Callable[[Any], bool]) -> list[Any]:
    """Let ``os.<name>`` fail for the first file or handle that fits; the result has it once that has happened."""
    real, failed = getattr(os, name), list[Any]()

    def call(file: Any, *arguments: Any, **options: Any) -> Any:
        if not failed and fits(file):
            failed.append(file)
            raise OSError(errno.EIO, os.strerror(errno.EIO), None if isinstance(file, int) else str(file))
        return real(file, *arguments, **options)

    monkeypatch.setattr(os, name, call)
    return failed


def called(name: str) -> Callable[[Any], bool]:
    """Fit for the paths whose last part is the name."""
    return lambda file: not isinstance(file, int) and os.path.basename(os.fspath(file)) == name  # noqa: PTH119
