"""Steps of the board: what was changed in one go, what takes it back, and what does it again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.corpus.board.changing import CellChange
from annotator.translation.messages import _

Cells = Mapping[str, Mapping[str, CellChange]]
"""Changes by the path of the sidecar from the folder, and the id of the annotation."""


@dataclass(frozen=True, slots=True)
class BoardStep:
    """A change: its ``title``, its attribute, empty for the state, and the values with those before.

    ``walked`` is the title of the step that it takes back, or, where it is no way ``back``, does again; else empty.
    """

    title: str
    attribute: str
    cells: Cells
    walked: str = ""
    back: bool = False


class BoardSteps:
    """Steps that were made, and those that were taken back and can be done again."""

    def __init__(self) -> None:
        self._made: list[BoardStep] = []
        self._undone: list[BoardStep] = []

    def note(self, step: BoardStep, made: Cells) -> None:
        """Note a step that has been carried out, with what was really changed; a new one ends what was undone."""
        if made and not step.walked:
            self._undone.clear()
        after = self._undone if step.back else self._made
        if made:
            after.append(BoardStep(step.walked or step.title, step.attribute, made))

    def take(self, *, back: bool) -> BoardStep | None:
        """Return the change that takes the last step back, or does the last one that was undone again; None if none.

        Annotations that have another value by then are left as they are.
        """
        steps = self._made if back else self._undone
        if not steps:
            return None
        step, words = steps.pop(), _("Undone: {step}") if back else _("Redone: {step}")
        cells = {sidecar: {id: one.back for id, one in some.items()} for sidecar, some in step.cells.items()}
        return BoardStep(words.format(step=step.title), step.attribute, cells, step.title, back)


class InTurn:
    """Work that takes a while, one piece after another: what comes meanwhile waits."""

    def __init__(self) -> None:
        self._is_busy = False
        self._waiting: deque[Callable[[], None]] = deque()

    def do(self, work: Callable[[], None]) -> None:
        """Begin the work, now or once all before it has ended."""
        if self._is_busy:
            self._waiting.append(work)
        else:
            self._is_busy = True
            work()

    def end(self) -> None:
        """Note that the work has ended, and begin what waits."""
        self._is_busy = False
        if self._waiting:
            self.do(self._waiting.popleft())
