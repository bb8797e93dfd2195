"""Agreement of the annotators who are compared, by label, counted while nothing else is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future
from itertools import combinations

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.document import Document
from annotator.review.agreement.article import HALF, Wanted, side_of
from annotator.review.agreement.columns import Columns
from annotator.review.agreement.pairs import Side, add_spans
from annotator.review.agreement.spans import LabelAgreement, by_label, speaks_against
from annotator.session.background.jobs import Jobs
from annotator.session.review.compare_mode import CompareMode
from annotator.session.session import Session
from annotator.translation.messages import _

IDLE_MS = 400
"""Time without a key of the mode after which the next two annotators are counted: the thread competes with keys."""


class ComparedAgreement(QObject):
    """Agreement in the article of ``mode``; ``rows`` are empty until all is counted. ``changed``: there are others."""

    changed = Signal()

    def __init__(self, mode: CompareMode, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.mode, self._session, self._jobs = mode, session, jobs
        self.rows: list[LabelAgreement] = []
        self._documents: Mapping[str, Document] = {}
        self._pairs: list[tuple[str, str]] = []
        self._sides: dict[str, Side] = {}
        self._columns: Columns = Counter()
        self._runs = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._count)
        mode.changed.connect(self._follow)
        mode.ended.connect(self._follow)

    def go_to(self, label: str, *, overlaps: bool) -> None:
        """Go to the next difference behind a number of the label."""
        mode, share = self.mode, HALF if overlaps else 1
        following = (*mode.differences[mode.number :], *mode.differences[: mode.number])
        behind = (one for one in following if speaks_against(one, label, len(mode.annotators), share))
        if cluster := next(behind, None):
            mode.choose(cluster)
        else:
            self._session.say(_("No difference is behind this number"))

    def _follow(self) -> None:
        """Begin anew where other documents are compared; a key puts off what is left."""
        table = self.mode.table
        documents = table.documents if table and self.mode.whole else {}
        if documents is not self._documents and (documents or self._documents):
            self._documents, self._sides, self._columns = documents, {}, Counter()
            self._pairs = [*combinations(sorted(documents), 2)]
            self.rows = []
            self.changed.emit()
        if self._pairs:
            self._soon.start(IDLE_MS)

    def _count(self) -> None:
        """Count in the background what the next two annotators have alike."""
        if self._runs or not self._pairs:
            return
        documents, sides, pair, self._runs = self._documents, self._sides, self._pairs[0], True
        self._jobs.run(lambda: _counted(documents, sides, pair), lambda done: self._take(documents, done))

    def _take(self, documents: Mapping[str, Document], done: Future[tuple[dict[str, Side], Columns]]) -> None:
        self._runs = False
        if documents is self._documents:
            sides, columns = done.result()
            self._sides |= sides
            self._columns.update(columns)
            del self._pairs[0]
            if not self._pairs:
                self.rows = by_label(self._columns, [*documents])
                self.changed.emit()
        if self._pairs and not self._soon.isActive():
            self._soon.start(0)


def _counted(
    documents: Mapping[str, Document], known: Mapping[str, Side], pair: tuple[str, str]
) -> tuple[dict[str, Side], Columns]:
    """Return the annotations of two annotators, and what is counted in them."""
    one, other = (known.get(name) or side_of(name, documents[name], Wanted()) for name in pair)
    columns: Columns = Counter()
    add_spans(columns, one, other, HALF)
    return {one.annotator: one, other.annotator: other}, columns
