"""Modules are imported while nothing else is to do, and each of the program's list is there."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.session.background.importing_ahead import ImportsAhead
from annotator.whole_window import AHEAD


def test_every_name_is_that_of_a_module() -> None:
    assert all(find_spec(name) for name in AHEAD)


def test_they_are_imported_one_after_another(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["imported_first", "imported_second"]
    for name in names:
        (tmp_path / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    parent = QObject()
    ImportsAhead(names, parent)
    assert not {*names} & {*sys.modules}
    qtbot.waitUntil(lambda: {*names} <= {*sys.modules})
