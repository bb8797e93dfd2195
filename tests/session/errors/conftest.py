"""Failures that are watched."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.session.errors.watched_errors import Watched


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Watched:
    return Watched(tmp_path)
