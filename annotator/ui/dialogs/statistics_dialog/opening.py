"""Opening of the window of statistics, and the way from its numbers to their places."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget

from annotator.corpus.charts.chart import Mark
from annotator.corpus.tallies.tally import Marked
from annotator.session.editing.navigation import Navigation
from annotator.session.preferences.window_sizes import keep_size, kept_size
from annotator.session.services import Services
from annotator.session.statistics.folder_tallies import COUNTING
from annotator.session.statistics.statistics import Statistics
from annotator.translation.messages import _
from annotator.ui.dialogs.statistics_dialog.behind import BehindDialog
from annotator.ui.dialogs.statistics_dialog.dialog import SIZE, StatisticsDialog
from annotator.ui.dialogs.statistics_dialog.saving import ChartSaving
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look

NAME = "statistics"
"""Name of the window in the settings."""


class StatisticsWindow(QObject):
    """The window from its opening until it is closed; it is only hidden while the user has gone to a place."""

    def __init__(
        self, services: Services, navigation: Navigation, look: Look, messages: SystemDialogs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._navigation, self._look = services, navigation, look
        self._saving, self._window = ChartSaving(messages), window
        self._wanted: Marked | None = None
        self._is_new = False
        self._statistics = Statistics(services.session, services.folder, services.long_jobs, services.autosave, self)
        self.dialog: StatisticsDialog | None = None
        self._statistics.changed.connect(self._refresh)
        self._statistics.ended.connect(self._end)
        services.session.opened.connect(self._arrive)

    def open(self) -> None:
        """Show the window on the open folder; bring it up again as it was left, if it is there."""
        is_new = self.dialog is None
        dialog = self.dialog = self.dialog or self._made()
        if is_new:
            self._is_new = True
            self._statistics.begin(whole_folder=True)
            dialog.foot.begin(_(COUNTING))
        self._statistics.wake(awake=True)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def close(self) -> None:
        """Close the window whatever it does, as the program ends."""
        if self.dialog:
            self.dialog.done(0)

    def _made(self) -> StatisticsDialog:
        dialog = StatisticsDialog(self._statistics, self._look, self._window)
        dialog.fit(QSize(*kept_size(self._services.store, NAME, (SIZE.width(), SIZE.height()))))
        dialog.header.scoped.connect(lambda whole: self._statistics.ask(whole_folder=whole))
        dialog.header.saved.connect(self._save)
        dialog.options.asked.connect(lambda fields: self._statistics.ask(**fields))
        dialog.options.wished.connect(lambda fields: self._statistics.wish(**fields))
        dialog.cards.entered.connect(self._list)
        dialog.finished.connect(self._forget)
        self._statistics.progressed.connect(dialog.foot.show_stage)
        return dialog

    def _refresh(self) -> None:
        if self.dialog is None:
            return
        current = self._services.session.current
        self.dialog.refresh(current.path.stem if current else "")
        if self._is_new and self._statistics.charts:
            self._is_new = False
            self.dialog.take_keyboard()

    def _end(self) -> None:
        if self.dialog:
            self.dialog.foot.end()
            self._refresh()

    def _list(self, mark: Mark) -> None:
        """List what is behind a mark."""
        scheme = self._statistics.asked.scheme
        if self.dialog is None or scheme is None:
            return
        if not mark.behind:
            self.dialog.foot.say(_("No annotation is behind this number"))
            return
        behind = BehindDialog(mark, scheme, self._look, self.dialog)
        behind.went.connect(self._go)
        behind.finished.connect(behind.deleteLater)
        behind.open()

    def _go(self, place: Marked) -> None:
        """Show the place in its article, and hide this window until it is opened again."""
        folder, session = self._services.folder.path, self._services.session
        if folder is None:
            return
        self._wanted = place
        self._statistics.wake(awake=False)
        if self.dialog:
            self.dialog.hide()
        self._window.activateWindow()
        path = folder / place.article
        if session.current is None or session.current.path != path:
            self._navigation.open_article(path)
        else:
            self._arrive()

    def _arrive(self) -> None:
        """Select the place that was gone to, once its article is open."""
        session, place, folder = self._services.session, self._wanted, self._services.folder.path
        if place is None or session.current is None or folder is None:
            return
        if session.current.path != folder / place.article:
            return
        self._wanted = None
        if place.id in session.document.annotations:
            session.select(place.id, show=True)
        else:
            session.move_caret(place.end, place.start)
            session.reveal_caret()
        session.say(_("The key of Statistics leads back to its window"))

    def _save(self, kind: str) -> None:
        card = self.dialog.chosen_card() if self.dialog else None
        folder = self._services.folder.path
        if self.dialog is None or card is None or folder is None:
            return
        charts, theme = self._statistics.charts, self._look.theme
        if done := self._saving.save(kind, charts, card.chart, theme, folder):
            self.dialog.foot.say(done)

    def _forget(self) -> None:
        """Let go of the dialog; work that is still under way ends by itself."""
        self._statistics.wake(awake=False)
        self._statistics.stop()
        if self.dialog:
            self._statistics.progressed.disconnect(self.dialog.foot.show_stage)
            keep_size(self._services.store, NAME, self.dialog.width(), self.dialog.height())
            self.dialog.deleteLater()
        self.dialog, self._wanted = None, None
