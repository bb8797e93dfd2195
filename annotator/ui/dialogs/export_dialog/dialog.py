"""Dialog that selects a format, exports documents and shows the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.interop.output import is_taken
from annotator.interop.report import Report
from annotator.session.exporting.export_runs import Order
from annotator.session.exporting.export_services import ExportServices
from annotator.session.exporting.survey import Group
from annotator.session.preferences.settings import Settings
from annotator.translation.messages import N_, _, pgettext
from annotator.ui.dialogs.export_dialog.choices import Choices
from annotator.ui.dialogs.export_dialog.content_options import Source
from annotator.ui.dialogs.export_dialog.count_words import count_words
from annotator.ui.dialogs.export_dialog.format_list import FormatChooser
from annotator.ui.dialogs.export_dialog.remembering import as_words, from_words
from annotator.ui.dialogs.export_dialog.wording import done_words
from annotator.ui.long_work.report_page import GO_THERE, ReportPage
from annotator.ui.long_work.target_row import TargetRow
from annotator.ui.long_work.work_buttons import WorkButtons
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent

SIZE, SMALLEST = QSize(980, 720), QSize(640, 420)
SETTLED_MS = 120
"""Delay in ms by which the preview is debounced while the user types or ticks."""
APPLY_KEYS = ("Ctrl+Return", "Ctrl+Enter")
NOTHING, WAITING = N_("Nothing is chosen, so nothing will be written."), "…"
LOOKING = N_("Looking at the articles…")


class ExportDialog(FittingDialog):
    """Export dialog.

    ``gone_to``: the folder and a Loss in it to go to. ``settled``: settings to store, by name. ``folder_asked``: path
    of what was written, to be shown in the file manager.
    """

    gone_to = Signal(object, object)
    settled = Signal(object)
    folder_asked = Signal(object)

    def __init__(
        self,
        source: Source,
        services: ExportServices,
        settings: Settings,
        look: Look,
        messages: SystemDialogs,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._source, self._services, self._settings = source, services, settings
        self._order: Order | None = None
        self.setObjectName("exportDialog")
        self.setWindowTitle(_("Export"))
        self.setAccessibleName(_("Export {folder}").format(folder=source.folder.name))
        self._formats = FormatChooser(look, self)
        folder = Path(settings.export_folder) if settings.export_folder else source.folder.parent
        self._place = TargetRow(folder, source.folder.name, messages, self)
        self._choices = Choices(source, self._place, from_words(settings.export_options), look, self)
        self._report = ReportPage(look, self)
        self._buttons = WorkButtons(pgettext("verb", "Export"), look, self, _("Export again…"))
        self._soon = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self.fit(SIZE)
        self._begin()

    def reject(self) -> None:
        """Cancel a running export first; close the dialog where none is running."""
        if self._services.exports.running:
            self._services.exports.cancel()
        else:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        """Survey the folder again when the dialog is activated and the survey is out of date."""
        super().changeEvent(event)
        back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if back and self._services.survey.complete and self._services.survey.stale:
            self._survey()

    def _lay_out(self) -> None:
        choose = QWidget(self)
        choose.setMinimumSize(SMALLEST)
        row = QHBoxLayout(choose)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._formats)
        row.addWidget(self._choices, 1)
        self._choose = choose
        self._pages = QStackedLayout()
        for page in (ScrolledContent(choose, self), self._report):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        services = self._services
        services.formats.listed.connect(self._list_formats)
        services.survey.grew.connect(self._show_survey)
        services.preview.shown.connect(self._choices.preview.show_text)
        services.preview.failed.connect(self._choices.preview.show_text)
        services.exports.progressed.connect(self._buttons.show_stage)
        services.exports.ended.connect(self._end)
        self._formats.chosen.connect(self._follow_format)
        self._formats.entered.connect(self._export)
        self._formats.left.connect(self.reject)
        self._choices.changed.connect(self._follow)
        self._choices.part_changed.connect(self._survey)
        self._soon.timeout.connect(self._preview)
        self._connect_buttons()
        self._report.gone_to.connect(lambda loss: self.gone_to.emit(self._source.folder, loss))
        self._report.left.connect(self.reject)
        for key in APPLY_KEYS:
            QShortcut(key, self, self._export, context=Qt.ShortcutContext.WindowShortcut)
        self.finished.connect(self._stop)
        self.finished.connect(self.deleteLater)

    def _connect_buttons(self) -> None:
        buttons = self._buttons
        buttons.begun.connect(self._export)
        buttons.cancelled.connect(self._services.exports.cancel)
        buttons.closed.connect(self.reject)
        buttons.again.connect(self._choose_again)
        buttons.copied.connect(lambda: QGuiApplication.clipboard().setText(self._report.text))
        buttons.folder_asked.connect(self._show_written)

    def _begin(self) -> None:
        self._choices.show_survey([])
        self._choices.preview.show_text(WAITING)
        self._choices.show_format(None, loading=True)
        self._follow()
        self._services.formats.read()
        self._survey()

    def _list_formats(self) -> None:
        self._formats.show_formats(self._services.formats.formats, self._settings.export_format or "jsonl")

    def _survey(self) -> None:
        order = self._choices.order()
        self._services.survey.read(order.source if order else self._source.folder)

    def _show_survey(self) -> None:
        self._choices.show_survey(self._services.survey.groups)
        self._follow()

    def _follow_format(self) -> None:
        self._choices.show_format(self._formats.current, loading=self._formats.loading)
        self._choices.preview.show_text(WAITING)
        self._follow()

    def _follow(self) -> None:
        order = self._choices.order()
        if order:
            self._choices.preview.say_counts(count_words(self._services.survey, order.options))
        self._buttons.allow(self._refusal(order))
        self._soon.start()

    def _refusal(self, order: Order | None) -> str:
        nothing = _(NOTHING) if self._services.survey.complete else _(LOOKING)
        return self._choices.refusal() or ("" if order is None or self._first(order) else nothing)

    def _first(self, order: Order) -> Group | None:
        """Return the first group of documents that would be exported; None where there is none."""
        return next((group for group in self._services.survey.groups if group.is_chosen(order.options)), None)

    def _preview(self) -> None:
        order = self._choices.order()
        first = self._first(order) if order else None
        if order is None or first is None:
            self._services.preview.stop()
            self._choices.preview.show_text(_(NOTHING) if self._services.survey.complete else WAITING)
        elif refusal := self._choices.refusal():
            self._services.preview.stop()
            self._choices.preview.show_text(refusal)
        else:
            root = order.source if order.source == self._source.folder else order.source.parent
            self._services.preview.ask(order, root, first)

    def _export(self) -> None:
        order = self._choices.order()
        if (
            order is None
            or self._refusal(order)
            or self._services.exports.running
            or not self._place.may_write(order.format)
        ):
            return
        target = self._place.target
        self._order = replace(order, target=target, replace=is_taken(target, folder=not order.format.suffix))
        self._choose.setEnabled(False)
        self._buttons.begin(_("Saving"))
        self._services.exports.run(self._order)

    def _end(self, result: object) -> None:
        self._choose.setEnabled(True)
        match result:
            case Report():
                self._remember()
                self._report.show_report(done_words(self._order.format.title if self._order else "", result), result)
                self._pages.setCurrentIndex(1)
                self._buttons.end(_(GO_THERE) if result.losses else "")
            case str():
                self._buttons.back(result)
            case _:
                self._buttons.back(_("Cancelled: nothing was written."), calm=True)

    def _remember(self) -> None:
        if self._order:
            folder = self._order.target.parent
            usual = folder == self._source.folder.parent
            self.settled.emit(
                {
                    "export_format": "" if self._order.format.name == "jsonl" else self._order.format.name,
                    "export_options": as_words(self._choices.remembered()),
                    "export_folder": "" if usual else str(folder),
                }
            )

    def _choose_again(self) -> None:
        self._pages.setCurrentIndex(0)
        self._buttons.back("")
        self._formats.setFocus()

    def _show_written(self) -> None:
        if self._order:
            self.folder_asked.emit(self._order.target)

    def _stop(self) -> None:
        self._soon.stop()
        self._services.stop()
