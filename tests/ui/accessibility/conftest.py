"""The program with an annotated article, as a screen reader and a keyboard find it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.program import Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


def with_a_claim(start: Start, folder: Path) -> Program:
    program = start(write_folder(folder))
    program.select("Thousands of people")
    program.type("c")
    program.wait_saved()
    return program


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    return with_a_claim(start_again, tmp_path)


@pytest.fixture(scope="module")
def program_of_dialogs(start_once: Start, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """For tests that open a dialog and close it again."""
    return with_a_claim(start_once, tmp_path_factory.mktemp("articles"))
