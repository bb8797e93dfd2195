"""Saving: what it costs the window, what it costs the worker, and how soon it stands on disk."""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest

from annotator.model import edits
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.benchmarks.drawing import Pair
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.texts import NOW, Sample
from tests.benchmarks.timing import Times


def cost_for_the_window(shown: Sample, words: list[Span], folder: Path) -> Pair:
    """A change of a session with autosave, until that is on disk, and the same change of one without."""
    pair = Pair()
    for times, saved in ((pair.bare, False), (pair.ours, True)):
        with ThreadPoolExecutor(1) as executor:
            session = Session(clock=lambda: NOW, randomness=random.Random(1))
            jobs = Jobs(executor)
            autosave = Autosave(session, jobs) if saved else None
            path = folder / "of-session.txt"
            article = OpenArticle(
                path, sidecar_path(path), shown.document, shown.index(), QUndoStack(), built_in_scheme()
            )
            session.show(article)
            for span in words:
                times.measure(lambda session=session, span=span: _tag(session, span))
                if autosave:
                    times.cpu[-1] += _cpu_until_saved(autosave)
        article.sidecar.unlink(missing_ok=True)
    return pair


def cost_for_the_worker(shown: Sample, words: list[Span]) -> Pair:
    """Write the document after one more annotation; orjson writes the same records from plain dictionaries."""
    pair, writer, document = Pair(), SidecarWriter(), shown.document
    writer.data(document)
    for number, span in enumerate(words):
        document = edits.annotate(document, span, "claim", id=f"new{number}", now=NOW).apply(document)
        records = _records(document)
        pair.bare.measure(lambda records=records: orjson.dumps(records))
        pair.ours.measure(lambda document=document: writer.data(document))
    return pair


def key_to_disk(window: Window, shown: Sample, words: list[Span]) -> Times:
    """From the key to the file that holds what it did."""
    times = Times()
    window.open(shown)
    sidecar = sidecar_path(window.paths[shown.name])
    for span in words:
        window.session.move_caret(span.start + 1)
        window.rest()
        before = _stamp(sidecar)
        times.measure(lambda before=before: _press_and_wait(window, sidecar, before))
    return times


def _tag(session: Session, span: Span) -> None:
    change = edits.annotate(session.document, span, "claim", id=session.new_id(), now=NOW, among=())
    session.do(change, "Tag")


def _cpu_until_saved(autosave: Autosave) -> float:
    saved, start = QEventLoop(), time.thread_time()
    autosave.state_changed.connect(lambda: None if autosave.saving else saved.quit())
    saved.exec()
    autosave.state_changed.disconnect()
    return 1000 * (time.thread_time() - start)


def _records(document: Document) -> list[dict[str, object]]:
    text = document.article.text
    return [
        {
            "id": a.id,
            "label": a.label,
            "start": a.span.start,
            "end": a.span.end,
            "text": a.words(text),
            "before": text[max(0, a.span.start - 32) : a.span.start],
            "after": text[a.span.end : a.span.end + 32],
            "created": a.created,
            "modified": a.modified,
        }
        for a in document.annotations.values()
    ]


def _press_and_wait(window: Window, sidecar: Path, before: tuple[int, int]) -> None:
    QTest.keyClick(window.view, "c")
    wait_until(lambda: _stamp(sidecar) != before)


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_ino
