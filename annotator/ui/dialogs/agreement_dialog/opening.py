"""Opening of the window of agreement, and the way from its numbers to their places."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.review.agreement.results import Place
from annotator.review.agreement.table import as_csv, as_latex
from annotator.session.agreement.agreement_state import MEASURING, AgreementState
from annotator.session.agreement.model_testing import TESTING, ModelTesting
from annotator.session.editing.navigation import Navigation
from annotator.session.preferences.window_sizes import keep_size, kept_size
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.article_view.typography import typeface
from annotator.ui.dialogs.agreement_dialog.dialog import SIZE, AgreementDialog
from annotator.ui.dialogs.agreement_dialog.hand_round import HandRound
from annotator.ui.dialogs.agreement_dialog.target_file import target_file, written_to
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look

WORDS_PIXELS = 15
NAME = "agreement"
"""Name of the window in the settings."""


class AgreementWindow(QObject):
    """The window from its opening until it is closed; it is only hidden while the user has gone to a place."""

    def __init__(
        self, services: Services, navigation: Navigation, look: Look, messages: SystemDialogs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._navigation, self._look = services, navigation, look
        self._messages, self._window = messages, window
        self._wanted: Place | None = None
        self._is_new = False
        self._state = AgreementState(services.session, services.folder, services.long_jobs, services.autosave, self)
        self._testing = ModelTesting(services.folder, services.long_jobs, services.autosave, self)
        self.dialog: AgreementDialog | None = None
        self._state.changed.connect(self._refresh)
        self._testing.changed.connect(self._show_test)
        for work in (self._state, self._testing):
            work.ended.connect(self._end)
        services.session.opened.connect(self._arrive)

    def open(self) -> None:
        """Show the window on the open folder; bring it up again as it was left, if it is there."""
        if self.dialog is None:
            self.dialog = self._made()
            self._is_new = True
            self._begin(())
        elif self._state.is_outdated and not self._state.busy:
            self._begin(self._state.pair)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """Close the window whatever it does, as the program ends."""
        if self.dialog:
            self.dialog.done(0)

    def _begin(self, pair: tuple[str, ...]) -> None:
        if self._state.is_outdated:
            self._testing.forget()
        self._state.begin(pair)
        if self.dialog:
            self.dialog.foot.begin(_(MEASURING))

    def _made(self) -> AgreementDialog:
        font = typeface(self._services.store.settings)
        font.setPixelSize(WORDS_PIXELS)
        dialog = AgreementDialog(self._state, self._look, font, self._window)
        dialog.fit(QSize(*kept_size(self._services.store, NAME, (SIZE.width(), SIZE.height()))))
        dialog.header.scoped.connect(lambda whole: self._state.show(whole_folder=whole))
        dialog.header.paired.connect(self._begin)
        dialog.model.chosen.connect(self._test)
        dialog.foot.cancelled.connect(self._testing.stop)
        dialog.header.saved.connect(self._save)
        dialog.header.copied.connect(self._copy)
        round = HandRound(self._services, self._messages, dialog.foot.say, dialog)
        dialog.foot.handed.connect(round.ask)
        dialog.finished.connect(round.stop)
        dialog.places.entered.connect(self._go)
        dialog.places.doubleClicked.connect(lambda index: self._go(index.row()))
        dialog.finished.connect(self._forget)
        for work in (self._state, self._testing):
            work.progressed.connect(dialog.foot.show_stage)
        return dialog

    def _refresh(self) -> None:
        if self.dialog is None:
            return
        current = self._services.session.current
        scheme = self._services.session.scheme if current else self._services.folder.scheme
        self.dialog.refresh(current.path.stem if current else "", scheme)
        self.dialog.model.show_people(self._state.people, self._testing.model)
        if self._is_new and self._state.agreement:
            self._is_new = False
            self.dialog.take_keyboard()

    def _test(self, model: str) -> None:
        self._testing.begin(model)
        if self.dialog:
            self.dialog.foot.begin(_(TESTING))

    def _show_test(self) -> None:
        if self.dialog:
            self.dialog.model.show_people(self._state.people, self._testing.model)
            self.dialog.model.show_result(self._testing.test, self._testing.sentence)

    def _end(self) -> None:
        if self.dialog and not (self._state.busy or self._testing.busy):
            self.dialog.foot.end()

    def _go(self, row: int) -> None:
        """Show the place in its article, and hide this window until it is opened again."""
        place = self.dialog.places.place(row) if self.dialog else None
        folder, session = self._services.folder.path, self._services.session
        if place is None or folder is None or self.dialog is None:
            return
        self._wanted = place
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
        own = next((id for id in self._own_ids(place) if id in session.document.annotations), "")
        if own:
            session.select(own, show=True)
        else:
            session.move_caret(place.end, place.start)
            session.reveal_caret()
        session.say(_("The key of Agreement leads back to its window"))

    def _own_ids(self, place: Place) -> list[str]:
        """Return the ids of the place that are of the user's own document."""
        own = self._services.session.document.annotator
        return [id for name, id in zip(place.annotators, (place.a, place.b), strict=True) if id and name == own]

    def _save(self) -> None:
        agreement, folder, title = self._state.agreement, self._services.folder.path, _("Save as CSV…")
        if agreement is None or self.dialog is None:
            return
        path = target_file(self._messages, title, (folder or Path()) / "agreement.csv")
        if path and (said := written_to(self._messages, title, path, as_csv(agreement))):
            self.dialog.foot.say(said)

    def _copy(self) -> None:
        if self.dialog and self._state.agreement:
            QGuiApplication.clipboard().setText(as_latex(self._state.agreement))
            self.dialog.foot.say(_("The table is copied as LaTeX"))

    def _forget(self) -> None:
        """Let go of the dialog; work that is still under way ends by itself."""
        self._state.stop()
        self._testing.forget()
        if self.dialog:
            for work in (self._state, self._testing):
                work.progressed.disconnect(self.dialog.foot.show_stage)
            keep_size(self._services.store, NAME, self.dialog.width(), self.dialog.height())
            self.dialog.deleteLater()
        self.dialog, self._wanted = None, None
