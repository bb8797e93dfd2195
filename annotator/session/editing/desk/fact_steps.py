"""Open facts of the open article: how many there are, and the next or previous one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from annotator.facts.desk.digests import KnownDigests
from annotator.facts.desk.open_facts import settled_among
from annotator.facts.desk.which_facts import facts_among
from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.session.session import Session
from annotator.translation.messages import _


class FactSteps(QObject):
    """Facts of the article and those that are open, brought up to date by each change. ``changed``: they may be others.

    ``total`` is the number of facts. In an unchecked text all are open, so the settled ones are remembered.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.total, self._settled = 0, set[str]()
        self._known = KnownDigests()
        session.opened.connect(self._follow_article)
        session.changed.connect(self._follow_change)

    @property
    def open(self) -> int:
        """Number of open facts."""
        return self.total - len(self._settled)

    def is_open(self, annotation: Annotation) -> bool:
        """Return True if the annotation is an open fact of the article."""
        return annotation.id not in self._settled and bool(facts_among([annotation], self._session.scheme))

    def step(self, step: int) -> None:
        """Select the next open fact or, with -1, the one before; after the last one the first."""
        session = self._session
        if session.current is None:
            return
        session.field.finish()
        if not self.open:
            session.say(_("No fact is open"))
            return
        session.say("")
        order, here = session.index.order, self._here()
        start = bisect_right(order, here) if step > 0 else bisect_left(order, here)
        ahead = (*order[start:], *order[:start]) if step > 0 else (*order[:start][::-1], *order[start:][::-1])
        annotations = session.document.annotations
        found = next(id for _start, _end, id in ahead if self.is_open(annotations[id]))
        session.select(found, show=True)

    def _here(self) -> tuple[int, int, str]:
        selected, caret = self._session.selected_annotation, self._session.caret.position
        return selected.position if selected else (caret, caret, "")

    def _follow_article(self) -> None:
        self.total, self._settled = 0, set()
        if self._session.current:
            self._add(self._session.document.annotations.values())
        self.changed.emit()

    def _follow_change(self, change: Change) -> None:
        others = any(change.removed_of(kind) or change.added_of(kind) for kind in (Query, Criticism, SignOff))
        if others or self._session.document.of(SignOff):  # what a signed fact says is also in what it is linked to
            self._follow_article()
            return
        gone = facts_among(change.annotations_removed, self._session.scheme)
        self.total -= len(gone)
        self._settled.difference_update(fact.id for fact in gone)
        self._add(change.annotations_added)
        self.changed.emit()

    def _add(self, annotations: Iterable[Annotation]) -> None:
        facts = facts_among(annotations, self._session.scheme)
        self.total += len(facts)
        self._settled |= settled_among(facts, self._session.document, self._known)
