"""Opening of the window of the lists, and what it does to the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.corpus.desk.table import NAMES
from annotator.interop.report import Loss
from annotator.session.desk_lists.columns import TITLES, fact_of
from annotator.session.desk_lists.desk_reading import DeskReading
from annotator.session.desk_lists.lines import ListLine, as_text
from annotator.session.desk_lists.list_files import save_csv
from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.storage.program.contacts import CONTACTS_NAME, Contact, Contacts
from annotator.translation.messages import _, ngettext, number
from annotator.ui.desk.desk_parts import DeskParts
from annotator.ui.dialogs.lists_dialog.acts import Act, RowActs
from annotator.ui.dialogs.lists_dialog.contact_dialog import edit_contact
from annotator.ui.dialogs.lists_dialog.dialog import ListsDialog
from annotator.ui.dialogs.lists_dialog.print_page import printed
from annotator.ui.long_work.report_navigation import ReportNavigation
from annotator.ui.system.system_dialogs import Question, SystemDialogs


class ListsWindow(QObject):
    """The window from its opening until it is closed, with the lists that it shows."""

    def __init__(
        self, services: Services, parts: DeskParts, navigation: Navigation, messages: SystemDialogs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._parts, self._messages, self._window = services, parts, messages, window
        self._places = ReportNavigation(services.session, services.folder, navigation, self)
        self._reading = DeskReading(services.session, services.folder, services.long_jobs, services.autosave, self)
        self._contacts = Contacts(services.unsaved.with_name(CONTACTS_NAME))
        self._name, self._settled = NAMES[0], False
        self.dialog: ListsDialog | None = None
        self._reading.wake(awake=False)
        self._reading.changed.connect(self._refresh)
        self._reading.ended.connect(self._tell_end)

    def open(self) -> None:
        """Show the window on the open article; bring it up again as it was left, if it is there."""
        if self.dialog is None:
            self.dialog = self._made()
            self._reading.wake(awake=True)
            self._read_contacts()
            self._reading.show(whole_folder=self._services.session.current is None)
            self.dialog.show()
            self.dialog.table.setFocus()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """Close the window whatever it does, as the program ends."""
        if self.dialog:
            self.dialog.done(0)

    def _made(self) -> ListsDialog:
        session = self._services.session
        dialog = ListsDialog(self._parts.look, lambda line: [*self._acts.of(line)], self._window)
        self._acts = RowActs(self._parts, self._edit_contact, dialog)
        dialog.chosen.connect(self._choose)
        dialog.went.connect(self._go)
        dialog.acted.connect(self._act)
        dialog.undone.connect(session.undo)
        dialog.redone.connect(session.redo)
        foot = dialog.foot
        foot.scoped.connect(self._scope)
        foot.widened.connect(self._widen)
        foot.cancelled.connect(self._reading.stop)
        foot.copied.connect(self._copy)
        foot.printed.connect(self._print)
        foot.saved.connect(self._save)
        self._reading.progressed.connect(foot.show_stage)
        session.said.connect(foot.say)
        dialog.finished.connect(self._forget)
        return dialog

    # what is shown

    def _refresh(self) -> None:
        if not self.dialog:
            return
        reading = self._reading
        lines = reading.lines(self._name, settled=self._settled)
        self.dialog.show_list(self._name, lines, reading.counts(), busy=reading.busy)
        current = self._services.session.current
        self.dialog.show_scope(current.path.stem if current else "", whole_folder=reading.whole_folder)

    def _choose(self, name: str) -> None:
        self._name = name
        if self.dialog:
            self.dialog.foot.say("")  # what was done in the list before
        self._refresh()

    def _widen(self, settled: bool) -> None:  # a signal gives it
        self._settled = settled
        self._refresh()

    def _scope(self, whole_folder: bool) -> None:
        if self.dialog and whole_folder != self._reading.whole_folder:
            self._reading.show(whole_folder=whole_folder)
            if self._reading.busy:
                self.dialog.foot.begin(_("Reading the folder"))

    def _tell_end(self) -> None:
        self._refresh()
        if self.dialog and self._reading.is_cancelled:
            self.dialog.foot.say(_("Cancelled: the lists are not whole"))
        elif self.dialog and (unread := self._reading.unread):
            said = ngettext("{count} file could not be read", "{count} files could not be read", unread)
            self.dialog.foot.say(said.format(count=number(unread)))

    # rows

    def _go(self, line: ListLine) -> None:
        """Go to the place of the row in its article; the window stays."""
        self._window.activateWindow()
        self._show_place(line)

    def _show_place(self, line: ListLine) -> None:
        fact, path = fact_of(line.row), self._reading.root / line.row.article
        self._places.go(path.parent, Loss("", "", path.name, fact.id if fact else "", ""))

    def _act(self, line: ListLine, act: Act) -> None:
        """Do something about a row of the open article; what is in another one is gone to first."""
        session, own = self._services.session, self._reading.own
        if not act.changes:
            act.run()
        elif line.row.annotator != own[1] and line.row.article == own[0]:
            session.say(_("It is of another annotator, who can change it"))
        elif (line.row.article, line.row.annotator) != own:
            self._show_place(line)
            session.say(_("This article was opened first: press the key again"))
        elif session.writable:
            act.run()
        elif session.current:
            session.say(session.current.read_only)

    # contacts

    def _read_contacts(self) -> None:
        known: Mapping[str, Contact] = {}
        try:
            known = self._contacts.all()
        except FileError as error:
            self._messages.tell(_("Contacts"), str(error))
        if self.dialog:
            self.dialog.show_contacts(known)

    def _edit_contact(self, source: str) -> None:
        if self.dialog and (line := self.dialog.current):
            contact = self.dialog.contact(line) or Contact()
            edit_contact(self._parts, source, contact, partial(self._keep_contact, source), self.dialog)

    def _keep_contact(self, source: str, contact: Contact) -> None:
        self._contacts.put(source, contact)
        self._read_contacts()
        self._refresh()

    # copies

    @property
    def _lines(self) -> Sequence[ListLine]:
        return self.dialog.lines if self.dialog else ()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._name, self._lines))
        said = ngettext("Copied {count} row", "Copied {count} rows", len(self._lines))
        self._services.session.say(said.format(count=number(len(self._lines))))

    def _print(self) -> None:
        if self.dialog is None:
            return
        folder, current = self._services.folder.path, self._services.session.current
        whole = self._reading.whole_folder or current is None
        of = folder.name if whole and folder else current.path.name if current else ""
        page = printed(self._name, of, self._lines, self.dialog.contact, whole_folder=whole)
        self._messages.print_text(_(TITLES[self._name]), page)

    def _save(self) -> None:
        folder, current = self._services.folder.path, self._services.session.current
        source = folder or (current.path if current else Path())
        chosen = self._messages.choose_target(str(self._reading.root / f"{self._name}.csv"), ".csv")
        if chosen and self._may_write(Path(chosen)) and self.dialog:
            self.dialog.foot.say(save_csv(self._name, self._lines, Path(chosen), source))

    def _may_write(self, path: Path) -> bool:
        if not is_there(path):
            return True
        replace, back = _("Replace"), _("Cancel")
        sentence = _("{file} is there already.").format(file=shown(path.name))
        return self._messages.ask(Question(_("Save as CSV…"), sentence, (replace, back))) == replace

    def _forget(self) -> None:
        self._reading.wake(awake=False)
        self._reading.stop()
        if self.dialog:
            self._reading.progressed.disconnect(self.dialog.foot.show_stage)
            self._services.session.said.disconnect(self.dialog.foot.say)
            self.dialog.deleteLater()
        self.dialog = None
