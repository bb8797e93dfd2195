"""Changes of states and values in the board, for many rows at once, and the way back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.board.changing import CellChange, Changed, change_sidecars, changed_cell
from annotator.corpus.board.parts import BoardPart
from annotator.corpus.board.reading import Wanted, parts_of
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.model.annotation import Annotation, Value
from annotator.model.change import Change
from annotator.model.either import ABSENT
from annotator.session.background.jobs import Jobs
from annotator.session.board.board import Board
from annotator.session.board.steps import BoardStep, BoardSteps, Cells, InTurn
from annotator.session.board.values import change_title
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.saved_first import SavedFirst
from annotator.session.session import Session
from annotator.session.undo_steps import following
from annotator.storage.sidecars.sidecar_files import annotator_in
from annotator.translation.messages import _, ngettext, number


class BoardChanges(QObject):
    """Give rows a state or a value: in the open article as a step of its undo, in others in their sidecars.

    ``settled``: a change has been made, or taken back. ``problems`` are those of the last one. ``annotator`` returns
    whose documents may be changed.
    """

    settled = Signal()

    def __init__(self, board: Board, session: Session, autosave: Autosave, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._session, self._jobs = board, session, jobs
        self._saved = SavedFirst(autosave, self)
        self._steps, self._turns = BoardSteps(), InTurn()
        self.annotator: Callable[[], str] = str
        self.problems: list[str] = []

    def tell_whose(self, rows: Sequence[int]) -> list[int]:
        """Return those of the rows that are of the annotator’s own documents; where none is, this is said."""
        documents, own = self._board.table.document, self.annotator()
        found = [row for row in rows if annotator_in(Path(documents(row).sidecar)) == own]
        if not found:
            self._session.say(_("These annotations are of another annotator"))
        return found

    def set(self, rows: Sequence[int], column: BoardColumn, value: Value) -> bool:
        """Give the rows a state or a value, None for none. Return False if none of them may be changed.

        The change ends once ``settled`` is emitted; rows of other annotators are left as they are, which is said.
        """
        table = self._board.table
        own = self.tell_whose(rows)
        if not own:
            return False
        given = (value or "") if column.kind is ColumnKind.STATE else (None if value == "" else value)
        cells: defaultdict[str, dict[str, CellChange]] = defaultdict(dict)
        for row in own:
            cells[table.document(row).sidecar][table.ids[row]] = CellChange(ABSENT if given is None else given)
        step = BoardStep(change_title(column, given, len(own)), column.attribute, cells)
        self._turns.do(partial(self._carry_out, step))
        return True

    def undo(self) -> None:
        """Take the last change of the board back, where nobody has set another value since."""
        self._turns.do(partial(self._walk, back=True))

    def redo(self) -> None:
        """Do again what was last taken back, where nobody has set another value since."""
        self._turns.do(partial(self._walk, back=False))

    def _walk(self, *, back: bool) -> None:
        step = self._steps.take(back=back)
        if step:
            self._carry_out(step)
            return
        nothing = _("There is nothing to undo in the board") if back else _("There is nothing to redo in the board")
        self._session.say(nothing)
        self._turns.end()

    def _carry_out(self, step: BoardStep) -> None:
        """Change the open article now, and the others once all that is unsaved is on disk."""
        here, root = self._board.open_sidecar, self._board.root
        done = {here: self._change_open(step, step.cells[here])} if here in step.cells else {}
        others = {sidecar: some for sidecar, some in step.cells.items() if sidecar != here}
        if others and root:
            self._saved.do(partial(self._change_others, root, step, others, done))
        else:
            self._settle(step, done, [])

    def _change_open(self, step: BoardStep, wanted: Mapping[str, CellChange]) -> Mapping[str, CellChange]:
        """Change the open article; a change that is its last step is undone there, and one that is its next redone."""
        session, done = self._session, dict[str, CellChange]()
        annotations, pairs = session.document.annotations, list[tuple[Annotation, Annotation]]()
        for id, one in wanted.items():
            if found := changed_cell(annotations.get(id), step.attribute, one, session.now()):
                pairs.append((annotations[id], found[0]))
                done[id] = found[1]
        change = Change(tuple(old for old, _new in pairs), tuple(new for _old, new in pairs))
        next_one = following(session.history.activeStack(), back=step.back)
        if step.walked and pairs and session.writable and next_one and next_one.does_the_same(change, back=step.back):
            (session.undo if step.back else session.redo)()
            return done
        return done if session.do(change, step.title) else {}

    def _change_others(self, root: Path, step: BoardStep, others: Cells, done: Cells) -> None:
        wanted, at, board = {root / sidecar: some for sidecar, some in others.items()}, self._session.now(), self._board

        def work() -> tuple[Changed, list[BoardPart]]:
            return _changed(root, step.attribute, wanted, at, board.wanted)

        def then(future: Future[tuple[Changed, list[BoardPart]]]) -> None:
            if future.exception():
                self._turns.end()
            changed, parts = future.result()
            if root == board.root:
                board.take(parts)
            made = {path.relative_to(root).as_posix(): some for path, some in changed.done.items()}
            self._settle(step, {**done, **made}, list(map(str, changed.problems)))

        self._jobs.run(work, then)

    def _settle(self, step: BoardStep, done: Cells, problems: list[str]) -> None:
        made = {sidecar: some for sidecar, some in done.items() if some}
        self._steps.note(step, made)
        self.problems = problems
        self._session.say(_said(step, made, sum(map(len, step.cells.values()))))
        self._turns.end()
        self.settled.emit()


def _changed(
    root: Path, attribute: str, wanted: Mapping[Path, Mapping[str, CellChange]], at: str, board: Wanted
) -> tuple[Changed, list[BoardPart]]:
    """Change the sidecars, and read the rows of those that have been changed."""
    changed = change_sidecars(root, attribute, wanted, at)
    return changed, list(parts_of(root, changed.done, board))


def _said(step: BoardStep, made: Cells, wanted: int) -> str:
    """Return the title of what was done, and how many annotations are left as they are."""
    left = wanted - sum(map(len, made.values()))
    if not left:
        return step.title
    if step.walked:
        words = ngettext("{count} has been changed since", "{count} have been changed since", left)
    else:
        words = ngettext("{count} is left as it is", "{count} are left as they are", left)
    return _("; ").join([step.title, words.format(count=number(left))])
