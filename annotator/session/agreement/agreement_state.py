"""Agreement of two annotators in the open folder or article, worked out in the background."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.tree import count_sidecars
from annotator.review.agreement.article import Wanted
from annotator.review.agreement.behind import differences_behind
from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.results import Place, RowKey
from annotator.session.agreement.folder_agreement import (
    Measured,
    agreement_of,
    annotators_in,
)
from annotator.session.agreement.measuring import measured_below
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.opening.folder import Folder
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.session.session import Session
from annotator.storage.files.confinement import confined_to
from annotator.translation.messages import N_, _, ngettext, number

MEASURING = N_("Measuring")
NOBODY = N_("No article is by two annotators, so there is nothing to compare")


@dataclass(frozen=True, slots=True)
class Read:
    """Result of reading: what was measured, the ``pair`` that is compared, and its agreement.

    ``names`` can be compared; the ``people`` among them have annotated, and not only reviewed or decided.
    """

    names: tuple[str, ...]
    people: tuple[str, ...]
    pair: tuple[str, ...]
    found: Measured
    agreement: Agreement


class AgreementState(QObject):
    """Agreement of a pair of annotators. ``changed``: there is another. ``progressed``: a Stage. ``ended``: no work."""

    changed = Signal()
    progressed = Signal(object)
    ended = Signal()

    def __init__(self, session: Session, folder: Folder, jobs: Jobs, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._reading = WorkAfterSaving(jobs, autosave, self)
        self._read: Read | None = None
        self._article: Agreement | None = None
        self.pair: tuple[str, ...] = ()
        self.whole_folder = True
        self.sentence = ""
        self._read_folder: Path | None = None
        self.is_stale = False
        session.changed.connect(lambda _change: self._note_change())
        self._reading.progressed.connect(self.progressed)
        self._reading.ended.connect(self._end)

    @property
    def busy(self) -> bool:
        return self._reading.running

    @property
    def names(self) -> tuple[str, ...]:
        """Annotators who can be compared."""
        return self._read.names if self._read else ()

    @property
    def people(self) -> tuple[str, ...]:
        """Annotators who have not only reviewed or decided."""
        return self._read.people if self._read else ()

    @property
    def agreement(self) -> Agreement | None:
        """Agreement in the scope that is shown; None as long as nothing was read."""
        if self._read is None:
            return None
        return self._read.agreement if self.whole_folder else self._article

    @property
    def article(self) -> str:
        """Path of the open article in its folder, with slashes; empty if none is open in it."""
        current, folder = self._session.current, self._folder.path
        if current is None or folder is None or not current.path.is_relative_to(folder):
            return ""
        return current.path.relative_to(folder).as_posix()

    def begin(self, pair: tuple[str, ...] = ()) -> None:
        """Read the folder from now on; compare the ``pair``, or else its annotator with the first other one."""
        self.pair, self.is_stale = pair, False
        if self._folder.path != self._read_folder:
            self._read = self._article = None
        self._read_folder = self._folder.path
        self._reading.when_saved(self._start)
        self.changed.emit()

    @property
    def is_outdated(self) -> bool:
        """True if another folder is open than was read, or the open article has been changed since."""
        return self.is_stale or self._folder.path != self._read_folder

    def stop(self) -> None:
        """Stop reading."""
        self._reading.cancel()

    def show(self, *, whole_folder: bool) -> None:
        """Show the agreement in the whole folder, or in the open article alone."""
        self.whole_folder = whole_folder
        self._measure_article()
        self.changed.emit()

    def places(self, cell: tuple[str, str]) -> list[Place]:
        """Return the places that the first annotator gave the one label and the second the other."""
        found = self.agreement.places if self.agreement else ()
        return [place for place in found if (place.label_a, place.label_b) == cell]

    def differences(self, key: RowKey, measure: str) -> list[Place]:
        """Return the places behind a number of the table."""
        return differences_behind(self.agreement, key, measure) if self.agreement else []

    def state_words(self) -> str:
        """Return how many articles are compared."""
        agreement = self.agreement
        if agreement is None or not agreement.articles:
            return self.sentence or ("" if self.busy else _(NOBODY))
        count = len(agreement.articles)
        if not self.whole_folder:
            return _("one article, no intervals")
        return ngettext(
            "{count} article by both, {resamples} resamples", "{count} articles by both, {resamples} resamples", count
        ).format(count=number(count), resamples=number(agreement.resamples))

    def _note_change(self) -> None:
        self.is_stale = True

    def _start(self) -> None:
        folder, pair, own = self._folder.path, self.pair, self._folder.annotator
        if folder is not None:
            self._reading.start(lambda passing: read_agreement(folder, pair, own, passing))

    def _end(self, result: object) -> None:
        self.sentence = result if isinstance(result, str) else _("Cancelled") if result is None else ""
        if isinstance(result, Read):
            self._read, self.pair = result, result.pair
            self._measure_article()
        self.ended.emit()
        self.changed.emit()

    def _measure_article(self) -> None:
        """Work out the agreement in the open article, which takes no intervals."""
        self._article = None
        if self._read and not self.whole_folder:
            own = [one for one in self._read.found.articles if one.path == self.article]
            found = Measured(own, [], self._read.found.order)
            self._article = agreement_of(found, Wanted(self.pair), least=1, resamples=0)


def read_agreement(folder: Path, pair: tuple[str, ...], own: str, passing: Passing) -> Read:
    """Measure the agreement of two annotators of a folder. Raises CancelledError."""
    with confined_to([folder]):
        passing.begin(_(MEASURING), count_sidecars([folder]))
        found = measured_below(folder, Wanted((), frozenset(), with_places=True, with_reviews=True), passing)
        names, people = annotators_in(found.articles), _people(found)
        chosen = pair if set(pair) <= set(names) and pair else _first_pair(names, _reviewers(found), own)
        if len(names) > 2:
            passing.begin(_(MEASURING), count_sidecars([folder]))
            found = measured_below(folder, Wanted(chosen, with_places=True), passing)
        agreement = agreement_of(found, Wanted(chosen))
        assert agreement.rows is not None  # worked out here, and not in the thread of the window
        return Read(tuple(names), people, chosen, found, agreement)


def _people(found: Measured) -> tuple[str, ...]:
    """Return who has annotated an article that another one has annotated too, and not only reviewed it."""
    works = [frozenset(one.annotators) - one.reviewers for one in found.articles]
    return tuple(sorted({name for names in works if len(names) > 1 for name in names}))


def _reviewers(found: Measured) -> frozenset[str]:
    return frozenset[str]().union(*(one.reviewers for one in found.articles))


def _first_pair(names: list[str], reviewers: frozenset[str], own: str) -> tuple[str, ...]:
    """Return who is compared as long as nobody is chosen: two who have annotated, one's own work among it."""
    order = sorted(names, key=lambda name: (name in reviewers, name != own))
    return tuple(sorted(order[:2]))
