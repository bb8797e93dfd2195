"""The program with three claims and a cue, to edit their attributes; and the panel alone, in a window of its own."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.session.background.jobs import Jobs
from annotator.session.editing.evidence.evidence_services import evidence_services
from annotator.session.editing.values.values import Values
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.theme.look import Look
from tests.support.marked_articles import Marks
from tests.support.program import FakeMessages, Program
from tests.ui.panels.details.editing import (
    NOW,
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


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with another field, to which the keyboard can go."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    return window


@pytest.fixture
def panel(
    qtbot: QtBot, session: Session, look: Look, town: OpenArticle, evidence: EvidenceParts, window: QWidget
) -> DetailsPanel:
    """The panel alone in that window, with an article open."""

    def set_note(id: str, note: str, token: object) -> None:
        session.do(edits.set_note(session.document, id, note, now=NOW), "Note", token)

    panel = DetailsPanel(session, look, set_note, Values(session), evidence, window)
    column = window.layout()
    assert column is not None
    column.addWidget(panel)
    window.resize(320, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return panel
