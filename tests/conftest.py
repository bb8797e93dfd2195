"""Runs of the whole program, each on settings and folders of its own."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from program import Program
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no display is needed, and no window gets in the way

Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Starts the program at a path; every run of a test has the same settings, as on one machine."""
    settings = tmp_path_factory.mktemp("settings") / "settings.json"
    runs: list[Program] = []

    def run(path: Path | None = None, annotator: str | None = None) -> Program:
        runs.append(Program(qtbot, settings, annotator))
        runs[-1].start(path)
        return runs[-1]

    yield run
    for program in runs:
        program.close()
    gc.collect()
