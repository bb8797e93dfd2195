"""A display for the program as a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.screen import Screen, served


@pytest.fixture
def display() -> Iterator[str]:
    with served() as display:
        yield display


@pytest.fixture
def screen(display: str, tmp_path_factory: pytest.TempPathFactory) -> Screen:
    return Screen(display, tmp_path_factory.mktemp("settings"))
