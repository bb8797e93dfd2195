"""A session without a window, and workers that do as they are told."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.storage.schemes.scheme_lookup import built_in_scheme

NOW = "2026-11-22T06:21:20Z"
TEXT = "Thousands of people left the town on Thursday.\n\nThe mayor said so."
Tag = Callable[[str, str], str]
Opened = Callable[..., OpenArticle]


class WhenTold(Executor):
    """Keeps its work until it is told to do the next piece."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()

        def work() -> None:
            try:
                future.set_result(fn(*args, **kwargs))
            except Exception as error:  # noqa: BLE001 – an executor hands on whatever its work raises
                future.set_exception(error)

        self.waiting.append(work)
        return future

    def work(self) -> None:
        """Do all there is to do, and let those who asked know."""
        while self.waiting:
            self.waiting.pop(0)()
            QApplication.sendPostedEvents()


@pytest.fixture
def worker() -> WhenTold:
    return WhenTold()


@pytest.fixture
def disk(qapp: QApplication) -> Iterator[Jobs]:
    """A thread of its own, as in the program."""
    gc.collect()  # here: timers that earlier tests left must not be found by that thread
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor)
        yield jobs
        jobs.finish()


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(clock=lambda: NOW, randomness=random.Random(1))


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Makes an open article in which each pair is a label and the words it is on."""

    def made(marks: Sequence[tuple[str, str]] = (), text: str = TEXT, **more: Any) -> OpenArticle:
        annotations = [
            Annotation(f"a{number:05}", label, Span(text.index(words), text.index(words) + len(words)))
            for number, (label, words) in enumerate(marks)
        ]
        path = tmp_path / "town.txt"
        document = Document(Article.of(path.name, text), MappingProxyType({a.id: a for a in annotations}))
        index = TextIndex(text, annotations)
        sidecar = tmp_path / "town.annotations.yaml"
        return OpenArticle(path, sidecar, document, index, QUndoStack(), built_in_scheme(), **more)

    return made


@pytest.fixture
def said(session: Session) -> list[str]:
    """Sentences that the status line is given from now on."""
    words: list[str] = []
    session.said.connect(words.append)
    return words


@pytest.fixture
def tag(session: Session) -> Tag:
    """Tags words of the open article; gives the new annotation's id."""

    def put(label: str, words: str) -> str:
        start, id = session.document.article.text.index(words), session.new_id()
        span = Span(start, start + len(words))
        session.do(edits.annotate(session.document, span, label, id=id, now=NOW), f"Tag “{words}” as {label}")
        return id

    return put
