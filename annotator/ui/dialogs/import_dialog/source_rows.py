"""Form rows for the sources, their kind and the target folder: the upper part of the dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.session.exporting.format_list import ListedFormat
from annotator.session.importing.article_scan import Given, Pasted
from annotator.session.importing.kind_detection import ARTICLES
from annotator.storage.files.file_error import shown
from annotator.storage.files.plain_path import plain_path
from annotator.translation.messages import N_, _, ngettext, number, pgettext
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.words.elided_label import ElidedLabel
from annotator.ui.widgets.words.line_of_text import show_tip

NOTHING, NO_FOLDER = N_("Nothing yet"), N_("No folder yet")
EMPTY_CLIPBOARD = N_("There is no text on the clipboard.")
LOOKING = N_("Looking for formats…")
ANY_KIND = N_("Articles, out of files of any kind")


class SourceRows(QWidget):
    """Choice of sources, kind and target folder.

    ``given_changed``: other sources. ``kind_changed``: another kind. ``folder_changed``: another target folder.
    ``refused``: a sentence that says why nothing could be pasted.
    """

    given_changed = Signal()
    kind_changed = Signal()
    folder_changed = Signal()
    refused = Signal(str)

    def __init__(self, folder: Path | None, start: str, messages: SystemDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages, self._start = messages, start
        self.given: tuple[Given, ...] = ()
        self.folder = folder
        self._from = ElidedLabel(_(NOTHING), self, mode=Qt.TextElideMode.ElideMiddle)
        self._into = ElidedLabel("", self, mode=Qt.TextElideMode.ElideMiddle)
        self._kind = QComboBox(self)
        self._lay_out()
        self._show()

    def begin(self) -> None:
        """Focus the first button."""
        self._first.setFocus()

    @property
    def kind(self) -> str:
        """Name of the annotation format, or ARTICLES."""
        return str(self._kind.currentData() or ARTICLES)

    @property
    def files(self) -> tuple[Path, ...]:
        """Files and folders among the sources."""
        return tuple(given for given in self.given if isinstance(given, Path))

    def show_formats(self, formats: Sequence[ListedFormat]) -> None:
        """Offer the formats that can be imported."""
        self._kind.blockSignals(True)
        self._kind.clear()
        self._kind.addItem(_(ANY_KIND), ARTICLES)
        for listed in formats:
            if listed.format.read and listed.installed:
                title = _("Annotations: {format}").format(format=_(listed.format.title))
                self._kind.addItem(title, listed.format.name)
        self._kind.setEnabled(True)
        self._kind.blockSignals(False)

    def show_kind(self, name: str) -> None:
        """Show ``name`` as the kind, without emitting ``kind_changed``."""
        self._kind.blockSignals(True)
        self._kind.setCurrentIndex(max(self._kind.findData(name), 0))
        self._kind.blockSignals(False)

    def give(self, given: Sequence[Given]) -> None:
        """Replace the sources by ``given``; ignore an empty sequence."""
        if given:
            self.given = tuple(plain_path(one) if isinstance(one, Path) else one for one in given)
            self._show()
            self.given_changed.emit()

    def add(self, files: Sequence[Path]) -> None:
        """Add files and folders to the sources; those that are there already stay once."""
        self.give(list(dict.fromkeys([*self.given, *map(plain_path, files)])))

    def choose_files(self) -> None:
        self._give_chosen(self._messages.choose_sources(self._start))

    def choose_folder(self) -> None:
        chosen = self._messages.choose_source_folder(self._start)
        self._give_chosen((chosen,) if chosen else ())

    def paste(self) -> None:
        """Add the clipboard's text to the texts pasted before."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.give([*(given for given in self.given if isinstance(given, Pasted)), Pasted(text)])
        else:
            self.refused.emit(_(EMPTY_CLIPBOARD))

    def choose_target(self) -> None:
        """Let the user choose another target folder."""
        chosen = self._messages.choose_source_folder(str(self.folder or self._start))
        if chosen:
            self.folder = plain_path(Path(chosen))
            self._show()
            self.folder_changed.emit()

    def _give_chosen(self, chosen: Sequence[str]) -> None:
        if chosen:
            self._start = str(Path(chosen[0]).parent)
            self.give([Path(path) for path in chosen])

    def _lay_out(self) -> None:
        form = Form(self)
        form.setContentsMargins(20, 16, 20, 12)
        buttons = (
            self._button(_("Files…"), "chooseFiles", self.choose_files),
            self._button(_("Folder…"), "chooseFolder", self.choose_folder),
            self._button(_("Paste"), "pasteText", self.paste),
        )
        self._first = buttons[0]
        self._from.setObjectName("importFrom")
        self._into.setObjectName("importInto")
        self._kind.setObjectName("importKind")
        self._kind.addItem(_(LOOKING), ARTICLES)
        self._kind.setEnabled(False)
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._kind.currentIndexChanged.connect(lambda _index: self.kind_changed.emit())
        for label in (self._from, self._into):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._place(form, pgettext("sources of an import", "From"), self._from, *buttons)
        form.add(pgettext("kind of an import", "As"), self._kind)
        into = self._button(_("Choose…"), "chooseInto", self.choose_target)
        self._place(form, pgettext("target of an import", "Into"), self._into, into)

    def _place(self, form: Form, name: str, label: ElidedLabel, *buttons: QPushButton) -> None:
        """Add a row in which the label takes the width that the buttons leave."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label, 1)
        for button in buttons:
            row.addWidget(button)
        form.add_row(name, row, buttons[0])

    def _button(self, text: str, name: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: does())
        return button

    def _show(self) -> None:
        self._from.show_line(_in_words(self.given))
        show_tip(self._from, "\n".join(str(path) for path in self.files[:20]))
        self._into.show_line(str(self.folder) if self.folder else _(NO_FOLDER))
        show_tip(self._into, str(self.folder or ""))


def _in_words(given: Sequence[Given]) -> str:
    match given:
        case ():
            return _(NOTHING)
        case (Path() as only,):
            return shown(str(only))
        case (Pasted(),):
            return _("The clipboard")
        case (Pasted(), *_others):
            count = len(given)
            return ngettext("{count} pasted text", "{count} pasted texts", count).format(count=number(count))
        case _:
            count = len(given)
            return ngettext("{count} file", "{count} files", count).format(count=number(count))
