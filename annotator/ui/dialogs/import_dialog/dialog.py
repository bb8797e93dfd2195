"""Dialog that selects files, shows what they contain, imports them and shows the report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from annotator.interop.incoming.article_import import TakenBack
from annotator.interop.report import Report
from annotator.interop.report_words import written
from annotator.language.plain_line import plain_line
from annotator.session.importing.article_scan import Given
from annotator.session.importing.import_runs import AnnotationsOrder, ImportOrder
from annotator.session.importing.import_services import ImportServices
from annotator.translation.messages import N_, _, ngettext, number, pgettext
from annotator.ui.dialogs.import_dialog.source_pages import SourcePages
from annotator.ui.dialogs.import_dialog.source_rows import SourceRows
from annotator.ui.long_work.report_page import GO_THERE, ReportPage
from annotator.ui.long_work.work_buttons import WorkButtons
from annotator.ui.theme.look import Look
from annotator.ui.widgets.file_drops import FileDrops
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent

SIZE, SMALLEST = QSize(980, 720), QSize(640, 440)
APPLY_KEYS = ("Ctrl+Return", "Ctrl+Enter")
CANCELLED = N_("Cancelled: nothing was imported.")


class ImportDialog(FittingDialog):
    """Import dialog.

    ``imported``: the order that was carried out, and the articles that were written. ``gone_to``: the folder and a Loss
    in it to go to. ``folder_asked``: the folder, to be shown in the file manager. ``taken_back``: the articles
    that were removed again. ``settled``: settings to store, by name.
    """

    imported = Signal(object, object)
    gone_to = Signal(object, object)
    folder_asked = Signal(object)
    taken_back = Signal(object)
    settled = Signal(object)

    def __init__(self, head: SourceRows, services: ImportServices, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._head = services, head
        self._order: ImportOrder | None = None
        self.setObjectName("importDialog")
        self.setWindowTitle(_("Import"))
        self.setAccessibleName(_("Import"))
        self._looking = SourcePages(head, services, look, font, self)
        self._report = ReportPage(look, self)
        self._buttons = WorkButtons(pgettext("verb", "Import"), look, self, _("Import again…"), _("Take back"))
        self._lay_out()
        self._connect()
        FileDrops(self, self._looking, look, self._offer, head.add)
        self.fit(SIZE)
        head.begin()
        self._follow()

    def give(self, given: Sequence[Given]) -> None:
        """Scan these sources in place of the previous ones."""
        self._head.give(given)

    def reject(self) -> None:
        """Cancel a running import first; close the dialog where none is running."""
        if self._services.imports.running:
            self._services.imports.cancel()
        else:
            super().reject()

    def _lay_out(self) -> None:
        self._choose = QWidget(self)
        self._choose.setMinimumSize(SMALLEST)
        column = QVBoxLayout(self._choose)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._looking, 1)
        self._pages = QStackedLayout()
        for page in (ScrolledContent(self._choose, self), self._report):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self._buttons)

    def _connect(self) -> None:
        imports, buttons = self._services.imports, self._buttons
        imports.progressed.connect(buttons.show_stage)
        imports.ended.connect(self._end)
        self._head.refused.connect(lambda sentence: buttons.say(sentence))
        self._looking.changed.connect(self._follow)
        self._looking.entered.connect(self._import)
        self._looking.left.connect(self.reject)
        self._report.gone_to.connect(lambda loss: self.gone_to.emit(self._head.folder, loss))
        self._report.left.connect(self.reject)
        for key in APPLY_KEYS:
            QShortcut(key, self, self._import, context=Qt.ShortcutContext.WindowShortcut)
        self._connect_buttons()
        self.finished.connect(self._services.stop)
        self.finished.connect(self.deleteLater)

    def _connect_buttons(self) -> None:
        buttons = self._buttons
        buttons.begun.connect(self._import)
        buttons.cancelled.connect(self._services.imports.cancel)
        buttons.closed.connect(self.reject)
        buttons.again.connect(self._choose_again)
        buttons.taken_back.connect(self._take_back)
        buttons.copied.connect(lambda: QGuiApplication.clipboard().setText(self._report.text))
        buttons.folder_asked.connect(lambda: self.folder_asked.emit(self._head.folder))

    def _offer(self, files: Sequence[Path]) -> str:
        """Return what a drop of the files does; empty while an import runs and where its report is shown."""
        if self._services.imports.running or self._pages.currentIndex():
            return ""
        count = len(files)
        message = ngettext("Add {name}", "Add {count} files", count)
        return message.format(name=plain_line(files[0].name), count=number(count))

    def _follow(self) -> None:
        self._buttons.allow(self._looking.refusal())

    def _import(self) -> None:
        folder = self._head.folder
        if self._looking.refusal() or folder is None or self._services.imports.running:
            return
        self._order = self._looking.order(folder)
        self._choose.setEnabled(False)
        self._buttons.begin(_("Importing"))
        self._services.imports.run(self._order)

    def _take_back(self) -> None:
        self._buttons.begin(_("Taking back"))
        self._services.imports.take_back()

    def _end(self, result: object) -> None:
        self._choose.setEnabled(True)
        match result:
            case Report():
                in_articles = isinstance(self._order, AnnotationsOrder)
                self._report.show_report(self._done(result), result, in_articles=in_articles)
                self._pages.setCurrentIndex(1)
                hint = _(GO_THERE) if in_articles and result.losses else ""
                self._buttons.end(hint, undoable=self._services.imports.can_take_back)
                self._remember()
                self.imported.emit(self._order, result.articles)
            case TakenBack():
                self._report.say_done(_taken_back(result))
                self._buttons.end()
                self.taken_back.emit(result.removed)
            case str():
                self._buttons.back(result)
            case _:
                self._buttons.back(_(CANCELLED), calm=True)

    def _done(self, report: Report) -> str:
        if isinstance(self._order, AnnotationsOrder):
            words = _("Imported from {format}: {counts}.")
            return words.format(format=_(self._order.format.title), counts=written(report))
        count = report.documents
        return ngettext("Imported {count} article.", "Imported {count} articles.", count).format(count=number(count))

    def _remember(self) -> None:
        if self._head.files:
            self.settled.emit({"import_folder": str(self._head.files[0].parent)})

    def _choose_again(self) -> None:
        self._pages.setCurrentIndex(0)
        self._buttons.back("")
        self._looking.read_anew()


def _taken_back(result: TakenBack) -> str:
    """Return the sentence on an import that was taken back."""
    count = len(result.removed)
    removed = ngettext("Taken back: {count} article was removed.", "Taken back: {count} articles were removed.", count)
    kept = ngettext(
        "{count} article stays, since it or its annotations were changed meanwhile.",
        "{count} articles stay, since they or their annotations were changed meanwhile.",
        result.kept,
    )
    sentences = [removed.format(count=number(count))] if count or not result.kept else []
    return " ".join([*sentences, *([kept.format(count=number(result.kept))] if result.kept else [])])
