"""A session with a small article, for the panels to show."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.ui.theme.look import Look

TEXT = (
    "UN envoy Staffan de Mistura said around 50,000 people were trapped, "
    "including 40,000 civilians.\nقالت بلدية الميناء."
)
NOW = "2026-11-22T06:21:20Z"
SCHEME = Scheme(
    "small",
    "Small",
    (
        Label("claim", "c", "#56B4E9", "fill", (AttributeRule("kind", "choice", ("quantity",)),)),
        Label("source", "s", "#E69F00", "line"),
        Label("figure", "f", "#009E73", "box"),
        Label("part", "z", "#999999", "bar"),
    ),
)
MARKS = (
    ("envoy", "source", "UN envoy Staffan de Mistura"),
    ("trapped", "claim", "around 50,000 people were trapped, including 40,000 civilians"),
    ("fifty", "figure", "around 50,000"),
    ("forty", "figure", "40,000"),
    ("town", "source", "بلدية الميناء"),
)


def _marked(id: str, label: str, words: str, text: str = TEXT, **more: Any) -> Annotation:
    start = text.index(words)
    return Annotation(id, label, Span(start, start + len(words)), created=NOW, modified=NOW, **more)


def _opened(annotations: Sequence[Annotation], text: str = TEXT, path: Path = Path("town.txt")) -> OpenArticle:
    by_id = MappingProxyType({annotation.id: annotation for annotation in annotations})
    document = Document(Article.of(path.name, text), by_id)
    return OpenArticle(path, path.with_suffix(".yaml"), document, TextIndex(text, annotations), QUndoStack(), SCHEME)


class AtOnce(Executor):
    """Does its work where it is asked to."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(choice="light")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(clock=lambda: NOW, randomness=random.Random(1))


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    return Jobs(AtOnce())


@pytest.fixture
def marks() -> list[Annotation]:
    return [_marked(*mark) for mark in MARKS]


@pytest.fixture
def town(marks: list[Annotation], session: Session) -> OpenArticle:
    """The open article: five annotations, one of them in Arabic."""
    article = _opened(marks)
    session.show(article)
    return article


@pytest.fixture
def marked() -> Callable[..., Annotation]:
    """Makes an annotation of its id, its label and the words it marks."""
    return _marked


@pytest.fixture
def opened() -> Callable[..., OpenArticle]:
    """Makes an open article of its annotations."""
    return _opened
