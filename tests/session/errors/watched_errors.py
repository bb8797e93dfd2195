"""Failures in a folder of their own, with all that was told of them."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from annotator.session.errors.error_hooks import ErrorHooks
from annotator.session.errors.error_report import ErrorReport
from annotator.storage.program.error_log import ErrorLog

NOW = "2026-11-22T06:21:20Z"


class Watched:
    """Failures, with all that was told of them."""

    def __init__(self, folder: Path) -> None:
        self.errors = StringIO()
        self.log = ErrorLog(folder / "errors.log")
        self.failures = ErrorHooks(self.log, lambda: NOW, lambda: "About this run", self.errors)
        self.told: list[ErrorReport] = []
        self.failures.failed.connect(self.told.append)
