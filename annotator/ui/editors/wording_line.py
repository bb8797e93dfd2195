"""Line of a proposed wording: the old words, and behind an arrow the new ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

from annotator.facts.desk.wording_difference import wording_difference
from annotator.model.annotation import Value
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.laid_runs import Kind, Run
from annotator.ui.widgets.words.runs_text import RunsText

ARROW = " → "


class WordingLine(RunsText):
    """The change in one text: words that go are struck, words that come are strong; hidden where nothing is proposed.

    A screen reader reads old and new words one after the other, without what is between the lines.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._shown: tuple[str, str] = "", ""
        self.setObjectName("wordingLine")
        self.hide()

    def show_wording(self, wording: Mapping[str, Value]) -> None:
        """Show ``old`` and ``new`` of the wording."""
        old, new = (" ".join(str(wording.get(key) or "").split()) for key in ("old", "new"))
        self.setVisible(bool(new))
        if new and (old, new) != self._shown:
            self._shown = old, new
            self.show_runs([*wording_runs(old, new)])
            self.setAccessibleName(_("{old}, proposed: {new}").format(old=old, new=new))


def wording_runs(old: str, new: str) -> Iterator[Run]:
    """Yield the runs of the change from the old wording to the new one."""
    before, after = wording_difference(old, new)
    for part in before:
        yield Run(part.words, Kind.STRUCK if part.differs else Kind.MUTED)
    yield Run(ARROW, Kind.MUTED)
    for part in after:
        yield Run(part.words, Kind.STRONG if part.differs else Kind.PLAIN)
