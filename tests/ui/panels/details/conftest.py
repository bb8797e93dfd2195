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
    (tmp_path / "town.txt").write_text(TEXT, "utf-8")
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("town.txt")
    for words, key in (("One", "c"), ("two", "c"), ("three", "u"), ("four", "c")):
        program.select(words)
        program.type(key)
    choose(program, "One")
    return program


@pytest.fixture
def evidence(session: Session, look: Look) -> Iterator[EvidenceParts]:
    """What the evidence in the details is made with."""
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor)
        yield EvidenceParts(evidence_services(session, jobs), look, FakeMessages())
        jobs.finish()
