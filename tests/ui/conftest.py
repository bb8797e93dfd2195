"""A small window with an article, its actions and nothing else."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.session.editing.marking import Marking
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.table import ACTIONS
from annotator.ui.actions.targets import Targets
from annotator.ui.theme.look import Look

NOW = "2026-11-22T06:21:20Z"
SMALL_SCHEME = Scheme(
    "small",
    "Small",
    (
        Label("claim", "c", "#56B4E9", "fill"),
        Label("source", "s", "#E69F00", "line"),
        Label("figure", "f", "#009E73", "box"),
    ),
)


@dataclass
class SmallWindow:
    """``done`` lists what the actions did: an id, or a label with ``tag`` or ``lock`` before it."""

    window: QMainWindow
    article: QPlainTextEdit
    other: QLineEdit
    session: Session
    actions: Actions
    done: list[str]
    scheme: Scheme = SMALL_SCHEME

    def open(
        self, text: str, marks: Sequence[tuple[str, str]] = (), scheme: Scheme | None = None, read_only: str = ""
    ) -> None:
        """Open an article in which each of ``marks`` is a label and the words it is on."""
        self.article.setPlainText(text)
        self.session.show(opened_article(text, marks, scheme or self.scheme, read_only))


def opened_article(text: str, marks: Sequence[tuple[str, str]], scheme: Scheme, read_only: str) -> OpenArticle:
    annotations = [
        Annotation(f"a{number:05}", label, Span(text.index(words), text.index(words) + len(words)))
        for number, (label, words) in enumerate(marks)
    ]
    document = Document(Article.of("town.txt", text), MappingProxyType({a.id: a for a in annotations}))
    index = TextIndex(text, annotations)
    path = Path("town.txt")
    return OpenArticle(path, path.with_suffix(".yaml"), document, index, QUndoStack(), scheme, read_only=read_only)


class NotingMarking(Marking):
    """Notes what is tagged and locked, and does nothing."""

    def __init__(self, session: Session, done: list[str]) -> None:
        super().__init__(session)
        self._done = done

    def tag(self, label: str) -> None:
        self._done.append(f"tag {label}")

    def lock(self, label: str) -> None:
        self._done.append(f"lock {label}")


def noting_actions(
    window: QMainWindow, article: QPlainTextEdit, session: Session, done: list[str], keys: Mapping[str, tuple[str, ...]]
) -> Actions:
    """Return the window's actions with the same table, but every row only notes its id in ``done``."""
    nothing: Any = None
    targets = Targets(session, nothing, nothing, NotingMarking(session, done), *[nothing] * 8)
    table = [altered(row, run=lambda _on, id=row.id: done.append(id)) for row in ACTIONS]
    return Actions(window, article, session, targets, keys, table)


@pytest.fixture
def light_look(qapp: QApplication) -> Look:
    return Look(choice="light")


@pytest.fixture
def chosen_keys() -> Mapping[str, tuple[str, ...]]:
    return {}


@pytest.fixture
def small_window(qtbot: QtBot, light_look: Look, chosen_keys: Mapping[str, tuple[str, ...]]) -> SmallWindow:
    window, middle = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    article, other = QPlainTextEdit(), QLineEdit()
    article.setReadOnly(True)
    column = QVBoxLayout(middle)
    column.addWidget(other)
    column.addWidget(article)
    window.setCentralWidget(middle)
    session = Session(clock=lambda: NOW, randomness=random.Random(1))
    done: list[str] = []
    actions = noting_actions(window, article, session, done, chosen_keys)
    window.resize(900, 640)
    window.show()
    window.activateWindow()
    article.setFocus()
    qtbot.waitUntil(article.hasFocus)
    return SmallWindow(window, article, other, session, actions, done)
