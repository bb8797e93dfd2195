"""Actions that need no window, on documents that grow in one way at a time."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from types import MappingProxyType

from PySide6.QtGui import QUndoStack

from annotator.anchoring.anchored import read_document
from annotator.corpus.checking.faults import SchemeFaults
from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.merge import merge
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.session.editing.marking import Marking
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.storage.saving.history import keep, versions
from annotator.storage.saving.saver import Saver
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.benchmarks.growth.exponents import SINGLE, WHOLE, Actions, Growing
from tests.benchmarks.texts import NOW, sample

CHARACTERS_EACH = 100
EDITED = 20
"""Edits and undos that are measured together, as one is too short."""
ALL = {"edit": SINGLE, "undo": SINGLE, "relabel": SINGLE, "save": WHOLE, "open": WHOLE, "merge": WHOLE, "check": WHOLE}


def actions(scale: float) -> Iterator[Growing]:
    """Each thing that can be many, with what a user does to it."""
    yield Growing("annotations", _few(2000, scale), lambda number: _on(_spread(number)), ALL)
    yield Growing("annotations of a paragraph", _few(500, scale), lambda number: _on(_crowded(number)), ALL)
    limits = {"edit": SINGLE, "check": SINGLE}
    yield Growing("labels", _few(50, scale), _with_labels, limits)
    yield Growing("undo steps", _few(500, scale), _after_steps, {"edit": SINGLE, "undo": SINGLE})
    yield Growing("versions in the history", _few(12, scale), _with_history, {"save": WHOLE, "list": WHOLE})


def _few(number: int, scale: float) -> int:
    return max(2, round(number * scale))


def _spread(number: int) -> Document:
    """Annotations all over a text that grows with them."""
    return sample("growing", 2000 + CHARACTERS_EACH * number, number).document


def _crowded(number: int) -> Document:
    """Annotations of one paragraph, which stays as long as it is."""
    source = random.Random(number)
    text = "water harbour minister figures " * 2000
    made = {f"a{one}": Annotation(f"a{one}", "claim", _span(source, len(text))) for one in range(number)}
    return Document(Article.of("crowded.txt", text), MappingProxyType(made), scheme="news-claims-1")


def _span(source: random.Random, length: int) -> Span:
    start = source.randrange(length - 100)
    return Span(start, start + source.randrange(1, 100))


@contextmanager
def _on(document: Document) -> Iterator[Actions]:
    session = _session(document, built_in_scheme())
    article, writer, rules = document.article, SidecarWriter(), SchemeFaults(built_in_scheme())
    data = writer.data(document)
    ours, theirs = (_edited(document, name) for name in ("ours", "theirs"))
    numbers = count()

    def read() -> None:
        TextIndex(article.text, read_document(Path(article.name), article, data).document.annotations.values())

    yield {
        "edit": lambda: _edit(session, numbers),
        "undo": lambda: [session.undo() for _ in range(EDITED)],
        "relabel": lambda: _relabel(session, numbers),
        "save": lambda: writer.data(_edited(document, f"x{next(numbers)}")),
        "open": read,
        "merge": lambda: merge(document, ours, theirs),
        "check": lambda: [*rules.of(document)],
    }


def _session(document: Document, scheme: Scheme) -> Session:
    session = Session(clock=lambda: NOW, randomness=random.Random(1))
    path = Path(document.article.name)
    index = TextIndex(document.article.text, document.annotations.values())
    session.show(OpenArticle(path, sidecar_path(path), document, index, QUndoStack(session.history), scheme))
    return session


def _edit(session: Session, numbers: Iterator[int], label: str = "claim") -> None:
    """Select some characters and tag them, each time in another place."""
    marking = Marking(session)
    for _ in range(EDITED):
        start = 7 * next(numbers) % (len(session.document.article.text) - 50)
        session.move_caret(start + 41, start)
        marking.tag(label)


def _relabel(session: Session, numbers: Iterator[int]) -> None:
    """Give one annotation another label, and another one."""
    marking, ids = Marking(session), list(islice(session.document.annotations, EDITED))
    label = ("source", "quote")[next(numbers) % 2]
    for id in ids:
        marking.relabel([id], label)


def _edited(document: Document, id: str) -> Document:
    return edits.annotate(document, Span(3, 50), "quote", id=id, now=NOW).apply(document)


@contextmanager
def _with_labels(number: int) -> Iterator[Actions]:
    document = _spread(1000)
    labels = tuple(Label(f"label{one}", "", "#56B4E9", "fill") for one in range(number))
    scheme, names = Scheme("many", "Many", labels), random.Random(1)
    made = {id: altered(item, label=names.choice(labels).id) for id, item in document.annotations.items()}
    document = replace(document, annotations=MappingProxyType(made))
    session, rules, numbers = _session(document, scheme), SchemeFaults(scheme), count()
    yield {"edit": lambda: _edit(session, numbers, labels[-1].id), "check": lambda: [*rules.of(document)]}


@contextmanager
def _after_steps(number: int) -> Iterator[Actions]:
    session, numbers = _session(_spread(2000), built_in_scheme()), count()
    for _ in range(-(-number // EDITED)):
        _edit(session, numbers)
    yield {"edit": lambda: _edit(session, numbers), "undo": lambda: [session.undo() for _ in range(EDITED)]}


@contextmanager
def _with_history(number: int) -> Iterator[Actions]:
    document, numbers, newest = _spread(20), count(), datetime(2026, 11, 22, 6, 21, 20, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / document.article.name
        path.write_text(document.article.text, encoding="utf-8")
        sidecar = sidecar_path(path)
        for one in range(number):
            keep(sidecar, f"version {one}".encode(), f"{newest - timedelta(days=number - one):%Y-%m-%dT%H:%M:%SZ}")

        def save() -> None:
            """Save for the first time in a session, which adds a version."""
            held = sidecar.read_bytes() if sidecar.exists() else None
            Saver(sidecar).save(_edited(document, f"x{next(numbers)}"), held, NOW)

        yield {"save": save, "list": lambda: versions(sidecar)}
