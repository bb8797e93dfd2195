"""Opening of the scheme window, and what it does with files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.interop.new_scheme import NewScheme
from annotator.model.scheme_changes.parts import Part
from annotator.session.scheme_changes.scheme_runs import SchemeRuns, Swept
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.session.scheme_editing.scheme_file import OVERTAKEN, SchemeFile
from annotator.session.scheme_editing.scheme_work import SchemeWork
from annotator.session.scheme_editing.starts import Start
from annotator.session.services import Services
from annotator.storage.schemes.scheme_writing import WrittenScheme
from annotator.translation.messages import _
from annotator.ui.article_view.typography import typeface
from annotator.ui.dialogs.scheme_dialog.dialog import SchemeDialog
from annotator.ui.dialogs.scheme_dialog.start_dialog import StartDialog
from annotator.ui.dialogs.scheme_dialog.sweep.sweep_asking import SweepAsking
from annotator.ui.system.system_dialogs import Question, SystemDialogs
from annotator.ui.theme.fonts import article_font
from annotator.ui.theme.look import Look

SAMPLE_PIXELS = 17


class SchemeWindow(QObject):
    """The window of one folder's scheme, from reading the scheme until the window is closed.

    ``held`` returns, for a key, why the program needs it; empty if a scheme may use it.
    """

    def __init__(
        self,
        services: Services,
        look: Look,
        messages: SystemDialogs,
        held: Callable[[str], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services, self._look, self._messages, self._held, self._window = services, look, messages, held, window
        self._work = SchemeWork(services.long_jobs, self)
        self._runs = SchemeRuns(services.long_jobs, services.autosave, services.session.now, self)
        self._file: SchemeFile | None = None
        self._asking: SweepAsking | None = None
        self._then: Callable[[], None] = self._end
        self._place: Part | None = None
        self._following = self._missed = False
        self.dialog: SchemeDialog | None = None
        self._work.read.connect(self._show)
        self._work.prepared.connect(self._confirm)
        self._work.listed.connect(self._offer_starts)
        self._work.started.connect(self._start)
        self._work.written.connect(lambda: self._then())
        self._work.failed.connect(self._refuse)
        services.folder.scheme_changed.connect(self._follow)

    def open(self, folder: Path) -> None:
        """Read the folder's scheme and show it; if the window is open already, bring it to the front."""
        if self.dialog:
            self.dialog.raise_()
            self.dialog.activateWindow()
        else:
            self._work.open(folder)

    def may_close(self) -> bool:
        """Ask what to do with changes that are not saved; return whether the window has been closed."""
        if self.dialog:
            self.dialog.reject()
        return self.dialog is None

    def close(self) -> None:
        """Close the window without asking, as the program ends."""
        if self.dialog:
            self.dialog.done(0)

    def _show(self, file: SchemeFile) -> None:
        """Open the window with the scheme; in a window that is open, show the scheme."""
        following, self._following = self._following, False
        if self.dialog:
            if following and self._file and file.data == self._file.data:
                return  # this window has written it itself
            if following and self.dialog.editor.draft.is_changed:
                self.dialog.foot.refuse(_(OVERTAKEN))
                return
            if following:
                self.dialog.foot.say_next(_("The scheme was changed elsewhere; it is taken over"))
            self._file = file
            self.dialog.show_file(file, self._place)
            self._place = None
            self._work.count(file.path.parent)
        else:
            self._open_window(file)

    def _follow(self) -> None:
        """Show a scheme that somebody else has written; with unsaved changes, say that these can no longer be saved."""
        dialog = self.dialog
        if dialog is None or dialog.strip.isVisible() or self._work.is_busy:
            self._missed = True
            return
        self._following, self._missed = True, False
        self._work.open(dialog.editor.folder)

    def _follow_missed(self) -> None:
        """Show now what somebody else has written while a change was asked for."""
        if self._missed:
            self._follow()

    def _open_window(self, file: SchemeFile) -> None:
        settings = self._services.store.settings
        font = article_font(settings.article_font, SAMPLE_PIXELS)
        font.setFamilies(typeface(settings).families() or font.families())
        editor = SchemeEditor(file.scheme, file.path.parent, self._held, self)
        dialog = SchemeDialog(editor, file, self._look, font, self._messages, self._window)
        self._file, self.dialog = file, dialog
        asking = self._asking = SweepAsking(editor, self._runs, self._look, dialog.strip)
        dialog.header.merge_asked.connect(asking.merge)
        dialog.header.split_asked.connect(asking.split)
        asking.locked.connect(lambda on: dialog.lock(on=on))
        asking.busy.connect(lambda on: dialog.ask(on=on))
        asking.save_first.connect(self._save_then_sweep)
        asking.done.connect(self._show_swept)
        dialog.strip.cancelled.connect(self._follow_missed)
        dialog.foot.back_asked.connect(self._take_back)
        dialog.save_asked.connect(self._prepare)
        dialog.start_asked.connect(self._work.list_starts)
        dialog.finished.connect(self._forget)
        self._work.counted.connect(editor.take_uses)
        dialog.show()
        dialog.activateWindow()
        self._work.count(file.path.parent)

    def _prepare(self) -> None:
        if self.dialog and self._file:
            self.dialog.lock(on=True)
            self.dialog.foot.allow(on=False)
            self._work.prepare(self._file, self.dialog.editor.draft)

    def _offer_starts(self, starts: list[Start]) -> None:
        if self.dialog:
            chooser = StartDialog(starts, self._look, self.dialog)
            chooser.chosen.connect(self._work.start_from)
            chooser.file_asked.connect(self._ask_file)
            chooser.open()

    def _ask_file(self) -> None:
        chosen = self._messages.choose_sources(str(self._file.path.parent) if self._file else "")
        if chosen:
            self._work.start_from(chosen[0])

    def _start(self, new: NewScheme) -> None:
        if self.dialog:
            self.dialog.editor.start_with(new.scheme, new.data)
            if new.notes:
                self._messages.tell(
                    _("Start from"), _("Not everything in the file has a place here."), "\n".join(new.notes)
                )

    def _save_then_sweep(self) -> None:
        """Write the draft, then carry out the change that was agreed to."""
        self._then = self._sweep
        self._prepare()

    def _sweep(self) -> None:
        self._then = self._end
        if self._asking:
            self._asking.go_on()

    def _take_back(self) -> None:
        """Take back the last change that went through saved files, if the user agrees."""
        journal = self._file.last_change if self._file else None
        if journal is None or self._asking is None or self.dialog is None:
            return
        if self.dialog.editor.draft.is_changed:
            self.dialog.foot.refuse(_("Save the changes first, or undo them."))
            return
        back, stay = _("Take back"), _("Cancel")
        sentence = _("{title}: every file gets back what it held, and keeps what was changed in it since.")
        question = Question(back, sentence.format(title=journal.title), (back, stay))
        if self._messages.ask(question) == back:
            self._asking.take_back(journal)

    def _show_swept(self, swept: Swept, place: Part | None) -> None:
        """Show the scheme after a change has gone through the saved files."""
        self._services.opener.reopen()
        self._services.folder.look_at_sidecars()
        if self.dialog:
            self._place, self._following = place, False
            self.dialog.foot.say_next(swept.sentence)
            self._work.open(self.dialog.editor.folder)
        if swept.tally.problems:
            problems = "\n".join(map(str, swept.tally.problems))
            self._messages.tell(_("Scheme"), _("These files are left as they are."), problems)

    def _confirm(self, written: WrittenScheme) -> None:
        """Write the file; ask first where something of it cannot be kept."""
        if self._file is None or not self._may_write(written):
            self._refuse("")
        else:
            self._work.write(self._file, written)

    def _may_write(self, written: WrittenScheme) -> bool:
        if not written.not_kept:
            return True
        write, back = _("Save"), _("Cancel")
        sentence = _("Not everything in the file can be kept.")
        return self._messages.ask(Question(_("Scheme"), sentence, (write, back), "\n".join(written.not_kept))) == write

    def _refuse(self, sentence: str) -> None:
        self._then, self._following = self._end, False
        if self.dialog is None:
            self._messages.tell(_("Scheme"), sentence)
            return
        self.dialog.lock(on=False)
        self.dialog.foot.refresh()
        self.dialog.foot.allow(on=True)
        if sentence:
            self.dialog.foot.refuse(sentence)

    def _end(self) -> None:
        """Close the window, and read the article again with the scheme that was written."""
        if self.dialog:
            self.dialog.accept()
        self._services.opener.reopen()
        self._services.session.say(_("The scheme is saved"))

    def _forget(self) -> None:
        self._work.stop()
        self._runs.cancel()
        if self.dialog:
            self.dialog.editor.deleteLater()
        self._file, self._asking, self.dialog = None, None, None
