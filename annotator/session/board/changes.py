"""Changes of states and values in the board, for many rows at once, and the way back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.board.changing import CellChange, Changed, change_sidecars, value_of, with_value
from annotator.corpus.board.parts import BoardPart
from annotator.corpus.board.reading import Wanted, parts_of
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.label_names import capitalised
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation, Value
from annotator.model.change import Change
from annotator.model.scheme import STATE
from annotator.session.background.jobs import Jobs
from annotator.session.board.board import Board
from annotator.session.editing.check_words import state_words
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.saved_first import SavedFirst
from annotator.session.session import Session
from annotator.storage.sidecars.sidecar_files import annotator_in
from annotator.translation.messages import _, ngettext, number

Cells = Mapping[str, Mapping[str, CellChange]]
"""Changes by the path of the sidecar from the folder, and the id of the annotation."""


@dataclass(frozen=True, slots=True)
class BoardStep:
    """A change: its ``title``, its attribute, empty for the state, and the values with those before.

    ``undoes`` is the title of the change that it takes back; empty if it takes none back.
    """

    title: str
    attribute: str
    cells: Cells
    undoes: str = ""


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
        self._steps: list[BoardStep] = []
        self.annotator: Callable[[], str] = str
        self.problems: list[str] = []

    def can_change(self, row: int) -> bool:
        """Tell whether the row is of the annotator’s own document."""
        return annotator_in(Path(self._board.table.document(row).sidecar)) == self.annotator()

    def set(self, rows: Sequence[int], column: BoardColumn, text: str) -> bool:
        """Give the rows a state or a choice, an empty one for none. Return False if none of them may be changed.

        The change ends once ``settled`` is emitted; rows of other annotators are left as they are, which is said.
        """
        table, attribute = self._board.table, column.name
        own = [row for row in rows if self.can_change(row)]
        if not own:
            self._session.say(_("These annotations are of another annotator"))
            return False
        cells: defaultdict[str, dict[str, CellChange]] = defaultdict(dict)
        for row in own:
            cells[table.document(row).sidecar][table.ids[row]] = CellChange(_value(column, text))
        self._carry_out(BoardStep(_title(column, text, len(own)), attribute, cells))
        return True

    def undo(self) -> bool:
        """Take the last change of the board back, where nobody has set another value since. Return False for none."""
        if not self._steps:
            self._session.say(_("There is nothing to undo in the board"))
            return False
        step = self._steps.pop()
        back = {
            sidecar: {id: CellChange(one.before, one.value, is_bound=True) for id, one in some.items()}
            for sidecar, some in step.cells.items()
        }
        self._carry_out(BoardStep(_("Undone: {step}").format(step=step.title), step.attribute, back, step.title))
        return True

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
        """Change the open article; a change that is its last step is undone, so that nothing of it is left there."""
        session, done = self._session, dict[str, CellChange]()
        annotations, pairs = session.document.annotations, list[tuple[Annotation, Annotation]]()
        for id, one in wanted.items():
            before = value_of(annotations[id], step.attribute) if id in annotations else None
            if id in annotations and before != one.value and not (one.is_bound and before != one.before):
                after = with_value(annotations[id], step.attribute, one.value, session.now())
                pairs.append((annotations[id], after))
                done[id] = CellChange(one.value, before)
        if step.undoes and session.history.undoText() == step.undoes and len(done) == len(wanted):
            session.undo()
            return done
        change = Change(tuple(old for old, _new in pairs), tuple(new for _old, new in pairs))
        return done if session.do(change, step.title) else {}

    def _change_others(self, root: Path, step: BoardStep, others: Cells, done: Cells) -> None:
        wanted, at, board = {root / sidecar: some for sidecar, some in others.items()}, self._session.now(), self._board

        def work() -> tuple[Changed, list[BoardPart]]:
            return _changed(root, step.attribute, wanted, at, board.wanted)

        def then(future: Future[tuple[Changed, list[BoardPart]]]) -> None:
            changed, parts = future.result()
            if root == board.root:
                board.take(parts)
            made = {path.relative_to(root).as_posix(): some for path, some in changed.done.items()}
            self._settle(step, {**done, **made}, list(map(str, changed.problems)))

        self._jobs.run(work, then)

    def _settle(self, step: BoardStep, done: Cells, problems: list[str]) -> None:
        made = {sidecar: some for sidecar, some in done.items() if some}
        if made and not step.undoes:
            self._steps.append(BoardStep(step.title, step.attribute, made))
        self.problems = problems
        self._session.say(_said(step, made, sum(map(len, step.cells.values()))))
        self.settled.emit()


def _changed(
    root: Path, attribute: str, wanted: Mapping[Path, Mapping[str, CellChange]], at: str, board: Wanted
) -> tuple[Changed, list[BoardPart]]:
    """Change the sidecars, and read the rows of those that have been changed."""
    changed = change_sidecars(root, attribute, wanted, at)
    return changed, list(parts_of(root, changed.done, board))


def choices_of(column: BoardColumn) -> list[str]:
    """Return the values that the cells of a column may be given in place; none for a column that is only shown."""
    rule = column.rule
    return list(rule.choices) if rule and rule.type in ("choice", STATE) and not rule.many else []


def choice_words(column: BoardColumn, choice: str) -> str:
    """Return the name of a state or a choice."""
    return state_words(choice) if column.kind is ColumnKind.STATE else plain_line(value_words(choice, column.rule))


def _value(column: BoardColumn, text: str) -> Value:
    return text if column.kind is ColumnKind.STATE else text or None


def _title(column: BoardColumn, text: str, count: int) -> str:
    """Return what is done, in words."""
    name = _("State") if column.kind is ColumnKind.STATE else plain_line(capitalised(column.name))
    if not text:
        said = ngettext("Remove {name} of {count} annotation", "Remove {name} of {count} annotations", count)
        return said.format(name=name, count=number(count))
    said = ngettext("Set {name} to {value}: {count} annotation", "Set {name} to {value}: {count} annotations", count)
    return said.format(name=name, value=choice_words(column, text), count=number(count))


def _said(step: BoardStep, made: Cells, wanted: int) -> str:
    """Return the title of what was done, and how many annotations are left as they are."""
    left = wanted - sum(map(len, made.values()))
    if not left:
        return step.title
    if step.undoes:
        words = ngettext("{count} has been changed since", "{count} have been changed since", left)
    else:
        words = ngettext("{count} is left as it is", "{count} are left as they are", left)
    return _("; ").join([step.title, words.format(count=number(left))])
