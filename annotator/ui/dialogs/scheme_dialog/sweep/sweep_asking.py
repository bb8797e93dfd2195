"""Course of a change that goes through saved files: chosen, previewed, agreed to, made."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from annotator.corpus.scheme_sweeps.plan import Plan
from annotator.model.scheme_changes.changes import Merge, Remove, Rename, SchemeChange, Split
from annotator.model.scheme_changes.parts import Part
from annotator.session.scheme_changes.scheme_runs import Preview, SchemeRuns, Swept
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.storage.saving.scheme_journal import Journal
from annotator.translation.messages import _, ngettext, number
from annotator.ui.dialogs.scheme_dialog.sweep.change_choices import (
    MergeChoice,
    RemoveChoice,
    SplitChoice,
    mergeable,
    splittable,
)
from annotator.ui.dialogs.scheme_dialog.sweep.strip import SweepStrip
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard


class Choices(Protocol):
    """Widget in which a change is chosen."""

    @property
    def change(self) -> SchemeChange: ...

    @property
    def changed(self) -> SignalInstance: ...


class SweepAsking(QObject):
    """Course of one change at a time in the strip.

    ``busy``: whether a change is being asked for or made. ``locked``: whether files are being written. ``save_first``:
    write the draft, then call ``go_on``. ``done``: what was done, as a Swept, and the part to show, None for the part
    that is shown.
    """

    busy = Signal(bool)
    locked = Signal(bool)
    save_first = Signal()
    done = Signal(object, object)

    def __init__(self, editor: SchemeEditor, runs: SchemeRuns, look: Look, strip: SweepStrip) -> None:
        super().__init__(strip)
        self._editor, self._runs, self._look, self._strip = editor, runs, look, strip
        self._change: SchemeChange | None = None
        self._seen: Plan | None = None
        self._writing = False
        self._choices: Choices | None = None
        editor.sweep_asked.connect(self._ask)
        strip.agreed.connect(self._agree)
        strip.cancelled.connect(self.cancel)
        runs.progressed.connect(strip.show_stage)
        runs.ended.connect(self._end)

    @property
    def is_open(self) -> bool:
        """True while a change is being asked for or made."""
        return self._change is not None or self._writing

    def merge(self) -> None:
        """Ask into which part the part shown is to be merged."""
        if mergeable(self._editor, self._editor.place):
            choice = MergeChoice(self._editor, self._editor.place, self._strip)
            self._begin(choice.change, choice, choice)
        else:
            self._editor.refused.emit(_("There is no other one of its kind to merge it into."))

    def split(self) -> None:
        """Ask by which attribute the label is to be split."""
        if splittable(self._editor, self._editor.place):
            choice = SplitChoice(self._editor, self._editor.place, self._look, self._strip)
            self._begin(choice.change, choice, choice)
        else:
            self._editor.refused.emit(_("A label is split by an attribute that has choices; this one has none."))

    def take_back(self, journal: Journal) -> None:
        """Take a change back, and show that in the strip."""
        self._writing, self._change = True, None
        self._strip.show()
        self.busy.emit(True)
        self.locked.emit(True)
        self._strip.begin(_("Taking back"), can_cancel=False)
        self._runs.take_back(journal)

    def cancel(self) -> None:
        """Give the change up; one that is being made is taken back."""
        if self._runs.running and self._writing:
            self._runs.cancel()
        else:
            self._runs.cancel()
            self._close()

    def go_on(self) -> None:
        """Make the change, now that the draft is written."""
        if self._change:
            self._writing = True
            self._strip.begin(_("Changing"))
            self.locked.emit(True)
            self._runs.run(self._editor.folder, self._change, self._seen)

    def _ask(self, deed: str, place: Part, name: str) -> None:
        if deed == self._editor.RENAME:
            self._begin(Rename(place, name), None, None)
        else:
            choice = RemoveChoice(place, self._look, self._strip)
            self._begin(choice.change, choice, choice)

    def _begin(self, change: SchemeChange, choices: Choices | None, widget: QWidget | None) -> None:
        if self._writing:
            return
        self._choices = choices
        if choices:
            choices.changed.connect(self._follow)
        self.busy.emit(True)
        self._preview(change, widget)
        if widget:
            take_keyboard(widget)

    def _follow(self) -> None:
        """Preview what is chosen now."""
        if self._choices and isinstance(self._choices, QWidget):
            self._preview(self._choices.change, self._choices)

    def _preview(self, change: SchemeChange, widget: QWidget | None) -> None:
        self._change, self._seen = change, None
        self._strip.ask(change, widget)
        self._runs.preview(self._editor.folder, change)

    def _agree(self) -> None:
        if self._change and self._editor.draft.is_changed:
            self._seen = None  # the draft is another scheme; where somebody else has changed it, it is not written
            self.save_first.emit()
        else:
            self.go_on()

    def _end(self, result: object) -> None:
        """Show the preview, or say what was done, or why nothing was."""
        wrote, self._writing = self._writing, False
        if wrote:
            self.locked.emit(False)
        match result:
            case Preview() if result.plan.change == self._change:
                self._seen = result.plan
                self._strip.show_preview(result, self._others())
            case Swept():
                place = _place_after(self._change) if self._change else None
                self._close()
                self.done.emit(result, place)
            case str():
                self._strip.refuse(result)
            case None if wrote:
                self._strip.refuse(_("Cancelled: every file is as it was."))

    def _others(self) -> str:
        """Return a sentence on the other changes that are saved with this one; empty if there are none."""
        draft = self._editor.draft
        if not draft.is_changed:
            return ""
        sentence = ngettext(
            "{count} other change of the scheme is saved with it.",
            "{count} other changes of the scheme are saved with it.",
            max(draft.steps, 1),
        )
        return sentence.format(count=number(max(draft.steps, 1)))

    def _close(self) -> None:
        self._change, self._choices = None, None
        self._strip.end()
        self.busy.emit(False)


def _place_after(change: SchemeChange) -> Part:
    """Return the part to show once the change is done."""
    match change:
        case Rename():
            return change.part.named(change.name)
        case Merge():
            return change.part.named(change.into)
        case Split():
            return change.part.owner
        case Remove():
            return change.part
