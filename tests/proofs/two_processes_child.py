"""One of two programs that annotate the same article, by the program's own session, autosave and reconciler.

Each line on standard input is a change to make: its number, and whether the next waits until it is saved.
"""

from __future__ import annotations

import random
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QUndoStack

from annotator.anchoring.anchored import read_document
from annotator.model import edits
from annotator.model.article import Article
from annotator.model.kinds.evidence import Evidence
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.session.sync.reconciler import Reconciler
from annotator.session.text_index import TextIndex
from annotator.storage.schemes.scheme_lookup import built_in_scheme

NOW = "2026-11-22T06:21:20Z"
ARTICLE = Article.of("town.txt", "Thousands of people left. " * 200)


def main(sidecar: Path, prefix: str) -> None:
    app = QCoreApplication([])
    session = Session(clock=lambda: NOW, randomness=random.Random(prefix))
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor)
        autosave = Autosave(session, jobs)
        reconciler, evidence = Reconciler(session, autosave, jobs), EvidenceEdits(session)
        read = read_document(sidecar, ARTICLE)
        index = TextIndex(ARTICLE.text, read.document.annotations.values())
        path = sidecar.with_name(ARTICLE.name)
        session.show(OpenArticle(path, sidecar, read.document, index, QUndoStack(), built_in_scheme(), read.data))
        print("ready", flush=True)
        for line in sys.stdin:
            number, waits = line.split()
            start = int(number) % 200 * 26
            label = "claim" if prefix == "a" else "source"
            id = f"{prefix}{number}"
            session.do(edits.annotate(session.document, Span(start, start + 9), label, id=id, now=NOW), id)
            evidence.put(Evidence(f"e{id}", (id,), title=id))
            while waits == "wait" and autosave.saving:
                app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            app.processEvents()
            print(f"{number} {len(reconciler.conflicts(session.current)) if session.current else 0}", flush=True)
        autosave.finish()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
