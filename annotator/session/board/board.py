"""The board: rows of the folder as they are read, how they are shown, and the open article's, which follow it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, Signal

from annotator.corpus.board.parts import BoardPart
from annotator.corpus.board.reading import Wanted, part_of
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import board_columns
from annotator.facts.desk.which_facts import fact_labels
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import Jobs
from annotator.session.board.arrangement import Arrangement, BoardView
from annotator.session.board.filling import BoardFilling
from annotator.session.board.orders import RowOrders
from annotator.session.opening.folder import Folder
from annotator.session.session import Session


class Board(QObject):
    """Table of the annotations of one label, and its lines.

    ``reset``: there is another table. ``rearranging``: all lines are about to be others; ``rearranged``: they are.
    ``appending``: lines are about to be appended, the first and the last of them; ``appended``: they have been.
    ``altered``: cells of the lines that are shown have changed. ``counted``: there are other numbers of rows, or all
    has been read.
    """

    reset = Signal()
    rearranging = Signal()
    rearranged = Signal()
    appending = Signal(int, int)
    appended = Signal()
    altered = Signal()
    counted = Signal()

    def __init__(self, session: Session, folder: Folder, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._is_awake = self._is_stale = self._is_late = False
        self.filling = BoardFilling(jobs, self)
        self.root: Path | None = None
        self.label = ""
        self.wanted = Wanted("", ())
        self.table = BoardTable(())
        self.orders = RowOrders(self.table)
        self.view = BoardView()
        self.arrangement = Arrangement()
        self.unread: list[str] = []
        self._connect()

    def _connect(self) -> None:
        self.filling.came.connect(self._add)
        self.filling.ended.connect(self._finish)
        self.filling.gone.connect(self._remove)
        self.filling.idle = lambda: self.orders.step()  # there are others for each label
        self._session.changed.connect(lambda _change: self._follow())
        self._session.opened.connect(self._follow)
        self._folder.listed.connect(self._forget)
        self._folder.scheme_changed.connect(self._forget)

    @property
    def scheme(self) -> Scheme | None:
        """Scheme of the folder, else that of the open article."""
        return self._folder.scheme or (self._session.scheme if self._session.current else None)

    @property
    def labels(self) -> list[str]:
        """Labels of which there can be a board, those of facts first."""
        if self.scheme is None:
            return []
        facts = fact_labels(self.scheme)
        return sorted((label.id for label in self.scheme.labels), key=lambda id: id not in facts)

    @property
    def is_of_facts(self) -> bool:
        """True if the rows are facts, which are open or not."""
        return self.scheme is not None and self.label in fact_labels(self.scheme)

    @property
    def open_sidecar(self) -> str:
        """Path of the open article's sidecar from the folder, with slashes; empty where it is not in the board."""
        article = self._session.current
        if article is None:
            return ""
        root = self.root or article.path.parent
        return article.sidecar.relative_to(root).as_posix() if article.sidecar.is_relative_to(root) else ""

    # what is shown

    def wake(self, *, awake: bool) -> None:
        """Be shown from now on, as it was left but for what has changed since; or only note what changes."""
        self._is_awake = awake
        if not awake:
            return
        labels = self.labels
        if self.root != self._folder.path or self.label not in labels or self._is_stale:
            self.show_label(self.label if self.label in labels else next(iter(labels), ""))
        else:
            self._follow()
            self.catch_up()

    def show_label(self, label: str) -> None:
        """Show the annotations of that label, which are read in the background."""
        self.rearranging.emit()
        self.root, self.label, self._is_stale, self.unread = self._folder.path, label, False, []
        columns = board_columns(self.scheme, label) if self.scheme else ()
        self.wanted = Wanted(label, columns)
        self.table = BoardTable(self.wanted.columns)
        self.orders = RowOrders(self.table)
        self.view, self.arrangement = BoardView(scope=self.view.scope), Arrangement()
        self.arrangement.arrange(self.orders, self.view)  # nothing yet, but divided as it is to be
        self.filling.start(self.root, self.wanted)
        self.rearranged.emit()
        self.reset.emit()
        if self.root is None:
            self._follow()

    def show_as(self, **changed: object) -> None:
        """Show the rows in another way: with fields of BoardView changed."""
        self.view = replace(self.view, **changed)  # type: ignore[arg-type]  # fields of the view
        self.arrange()

    def arrange(self) -> None:
        """Arrange the lines anew, with all that has changed."""
        self._is_late = False
        self.rearranging.emit()
        self.arrangement.arrange(self.orders, self.view)
        self.rearranged.emit()
        self.counted.emit()

    def close_groups(self, keys: set[str]) -> None:
        """Let the groups with these keys, and no others, be closed."""
        self.rearranging.emit()
        self.arrangement.close(keys)
        self.rearranged.emit()

    def row_of(self, sidecar: str, id: str) -> int:
        """Return the row of an annotation of that document; -1 if it is not in the board, or not yet."""
        placed = self.table.document_with(sidecar)
        return next((row for row in placed.rows if self.table.ids[row] == id), -1) if placed else -1

    def open_group_of(self, row: int) -> None:
        """Open the group in which the row is, if it is closed."""
        closed = self.arrangement.closed
        groups = (group for group in self.arrangement.groups if group.key in closed) if closed else ()
        if found := next((group for group in groups if row in group.rows), None):
            self.close_groups(closed - {found.key})

    # what has changed

    def catch_up(self) -> None:
        """Read the sidecars that somebody has written since, if it is shown."""
        if self._is_awake:
            self.filling.catch_up()

    def take(self, parts: Iterable[BoardPart]) -> None:
        """Take rows of documents that were read anew; they stay where they are, unless their number has changed."""
        before = len(self.table)
        for part in parts:
            self.table.add(part)
        self._show_exchanged(before)
        self._work_ahead()
        self.counted.emit()

    def _follow(self) -> None:
        if self._is_awake and not self._is_stale:
            self._take_open_article()

    def _take_open_article(self) -> None:
        """Take the rows of the open article as they are in memory."""
        article, sidecar = self._session.current, self.open_sidecar
        if article is None or not sidecar or not self.label:
            return
        if self.filling.busy and self.table.document_with(sidecar) is None:
            return  # it comes in its turn
        paths = str(PurePosixPath(sidecar).with_name(article.path.name)), sidecar
        self.take([part_of(self.wanted, article.document, article.scheme, paths)])

    def _forget(self) -> None:
        """Begin anew when it is shown, as there is another folder or scheme."""
        self._is_stale = True
        if self._is_awake:
            self.wake(awake=True)

    # what is read

    def _add(self, part: BoardPart) -> None:
        self.unread += [problem.path.name for problem in part.problems]
        before, known = len(self.table), len(self.table.documents)
        numbers = self.table.add(part)
        if any(number < known for number in numbers):
            self._show_exchanged(before)
        elif self.view.grows_at_end:
            self._append(numbers)
        else:
            self._is_late = True  # with the others, once all has been read or another order is chosen
        self.counted.emit()

    def _append(self, numbers: Sequence[int]) -> None:
        further = self.arrangement.further(self.table, self.view, numbers) if numbers else None
        if further is not None and further.size:
            first = self.arrangement.count
            self.appending.emit(first, first + self.arrangement.lines_for(further) - 1)
            self.arrangement.append(further)
            self.appended.emit()

    def _show_exchanged(self, before: int) -> None:
        """Show documents that are others now; rows stay where they are, unless their number has changed."""
        if len(self.table) != before:
            self.arrange()
        else:
            self.altered.emit()

    def _finish(self) -> None:
        if self._is_late:
            self.arrange()
        self._follow()
        self._work_ahead()
        self.counted.emit()

    def _remove(self, sidecars: Iterable[str]) -> None:
        for sidecar in sidecars:
            self.table.remove(sidecar)
        self.arrange()
        self._work_ahead()

    def _work_ahead(self) -> None:
        """Work out orders while nothing else is to do; as long as rows come they would soon be out of date."""
        if not self.filling.busy:
            self.orders.begin()
            self.filling.stir()
