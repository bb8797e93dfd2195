"""Contents of the tables of figures and names, worked out in the background: of the open article or of its folder."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.facts.names.rows import NameRow
from annotator.language.folding import folded
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import AFTER_PAINTING_MS, Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.editing.values.attribute_words import separators
from annotator.session.fact_tables.contents import (
    Contents,
    Figures,
    Names,
    figures_of,
    figures_without_findings,
    joined_figures,
    joined_names,
    names_of,
)
from annotator.session.fact_tables.folder_contents import Part, Wanted, read_contents
from annotator.session.opening.folder import Folder
from annotator.session.session import Session

MANY = 2000
"""Annotations from which on the figures are shown before it is known what does not fit."""

Step: TypeAlias = tuple[int, str, Callable[[], Figures | Names]]
Worked: TypeAlias = tuple[int, str, Figures | Names]
"""The scope for which something was worked out, the name of the article there, and its figures or names."""


class FactReading(QObject):
    """Contents, which follow the open article.

    ``changed``: there are other contents. ``progressed``: a Stage of the reading of the folder. ``ended``: it was read,
    or cancelled.
    """

    changed = Signal()
    progressed = Signal(object)
    ended = Signal()
    _found = Signal(int, object)

    def __init__(self, session: Session, folder: Folder, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        works = (LongWork(jobs, self) for _work in range(3))
        self._work, self._folder_work, self._joining = works
        self._parts: dict[str, Contents] = {}
        self._run = 0  # results for earlier scopes are ignored
        self._path, self._read_in = session.path, folder.path
        self._steps: list[Step] = []
        self._soon = QTimer(self, interval=AFTER_PAINTING_MS, singleShot=True)
        self._is_awake, self._is_stale = True, False
        self.whole_folder = self.is_cancelled = False
        self.contents = Contents()
        self.unread: tuple[str, ...] = ()
        self._work.ended.connect(self._take)
        self._soon.timeout.connect(self._go_on)
        self._folder_work.progressed.connect(self.progressed)
        self._folder_work.ended.connect(self._end)
        self._joining.ended.connect(self._take_names)
        self._found.connect(self._add)
        session.changed.connect(lambda _change: self.refresh())
        session.opened.connect(self._follow)

    @property
    def busy(self) -> bool:
        """True while the folder is being read."""
        return self._folder_work.running

    @property
    def working(self) -> bool:
        """True while anything about figures or names is being worked out."""
        return self.busy or bool(self._steps) or self._work.running or self._joining.running

    @property
    def name(self) -> str:
        """Name of the open article in its folder; empty where none is open."""
        return self._session.current.path.name if self._session.current else ""

    @property
    def scheme(self) -> Scheme | None:
        """Scheme of the open article, else of the folder."""
        return self._session.scheme if self._session.current else self._folder.scheme

    def show(self, *, whole_folder: bool) -> None:
        """Show the tables of the open article, or of the whole folder, which is read in the background."""
        self.whole_folder = whole_folder
        self._run += 1
        self._parts, self.unread = {}, ()
        self._folder_work.cancel()
        self.is_cancelled = False
        self.contents = Contents()
        if whole_folder:
            self._read_folder()
        else:
            self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Work out the contents of the open article anew, in the background: its figures, then its names."""
        article = self._session.current
        self._is_stale = not self._is_awake
        if self._is_stale:
            return
        if article is None:
            self._show(Contents())
            return
        self._steps = self._steps_for(article.document, article.scheme)
        self._soon.stop()
        self._go_on()

    def wake(self, *, awake: bool) -> None:
        """Follow the open article from now on, or only note that it has changed, as nobody sees the tables."""
        self._is_awake = awake
        if awake and self._is_stale:
            self.refresh()

    def stop(self) -> None:
        """Stop reading the folder; what was read stays."""
        self._folder_work.cancel()

    def rows_by_article(self, row: NameRow) -> dict[str, NameRow]:
        """Return the rows of that name in each article that has it, by the article; empty for the open one alone."""
        wanted = folded(row.name)
        found = ((article, one) for article, part in self._parts.items() for one in part.names.rows)
        return {article: one for article, one in found if folded(one.name) == wanted}

    def take(self, part: Part) -> None:
        """Take what was read anew of articles of the folder; nothing where the tables are those of one article."""
        if self.whole_folder:
            self._add(self._run, part)

    def wanted(self, names: Collection[str]) -> Wanted | None:
        """Return the order to read these articles of the folder; None where no folder is open."""
        scheme, folder = self.scheme, self._folder.path
        if folder is None or scheme is None:
            return None
        return Wanted([folder / name for name in names], self._folder.annotator, scheme, separators())

    # results

    def _follow(self) -> None:
        """Show the article that was opened, and keep what is shown where it is the same one as before."""
        before, self._path = self._path, self._session.path
        is_other = before != self._path
        if self.whole_folder:
            is_other = self._read_in != self._folder.path
        if is_other:
            self.show(whole_folder=self.whole_folder)
        else:
            self.refresh()

    def _steps_for(self, document: Document, scheme: Scheme) -> list[Step]:
        """Return what is to be worked out; the findings of very many figures only when these are shown."""
        run, name, told = self._run, self.name if self.whole_folder else "", separators()
        steps: list[Callable[[], Figures | Names]] = [
            lambda: figures_of(document, scheme, told, name),
            lambda: names_of(document, scheme, name),
        ]
        if len(document.annotations) > MANY and not self.contents.figures.rows:
            steps.insert(0, lambda: figures_without_findings(document, scheme, told, name))
        return [(run, name, step) for step in steps]

    def _go_on(self) -> None:
        if not self._steps:
            return
        run, name, step = self._steps.pop(0)

        def work(passing: Passing) -> Worked:
            passing.go_on()
            return run, name, step()

        self._work.start(work)

    def _take(self, result: object) -> None:
        """Take the figures or the names of the open article and go on; once they are painted, where they are many."""
        if isinstance(result, tuple):
            run, name, part = result
            if run == self._run:
                before = self._parts.get(name, Contents())
                is_figures = isinstance(part, Figures)
                self._parts[name] = replace(before, figures=part) if is_figures else replace(before, names=part)
                self._show_parts()
        if len(self.contents.figures.rows) > MANY:
            self._soon.start()
        else:
            self._go_on()

    def _read_folder(self) -> None:
        self._read_in = self._folder.path
        entries = self._folder.entries
        beside = (entries.path(row).name for row in range(len(entries)) if not entries.folders[row])
        wanted = self.wanted([name for name in beside if name != self.name])
        if wanted is None:
            return
        self.refresh()
        tell = partial(self._found.emit, self._run)
        self._folder_work.start(lambda passing: read_contents(wanted, passing, tell))

    def _add(self, run: int, part: Part) -> None:
        if run == self._run:
            self._parts |= part.contents
            self.unread += part.unread
            self._show_parts()

    def _show_parts(self) -> None:
        """Show the figures of all that was read; names of several documents follow as soon as they are joined."""
        parts, run = [*self._parts.values()], self._run
        names = joined_names(parts) if len(parts) == 1 else self.contents.names
        self._show(Contents(joined_figures(parts), names))
        if len(parts) > 1:
            self._joining.start(lambda _passing: (run, joined_names(parts)))

    def _take_names(self, result: object) -> None:
        if isinstance(result, tuple) and result[0] == self._run:
            self._show(replace(self.contents, names=result[1]))

    def _end(self, result: object) -> None:
        self.is_cancelled = result is None
        self.ended.emit()

    def _show(self, contents: Contents) -> None:
        self.contents = contents
        self.changed.emit()
