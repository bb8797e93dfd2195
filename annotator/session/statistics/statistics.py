"""Charts of the open article or of its folder, worked out in the background."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from annotator.corpus.charts.chart import Chart
from annotator.corpus.charts.wording import Wording
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.editing.values.attribute_words import separators
from annotator.session.opening.article_walk import name_below
from annotator.session.opening.folder import Folder
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.session.session import Session
from annotator.session.statistics.asked import Answer, Asked, answer, found_annotator
from annotator.session.statistics.folder_tallies import Found, read_tallies
from annotator.translation.messages import _, ngettext, number

Worked: TypeAlias = tuple[int, Asked, Answer]
"""The run for which something was worked out, what was asked for, and the answer."""


class Statistics(QObject):
    """Charts, which follow the open article.

    ``changed``: there are other charts. ``progressed``: a Stage of the reading of the folder. ``ended``: it was read,
    or cancelled.
    """

    changed = Signal()
    progressed = Signal(object)
    ended = Signal()
    _found = Signal(int, object)

    def __init__(self, session: Session, folder: Folder, jobs: Jobs, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._reading, self._work = WorkAfterSaving(jobs, autosave, self), LongWork(jobs, self)
        self._run = 0  # results of earlier runs are ignored
        self._read = Found()
        self._awake = self._is_stale = False
        self._answered = Asked(None)
        self._annotator_chosen = False
        self.asked = Asked(None)
        self.answer = Answer()
        self.is_cancelled = False
        self._reading.progressed.connect(self.progressed)
        self._reading.ended.connect(self._end)
        self._found.connect(self._take)
        self._work.ended.connect(self._take_answer)
        session.changed.connect(lambda _change: self._follow())
        session.opened.connect(self._follow)

    @property
    def charts(self) -> tuple[Chart, ...]:
        return self.answer.charts

    @property
    def busy(self) -> bool:
        """True while the folder is being read."""
        return self._reading.running

    @property
    def working(self) -> bool:
        """True while anything is being read or worked out."""
        return self.busy or self._work.running

    @property
    def path(self) -> Path | None:
        """Folder that is counted."""
        return self._folder.path

    def begin(self, *, whole_folder: bool) -> None:
        """Read the folder from now on, and show the charts of the open article or of the whole folder."""
        self._awake, self._annotator_chosen, self.is_cancelled = True, False, False
        self._run += 1
        self._read = Found()
        self.answer = Answer()
        self.asked = self._fresh(replace(self.asked, whole_folder=whole_folder, annotator=self._folder.annotator))
        self._reading.when_saved(self._start)
        self.changed.emit()

    def wake(self, *, awake: bool) -> None:
        """Follow the open article from now on, or only note that it has changed, as nobody sees the charts."""
        self._awake = awake
        if awake and self._is_stale:
            self._follow()

    def stop(self) -> None:
        """Stop reading the folder; what was read stays."""
        self._reading.cancel()

    def ask(self, **changes: Any) -> None:
        """Show what is asked for now: fields of ``Asked``."""
        self._annotator_chosen |= "annotator" in changes
        self.asked = self._fresh(replace(self.asked, **changes))
        self._work_out()

    def wish(self, **changes: Any) -> None:
        """Change the wishes: fields of ``Wishes``."""
        self.ask(wishes=replace(self.asked.wishes, **changes))

    def state_words(self) -> str:
        """Return how many articles and words are counted, and what is not."""
        told = self.answer
        articles = ngettext("{count} article", "{count} articles", told.articles).format(count=number(told.articles))
        words = ngettext("{count} word", "{count} words", told.words).format(count=number(told.words))
        # Translators: numbers of articles and of words, as in “14 articles, 41,300 words”.
        sentence = _("{articles}, {words}").format(articles=articles, words=words)
        if self.is_cancelled:
            return _("{found}. Cancelled: the rest of the folder is not read").format(found=sentence)
        if self._read.unread:
            unread = ngettext("{count} file cannot be read", "{count} files cannot be read", self._read.unread)
            return _("{found}. {unread}").format(found=sentence, unread=unread.format(count=number(self._read.unread)))
        return sentence

    def _start(self) -> None:
        folder = self._folder.path
        if folder is None:
            return
        tell = partial(self._found.emit, self._run)
        self._reading.start(lambda passing: read_tallies(folder, self._asked_now, passing, tell))

    def _asked_now(self) -> Asked:
        return self.asked  # one assignment: it may be read in the other thread

    def _fresh(self, asked: Asked) -> Asked:
        current = self._session.current
        scheme = self._session.scheme if current else self._folder.scheme
        name = name_below(self._folder.path, current.path) if current else None
        return replace(
            asked,
            scheme=scheme,
            article=PurePath(name).as_posix() if name else "",
            document=current.document if current and name else None,
            wording=Wording(_day, separators()),
        )

    def _follow(self) -> None:
        self._is_stale = not self._awake
        if self._awake:
            self.asked = self._fresh(self.asked)
            self._work_out()

    def _work_out(self) -> None:
        """Work the charts out anew, unless reading does so at its end."""
        if self.busy and not self._read.tallies:
            return
        run, asked, found = self._run, self.asked, self._read
        is_same = replace(asked, wishes=self._answered.wishes) == self._answered and not self.busy
        before = self.answer.charts if is_same else ()

        def work(passing: Passing) -> Worked:
            passing.go_on()
            return run, asked, answer(asked, found.tallies, found.left_out, before)

        self._work.start(work)

    def _take(self, run: int, found: Found) -> None:
        if run != self._run:
            return
        self._read, self.answer, self._answered = found, found.answer, found.asked
        if not self._annotator_chosen:
            wanted = found_annotator(self._folder.annotator, self.answer.annotators)
            if wanted != self.asked.annotator:
                self.asked = replace(self.asked, annotator=wanted)
                self._work_out()
                return
        self.changed.emit()

    def _take_answer(self, result: object) -> None:
        if isinstance(result, tuple) and result[0] == self._run:
            _run, self._answered, self.answer = result
            self.changed.emit()

    def _end(self, result: object) -> None:
        self.is_cancelled = result is None
        if isinstance(result, Found):
            self._take(self._run, result)
            self.asked = self._fresh(self.asked)
            if result.asked != self.asked:
                self._work_out()
        self.ended.emit()


def _day(day: Any) -> str:
    # Translators: pattern of a date: d is the day, MMM the month’s short name, M its number, yyyy the year.
    return QLocale().toString(QDate(day.year, day.month, day.day), _("d MMM yyyy"))
