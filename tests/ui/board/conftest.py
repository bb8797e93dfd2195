"""The program with the board of two articles open, three claims in each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.desk.board_steps import open_board
from tests.support.desk.desk_folder import write_desk
from tests.support.program import Program

LINES = 8
"""Two headings with three claims each."""


class Desk(NamedTuple):
    """The program with the board open; the article ``bridge`` is the open one."""

    program: Program
    bridge: Path
    market: Path


@pytest.fixture
def desk(start: Callable[..., Program], tmp_path: Path) -> Desk:
    bridge, market = write_desk(tmp_path)
    program = start(bridge)
    open_board(program, LINES)
    return Desk(program, bridge, market)
