"""Dismissals and ticks of the tables, kept with the article that they are of, whether that is open or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject

from annotator.corpus.facts.deciding import Deciding, decide
from annotator.facts.names.rows import NameRow
from annotator.language.plain_line import shortened
from annotator.model.change import Change
from annotator.model.check_edits import remove_items
from annotator.model.document import Document
from annotator.model.ids import new_id
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.editing.dismissing import (
    Dismissing,
    dismissal_of,
    dismissed_words,
    withdrawal_of,
    withdrawn_words,
)
from annotator.session.editing.name_ticking import LONGEST, NameTicking, tick_of
from annotator.session.fact_tables.fact_tables import FactTables
from annotator.session.fact_tables.folder_contents import Part, Wanted, read_contents
from annotator.session.fact_tables.found import Found
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.saved_first import SavedFirst
from annotator.session.session import Session
from annotator.storage.files.file_error import Problem
from annotator.translation.messages import _


@dataclass(frozen=True, slots=True)
class _Order:
    """Decisions by the name of their article, below the folder, and the articles to read again."""

    folder: Path
    decisions: Mapping[str, Deciding]
    wanted: Wanted
    at: str


class Decisions(QObject):
    """Decisions: in the open article a step of its undo, in others of the folder a change of their sidecars.

    Those are taken back as they were made: a tick by another one, a dismissal by *Take back*.
    """

    def __init__(self, tables: FactTables, session: Session, autosave: Autosave, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._tables, self._session, self._jobs = tables, session, jobs
        self._saved = SavedFirst(autosave, self)
        self._due: list[Callable[[], object]] = []

    def is_elsewhere(self, article: str) -> bool:
        """Return whether the article, of that name in the folder, is another one than the open one."""
        return article not in ("", self._tables.name)

    def dismiss(self, found: Found, reason: str) -> None:
        """Dismiss the finding for the reason, in the article that it is of."""
        if not self.is_elsewhere(found.article):
            Dismissing(self._session).dismiss(found.finding, reason)
            return
        at = self._session.now()
        deciding = partial(_dismissed, finding=found, why=reason, at=at)
        self._carry_out({found.article: deciding}, dismissed_words(found.finding))

    def take_back(self, found: Found) -> None:
        """Take the dismissals of the finding back, in the article that it is of."""
        if self.is_elsewhere(found.article):
            deciding = partial(withdrawal_of, finding=found.finding)
            self._carry_out({found.article: deciding}, withdrawn_words(found.finding))
        else:
            Dismissing(self._session).take_back(found.finding)

    def toggle_tick(self, row: NameRow) -> None:
        """Tick the name in all articles of the table that have it, or remove its ticks where all have it ticked."""
        rows, at = self._tables.rows_by_article(row), self._session.now()
        untick = bool(rows) and all(one.is_ticked for one in rows.values())
        due = {article: one for article, one in rows.items() if one.is_ticked == untick}
        others = {article: one for article, one in due.items() if self.is_elsewhere(article)}
        for article in due.keys() - others.keys():
            NameTicking(self._session).toggle(due[article])
        decisions: dict[str, Deciding] = {
            article: partial(_unticked, row=one) if untick else partial(_ticked, row=one, at=at)
            for article, one in others.items()
        }
        words = _("The ticks of “{name}” are removed") if untick else _("Ticked “{name}” in all articles that have it")
        self._carry_out(decisions, words.format(name=shortened(row.name, LONGEST)))

    def _carry_out(self, decisions: Mapping[str, Deciding], said: str) -> None:
        """Change the sidecars once all that is unsaved is on disk, read them again, and say that it was done."""
        wanted = self._tables.wanted(decisions.keys())
        if not decisions or wanted is None or not wanted.articles:
            return
        order = _Order(wanted.articles[0].parent, decisions, wanted, self._session.now())

        def then(done: Future[tuple[list[Problem], list[Part]]]) -> None:
            problems, parts = done.result()
            for part in parts:
                self._tables.take(part)
            self._session.say(str(problems[0]) if problems else said)

        self._due.append(lambda: self._jobs.run(partial(_decided, order), then))
        self._saved.do(self._run_due)

    def _run_due(self) -> None:
        due, self._due = self._due, []
        for run in due:
            run()


def _decided(order: _Order) -> tuple[list[Problem], list[Part]]:
    """Carry out the decisions; return what could not be, and what the articles say now."""
    annotator, at = order.wanted.annotator, order.at
    done = (decide(order.folder / name, annotator, deciding, at) for name, deciding in order.decisions.items())
    problems = [problem for problem in done if problem]
    parts: list[Part] = []
    read_contents(order.wanted, Passing(lambda _stage: None), parts.append)
    return problems, parts


def _dismissed(document: Document, finding: Found, why: str, at: str) -> Change:
    return dismissal_of(document, finding.finding, why, id=_free_id(document), at=at)


def _ticked(document: Document, row: NameRow, at: str) -> Change:
    return tick_of(document, row, id=_free_id(document), at=at)


def _unticked(document: Document, row: NameRow) -> Change:
    return remove_items(document, row.ticked_by)


def _free_id(document: Document) -> str:
    return new_id({*document.ids()}, Random())
