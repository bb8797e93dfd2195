"""Dialog that hands over the open article or folder: choices with live counts, then the run, then what went out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from annotator.interop.handover.delivery import Delivered
from annotator.interop.output import is_taken
from annotator.session.editing.values.attribute_words import separators
from annotator.session.handing_over.hand_over_counts import HandOverCounts
from annotator.session.handing_over.hand_over_runs import HandOverOrder, HandOverRuns
from annotator.session.preferences.settings import Settings
from annotator.translation.messages import _, pgettext
from annotator.ui.dialogs.handover_dialog.choices_page import ChoicesPage
from annotator.ui.dialogs.handover_dialog.done_page import DonePage
from annotator.ui.dialogs.handover_dialog.remembering import as_words, from_words
from annotator.ui.dialogs.handover_dialog.source import Source
from annotator.ui.dialogs.handover_dialog.target_page import TargetPage
from annotator.ui.dialogs.handover_dialog.wording import NO_FACTS, NOTHING, count_words, done_words
from annotator.ui.long_work.work_buttons import WorkButtons
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.options_area import OptionsArea

SIZE = QSize(680, 480)
APPLY_KEYS = ("Ctrl+Return", "Ctrl+Enter")


@dataclass(frozen=True, slots=True)
class HandOverServices:
    """Objects that the dialog uses."""

    counts: HandOverCounts
    runs: HandOverRuns


class HandOverDialog(FittingDialog):
    """Dialog of the hand-over.

    ``settled``: settings to store, by name. ``result_asked``: path of what was written, to be opened.
    ``folder_asked``: the same, to be shown in the file manager.
    """

    settled = Signal(object)
    result_asked = Signal(object)
    folder_asked = Signal(object)

    def __init__(
        self,
        source: Source,
        services: HandOverServices,
        settings: Settings,
        look: Look,
        messages: SystemDialogs,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._source, self._services = source, services
        self._order: HandOverOrder | None = None
        self.setObjectName("handOverDialog")
        self.setWindowTitle(_("Hand over"))
        self.setAccessibleName(_("Hand over {folder}").format(folder=source.folder.name))
        folder = Path(settings.handover_folder) if settings.handover_folder else source.folder.parent
        self._choices = ChoicesPage(source, from_words(settings.handover_options), look, self)
        self._target = TargetPage(folder, messages, self)
        self._done = DonePage(self)
        deed, anew = pgettext("verb", "Hand over"), _("Hand over again…")
        self._buttons = WorkButtons(deed, look, self, anew, opens=pgettext("verb", "Open"))
        self._lay_out()
        self._connect()
        self.fit(SIZE)
        self._follow_part()

    def reject(self) -> None:
        """Cancel a running hand-over first; close the dialog where none is running."""
        if self._services.runs.running:
            self._services.runs.cancel()
        else:
            super().reject()

    def _lay_out(self) -> None:
        choose = QWidget(self)
        column = QVBoxLayout(choose)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(OptionsArea(self._choices, choose), 1)
        column.addWidget(self._target)
        self._choose = choose
        self._pages = QStackedLayout()
        for page in (choose, self._done):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self._buttons)

    def _connect(self) -> None:
        services, buttons = self._services, self._buttons
        services.counts.grew.connect(self._show_counts)
        services.runs.progressed.connect(buttons.show_stage)
        services.runs.ended.connect(self._end)
        self._choices.changed.connect(self._follow)
        self._choices.part_changed.connect(self._follow_part)
        self._target.changed.connect(self._follow)
        buttons.begun.connect(self._hand_over)
        buttons.cancelled.connect(services.runs.cancel)
        buttons.closed.connect(self.reject)
        buttons.again.connect(self._choose_again)
        buttons.copied.connect(lambda: QGuiApplication.clipboard().setText(self._done.text))
        buttons.folder_asked.connect(lambda: self._ask_for(self.folder_asked))
        buttons.result_asked.connect(lambda: self._ask_for(self.result_asked))
        for key in APPLY_KEYS:
            QShortcut(key, self, self._hand_over, context=Qt.ShortcutContext.WindowShortcut)
        self.finished.connect(self._stop)
        self.finished.connect(self.deleteLater)

    def _follow_part(self) -> None:
        self._target.follow_source(self._choices.path)
        self._services.counts.read(self._choices.path, self._annotator)
        self._follow()

    @property
    def _annotator(self) -> str | None:
        """Annotator of the documents that are handed over: one's own of the open article, those of all of a folder."""
        return None if self._choices.is_folder else self._source.annotator

    def _show_counts(self) -> None:
        self._choices.show_found(self._services.counts.labels, self._services.counts.states)
        self._follow()

    def _follow(self) -> None:
        order = self._wanted()
        self._target.fit(order)
        counts = self._services.counts
        chosen = counts.counts(order.choices)
        nothing = counts.complete and not chosen.documents
        self._target.say_counts("" if nothing else count_words(counts, chosen))
        refusal = self._choices.refusal() or (_(NOTHING) if nothing else counts.refusal) or self._target.refusal()
        self._buttons.allow(refusal)
        if not refusal and counts.complete and not chosen.facts:
            self._buttons.say(_(NO_FACTS), calm=True)

    def _wanted(self) -> HandOverOrder:
        choices = self._choices
        return HandOverOrder(
            choices.form,
            choices.path,
            self._target.path,
            choices.choices(),
            self._annotator,
            separators(),
            is_folder=choices.is_folder,
        )

    def _hand_over(self) -> None:
        self._follow()
        order = self._wanted()
        if not self._buttons.allowed or self._services.runs.running or not self._target.may_write(order):
            return
        order = replace(
            order, target=self._target.path, charts=self._source.charts() if self._choices.with_charts else ()
        )
        self._order = replace(order, replace=is_taken(order.target, folder=not order.alone))
        self._choose.setEnabled(False)
        self._buttons.begin(_("Saving"))
        self._services.runs.run(self._order)

    def _end(self, result: object) -> None:
        self._choose.setEnabled(True)
        match result:
            case Delivered() if self._order:
                self._remember(self._order)
                self._done.show_done(done_words(result), self._order.target, result.problems)
                self._pages.setCurrentIndex(1)
                self._buttons.end()
            case str():
                self._buttons.back(result)
            case _:
                self._buttons.back(_("Cancelled: nothing was written."), calm=True)

    def _remember(self, order: HandOverOrder) -> None:
        folder = order.target.parent
        usual = folder == self._source.folder.parent
        options = as_words(self._choices.remembered())
        self.settled.emit({"handover_options": options, "handover_folder": "" if usual else str(folder)})

    def _choose_again(self) -> None:
        self._pages.setCurrentIndex(0)
        self._buttons.back("")
        self._follow()

    def _ask_for(self, signal: SignalInstance) -> None:
        if self._order:
            signal.emit(self._order.target)

    def _stop(self) -> None:
        self._services.counts.stop()
        self._services.runs.cancel()
