"""The program with three claims and a cue, to edit their attributes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from annotator.session.background.jobs import Jobs
from annotator.session.editing.evidence.evidence_services import evidence_services
from annotator.session.session import Session
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.theme.look import Look
from tests.support.marked_articles import Marks
from tests.support.program import FakeMessages, Program
from tests.ui.panels.details.editing import (
    SCHEME,
    TEXT,
    Start,
    choose,
)


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Three claims and a cue; the first claim is selected and the keyboard in the text."""
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    marks = Marks(TEXT).mark_each(("claim", "One"), ("claim", "two"), ("cue", "three"), ("claim", "four"))
    program = start_again(marks.write(tmp_path / "town.txt"))
    choose(program, "One")
    return program


@pytest.fixture
def evidence(session: Session, look: Look) -> Iterator[EvidenceParts]:
    """What the evidence in the details is made with."""
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor)
        yield EvidenceParts(evidence_services(session, jobs), look, FakeMessages())
        jobs.finish()
