"""Article views, closed when their test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.support.reading import Reader, made_reader


@pytest.fixture
def make_reader(qtbot: QtBot) -> Iterator[Callable[..., Reader]]:
    """Makes views of a size in pixels."""
    made: list[Reader] = []

    def make(**wanted: Any) -> Reader:
        made.append(made_reader(**wanted))
        qtbot.waitExposed(made[-1].view)
        return made[-1]

    yield make
    for reader in made:
        reader.view.close()
        reader.view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def reader(make_reader: Callable[..., Reader]) -> Reader:
    return make_reader()
