"""The program with two claims and a source, of which the first claim is chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.marked_articles import Marks
from tests.support.program import Program
from tests.support.stories import TOWN, write_folder
from tests.ui.evidence.pieces import FIRST, SECOND, choose

Start = Callable[..., Program]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A folder of two articles; the path of the first, in which two claims are marked."""
    (tmp_path / "articles").mkdir()
    return Marks(TOWN).mark_each(("claim", FIRST), ("claim", SECOND)).write(write_folder(tmp_path / "articles"))


@pytest.fixture
def program(start_again: Start, article: Path) -> Program:
    """Of the two claims, the first is chosen."""
    program = start_again(article)
    choose(program, FIRST)
    return program
