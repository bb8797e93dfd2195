"""Opening of the window of figures and names, and what it does to the article."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget

from annotator.facts.finding import Place
from annotator.session.editing.navigation import Navigation
from annotator.session.editing.proposing import propose_wording
from annotator.session.fact_tables.csv_file import figures_csv, names_csv, write_csv
from annotator.session.fact_tables.decisions import Decisions
from annotator.session.fact_tables.fact_tables import FactTables
from annotator.session.fact_tables.folder_contents import READING
from annotator.session.fact_tables.place_facts import PlaceFacts
from annotator.session.preferences.window_sizes import keep_size, kept_size
from annotator.session.services import Services
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.translation.messages import _
from annotator.ui.article_view.typography import typeface
from annotator.ui.dialogs.figures_dialog.dialog import SIZE, FiguresDialog
from annotator.ui.system.system_dialogs import Question, SystemDialogs
from annotator.ui.theme.look import Look

EXCERPT_PIXELS = 17
NAME = "figures"
"""Name of the window in the settings."""


class FiguresWindow(QObject):
    """The window from its opening until it is closed; it is only hidden while the user has gone to a place."""

    def __init__(
        self, services: Services, navigation: Navigation, look: Look, messages: SystemDialogs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._navigation, self._look, self._messages = services, navigation, look, messages
        self._window = window
        self._wanted: Place | None = None
        self._is_new = False
        tables = self._tables = FactTables(services.session, services.folder, services.long_jobs, self)
        self._decisions = Decisions(tables, services.session, services.autosave, services.long_jobs, self)
        self.dialog: FiguresDialog | None = None
        tables.wake(awake=False)
        tables.changed.connect(self._refresh)
        tables.went.connect(self._follow)
        tables.ended.connect(self._refresh)
        services.session.opened.connect(self._arrive)

    def open(self) -> None:
        """Show the window on the open article; bring it up again as it was left, if it is there."""
        is_new = self.dialog is None
        dialog = self.dialog = self.dialog or self._made()
        self._tables.wake(awake=True)
        if is_new:
            self._is_new = True
            self._tables.show(whole_folder=self._services.session.current is None)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def close(self) -> None:
        """Close the window whatever it does, as the program ends."""
        if self.dialog:
            self.dialog.done(0)

    def _made(self) -> FiguresDialog:
        session, tables = self._services.session, self._tables
        font = typeface(self._services.store.settings)
        font.setPixelSize(EXCERPT_PIXELS)
        dialog = FiguresDialog(tables, self._look, font, self._window)
        dialog.fit(QSize(*kept_size(self._services.store, NAME, (SIZE.width(), SIZE.height()))))
        dialog.header.scoped.connect(self._scope)
        dialog.header.chosen.connect(tables.choose)
        dialog.header.saved.connect(self._save)
        dialog.names.tick_asked.connect(self._decisions.toggle_tick)
        dialog.strip.went.connect(self._go)
        dialog.strip.proposed.connect(self._propose)
        dialog.strip.arithmetic.dismissed.connect(self._dismiss)
        dialog.strip.arithmetic.taken_back.connect(self._take_back)
        dialog.foot.dismissed_asked.connect(self._show_dismissed)
        dialog.undone.connect(session.undo)
        dialog.redone.connect(session.redo)
        dialog.finished.connect(self._forget)
        tables.progressed.connect(dialog.foot.show_stage)
        session.said.connect(dialog.foot.say)
        return dialog

    # what is shown

    def _refresh(self) -> None:
        if self.dialog:
            self.dialog.refresh(self._article)
            self._follow()
            if self._is_new and self._tables.contents.figures.rows:
                self._is_new = False
                self.dialog.take_keyboard()

    def _follow(self) -> None:
        if self.dialog:
            self.dialog.follow(self._refusal())

    def _scope(self, whole_folder: bool) -> None:
        if self.dialog and whole_folder != self._tables.whole_folder:
            self._tables.show(whole_folder=whole_folder)
            if self._tables.busy:
                self.dialog.foot.begin(_(READING))
            self._refresh()

    @property
    def _article(self) -> str:
        current = self._services.session.current
        return current.path.stem if current else ""

    def _refusal(self) -> str:
        """Return why the finding that is shown cannot be dismissed here; empty if it can."""
        session, found = self._services.session, self._tables.current
        if found and self._decisions.is_elsewhere(found.article):
            return ""
        return session.current.read_only if session.current else _("No article is open")

    # what is done

    def _dismiss(self, reason: str) -> None:
        if found := self._tables.current:
            self._decisions.dismiss(found, reason)

    def _take_back(self) -> None:
        if found := self._tables.current:
            self._decisions.take_back(found)

    def _show_dismissed(self) -> None:
        """Show the next of the dismissed findings."""
        if among := self._tables.contents.dismissed:
            current = self._tables.current
            at = among.index(current) + 1 if current in among else 0
            self._tables.choose(among[at % len(among)])

    def _propose(self, facts: PlaceFacts, words: str) -> None:
        if self.dialog and facts.about:
            propose_wording(self._services.session, facts.about, words)
            self.dialog.strip.end_wording()
            self.dialog.take_keyboard()

    def _go(self, place: Place) -> None:
        """Show the place in the article, and hide this window until it is opened again."""
        folder, session = self._services.folder.path, self._services.session
        self._wanted = place
        self._tables.wake(awake=False)
        if self.dialog:
            self.dialog.hide()
        self._window.activateWindow()
        if place.article and folder and session.current and place.article != session.current.path.name:
            self._navigation.open_article(folder / place.article)
        else:
            self._arrive()

    def _arrive(self) -> None:
        """Select the place that was gone to, once its article is open."""
        session, place = self._services.session, self._wanted
        if place is None or session.current is None or place.article not in ("", session.current.path.name):
            return
        self._wanted = None
        if place.id in session.document.annotations:
            session.select(place.id, show=True)
        else:
            session.move_caret(place.span.end, place.span.start)
            session.reveal_caret()
        session.say(_("The key of Figures and names leads back to its window"))

    # a file

    def _save(self, figures: bool) -> None:
        if self.dialog is None:
            return
        folder = self._services.folder.path or Path()
        name = "figures.csv" if figures else "names.csv"
        chosen = self._messages.choose_target(str(folder / name), ".csv")
        if not chosen or not self._may_write(Path(chosen)):
            return
        contents = self._tables.contents
        told = figures_csv(contents.figures.rows, contents.figures.found, self._tables.name) if figures else ""
        try:
            write_csv(Path(chosen), told or names_csv(contents.names.rows, contents.names.found))
        except FileError as error:
            self._messages.tell(_("Save as CSV…"), str(error))
            return
        self.dialog.foot.say(_("Saved as {file}").format(file=shown(Path(chosen).name)))

    def _may_write(self, path: Path) -> bool:
        if not is_there(path):
            return True
        replace, back = _("Replace"), _("Cancel")
        sentence = _("{file} is there already.").format(file=shown(path.name))
        return self._messages.ask(Question(_("Save as CSV…"), sentence, (replace, back))) == replace

    def _forget(self) -> None:
        """Let go of the dialog; the tables stay, as work for them may still be under way."""
        self._tables.wake(awake=False)
        self._tables.stop()
        if self.dialog:
            self._tables.progressed.disconnect(self.dialog.foot.show_stage)
            self._services.session.said.disconnect(self.dialog.foot.say)
            keep_size(self._services.store, NAME, self.dialog.width(), self.dialog.height())
            self.dialog.deleteLater()
        self.dialog, self._wanted = None, None
