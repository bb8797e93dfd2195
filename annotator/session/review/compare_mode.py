"""Comparing as a mode: which annotators, which difference is the current one, and how they are named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.language.annotator_names import GOLD, UNNAMED
from annotator.model.kinds.decisions import Decision
from annotator.review.adjudicating import Compared, by_version, decision_over
from annotator.review.comparing import Cluster
from annotator.session.background.jobs import AFTER_PAINTING_MS, Jobs
from annotator.session.opening.opener import Opener
from annotator.session.review.annotators import ReadAnnotators, read_annotators, read_earlier, whole_of
from annotator.session.review.compared_names import ComparedNames
from annotator.session.review.differences import Differences
from annotator.session.review.told_of_comparing import told_of
from annotator.session.session import Session
from annotator.translation.messages import N_, _

COMPARING = N_("Comparing…")
ALONE = N_("There is nothing to compare with: two annotators, or an earlier version, are needed")


class CompareMode(ComparedNames):
    """State of the mode. ``table`` holds what is compared, None outside the mode; ``current`` is a difference.

    ``deciding``: the open document is the final version, of the annotator ``GOLD``. ``agreed`` are the clusters
    in which all agree and that it does not have yet; ``decided`` counts the differences that are decided. ``names`` are
    all who can be compared, of whom ``wanted`` returns those that the user has chosen. ``whole``: all is compared, and
    not only the beginning of a long article. ``begun``, ``changed``, ``ended``: the mode. ``crowded``: there are more
    than can be compared, and nothing is chosen of them.
    """

    begun = Signal()
    changed = Signal()
    ended = Signal()
    crowded = Signal()

    def __init__(self, session: Session, opener: Opener, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._opener, self._jobs = session, opener, jobs
        self.table: Compared | None = None
        self._differences = Differences()
        self.current: Cluster | None = None
        self.deciding, self.whole = False, True
        self.reopened: Mapping[str, Mapping[str, str]] = {}
        self.decisions: Mapping[tuple[str, str], Decision] = {}
        self.agreed: tuple[Cluster, ...] = ()
        self.decided, self._pass, self.called = 0, 0, ""
        self.names: tuple[str, ...] = ()
        self.wanted: Callable[[], Collection[str]] = tuple
        self._before: str | None = None
        self._awaited: Path | None = None
        session.opened.connect(self._follow_article)
        session.changed.connect(lambda _change: self._follow_change())

    @property
    def under_way(self) -> bool:
        return self.table is not None

    def begin(self, *, deciding: bool = False) -> None:
        """Compare the annotators of the open article; ``deciding``: in the final version, which is opened for it."""
        session = self._session
        if session.current is None or session.path is None:
            return
        session.field.finish()
        self._pass += 1
        self._awaited, path = session.path, session.path
        if deciding and self._opener.annotator != GOLD:
            self._end_table()
            self._before, self._opener.annotator = self._opener.annotator, GOLD
            self._opener.open(path)
        else:
            self._read(path)

    def begin_again(self) -> None:
        """Compare the annotators who are wanted now, in the way that is under way."""
        if self.names and self._session.path:
            self._pass += 1
            self._read(self._session.path)

    def begin_earlier(self) -> None:
        """Compare the open document with its last earlier version that has other annotations."""
        session = self._session
        article, name = session.current, self._opener.annotator
        if article is None:
            return
        session.field.finish()
        self._pass += 1
        this, document, sidecar, self.deciding = self._pass, article.document, article.sidecar, False
        session.say(_(COMPARING))
        self._jobs.run(lambda: read_earlier(sidecar, document, name), lambda done: self._take(this, done))

    def leave(self) -> bool:
        """Leave the mode, and open one's own document again. Return whether it was under way."""
        if not self.under_way and self._before is None:
            return False
        self._pass += 1
        self._awaited = None
        self._end_table()
        if self._before is not None:
            self._opener.annotator, self._before = self._before, None
            if self._session.path:
                self._opener.open(self._session.path)
        return True

    def step(self, step: int) -> None:
        """Go to the next difference, or the one before; from the last to the first, once all is compared."""
        if not self.whole and not 0 < self.number + step <= len(self.differences):
            self._session.say(_(COMPARING))
        elif cluster := self._differences.beside(self.current, step):
            self.choose(cluster)

    def choose(self, cluster: Cluster) -> None:
        """Make this difference the current one and show its words."""
        self.current = cluster
        session = self._session
        session.select(None)
        session.move_caret(cluster.span.start)
        session.reveal_caret()
        self.changed.emit()

    def go_on(self) -> None:
        """Go to the next difference that is not decided, if there is one."""
        cluster = next(filter(self.is_open, self._differences.after(self.current)), None)
        if cluster:
            self.choose(cluster)
        else:
            self.changed.emit()

    def hide_names(self) -> None:
        """Call the annotators by letters, or by their names again."""
        self.hidden = not self.hidden
        self.order(self.table.documents if self.table else ())
        self.changed.emit()

    @property
    def differences(self) -> tuple[Cluster, ...]:
        return self._differences.all

    def decision(self, cluster: Cluster) -> Decision | None:
        """Return the decision of the final version over the cluster."""
        return decision_over(self.decisions, cluster) if self.deciding else None

    def is_open(self, cluster: Cluster) -> bool:
        """Return whether nothing is decided over the cluster, or what was decided does not stand any more."""
        decision = self.decision(cluster)
        return decision is None or decision.id in self.reopened

    @property
    def decider(self) -> str:
        """Name of who decides: that before the final version was opened, else ``called``; empty without one."""
        return self._before or self.called

    @property
    def number(self) -> int:
        """Number of the current difference, from 1; 0 without one."""
        return self._differences.number(self.current)

    def _read(self, path: Path) -> None:
        session, this, wanted = self._session, self._pass, self.wanted()
        document, name = session.document, self._opener.annotator
        self.deciding = name == GOLD
        final, own = (document, {}) if self.deciding else (None, {name or UNNAMED: document})
        session.say(_(COMPARING))
        self._jobs.run(
            lambda: read_annotators(path, document.article, final, own, wanted), lambda done: self._take(this, done)
        )

    def _take(self, this: int, done: Future[ReadAnnotators]) -> None:
        if this != self._pass or self._session.current is None:
            return
        self._awaited, found = None, done.result()
        if len(found.table.documents) < 2:
            self.leave()
            self._session.say(found.lost or " ".join((_(ALONE), *found.problems)))
            return
        again, self.names = self.under_way, found.names
        self.order(found.table.documents)
        self.reopened = {one.decision.id: one.changed for one in found.reopened}
        self._take_table(found)
        self.current = None
        if not again:
            self.begun.emit()
        self.go_on()
        self._tell(found)
        if not found.whole:  # once what there is has been painted
            QTimer.singleShot(
                AFTER_PAINTING_MS,
                self,
                lambda: self._jobs.run(lambda: whole_of(found), lambda all: self._add(this, all)),
            )
        if found.crowded and len(set(found.names) & set(self.wanted())) < 2:
            self.crowded.emit()

    def _add(self, this: int, done: Future[ReadAnnotators]) -> None:
        """Take all, after the beginning; the current difference stays."""
        if this == self._pass and self.table is not None:
            found = done.result()
            self._take_table(found)
            self.current = self._differences.like(self.current)
            self.changed.emit()
            self._tell(found)

    def _take_table(self, found: ReadAnnotators) -> None:
        self.table, self.whole, self._differences = found.table, found.whole, found.differences
        self._note_decisions()

    def _tell(self, found: ReadAnnotators) -> None:
        told = told_of(found, len(self.differences), hidden=self.hidden)
        self._session.say(" ".join(told) if found.whole else _(COMPARING))

    def _note_decisions(self) -> None:
        current = self._session.current
        known = current.document.of(Decision).values() if current else ()
        self.decisions = by_version(known)
        clusters = self.table.clusters if self.table and self.whole else ()
        self.agreed = tuple(cluster for cluster in clusters if cluster.agreed and self.is_open(cluster))
        self.decided = sum(not self.is_open(one) for one in self.differences) if self.deciding else 0

    def _end_table(self) -> None:
        if self.table is not None:
            self.table, self._differences, self.current, self.whole = None, Differences(), None, True
            self.order(())
            self.deciding, self.reopened, self.names = False, {}, ()
            self.ended.emit()

    def _follow_article(self) -> None:
        """Compare once the final version is open; leave where another article is."""
        current = self._session.current
        if current and self._awaited == current.path and not self._session.coming:
            self._read(current.path)
        elif self._awaited is None:
            self._follow_other()

    def _follow_other(self) -> None:
        """Leave as another article is open, and let that be one's own document again."""
        if self.under_way or self._before is not None:
            self.leave()

    def _follow_change(self) -> None:
        if self.under_way:
            self._note_decisions()
            self.changed.emit()
