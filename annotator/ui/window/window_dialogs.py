"""Dialogs that actions open over the window, each imported and made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.storage.articles.article_reading import MAX_ARTICLE_BYTES
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import ArticleError, shown
from annotator.storage.saving.scheme_journal import Journal
from annotator.translation.messages import _
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.article_view.typography import typeface
from annotator.ui.system.open_link import open_link
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.system.window_language import language_in_use
from annotator.ui.theme.look import Look
from annotator.ui.window.desk.desk_dialogs import DeskDialogs
from annotator.ui.window.exchange_dialogs import ExchangeDialogs

if TYPE_CHECKING:  # imported when it is first wanted
    from annotator.session.scheme_changes.scheme_runs import Swept
    from annotator.ui.dialogs.figures_dialog.opening import FiguresWindow
    from annotator.ui.dialogs.scheme_dialog.opening import SchemeWindow
    from annotator.ui.dialogs.statistics_dialog.opening import StatisticsWindow


class WindowDialogs:
    """Open palette, sheet of keys, settings and all other dialogs over ``window``."""

    def __init__(
        self,
        services: Services,
        look: Look,
        messages: SystemDialogs,
        navigation: Navigation,
        actions: Callable[[], Actions],
        window: QWidget,
    ) -> None:
        self._services, self._look, self._navigation, self._actions = services, look, navigation, actions
        self._window, self._messages = window, messages
        self._exchange = ExchangeDialogs(services, look, messages, navigation, window)
        self._desk = DeskDialogs(services, look, messages, navigation, window)
        self._palette: Callable[[], None] | None = None
        self._sheet: Callable[[], None] | None = None
        self._handbook: Callable[[], None] | None = None
        self._scheme: SchemeWindow | None = None
        self._figures: FiguresWindow | None = None
        self._statistics: StatisticsWindow | None = None

    def open_export(self) -> None:
        self._exchange.open_export()

    def open_hand_over(self) -> None:
        self._exchange.open_hand_over()

    def print_article(self) -> None:
        """Print the open article with its notes and the sheet to sign."""
        self._exchange.print_article()

    def open_import(self) -> None:
        """Open the import into the open folder, or into one that is chosen."""
        self._exchange.open_import()

    def import_files(self, files: Sequence[Path]) -> None:
        """Open the import with files that were dropped on the window."""
        self._exchange.import_files(files)

    def open_link(self, address: str) -> None:
        """Open an address in the browser, if the user agrees."""
        open_link(address, self._messages)

    def may_close(self) -> bool:
        """Return whether the window may close, as far as a scheme that is being edited allows it; ask if need be."""
        return self._scheme is None or self._scheme.may_close()

    def close(self) -> None:
        """Close all windows of the program but this one, whatever they do, as this one closes."""
        self._exchange.close()
        self._desk.close()
        for window in (self._scheme, self._figures, self._statistics):
            if window:
                window.close()

    def open_settings(self) -> None:
        from annotator.ui.dialogs.settings_dialog.dialog import SettingsDialog  # here: not before it is wanted

        settings, in_use = self._services.store.settings, self._services.folder.annotator
        dialog = SettingsDialog(settings, self._actions().rows, self._look, self._window, in_use=in_use)
        dialog.applied.connect(self._services.store.adopt)
        dialog.open()

    def open_history(self) -> None:
        from annotator.ui.dialogs.history_dialog import open_history  # here: not before it is wanted

        open_history(self._services, self._look, self._window)

    def open_steps(self) -> None:
        from annotator.ui.dialogs.steps_dialog import StepsDialog  # here: not before it is wanted

        dialog = StepsDialog(self._services.session, self._look, self._window)
        dialog.show()
        dialog.activateWindow()

    def open_evidence(self) -> None:
        self._desk.open_evidence()

    def open_scheme(self) -> None:
        """Open the scheme of the open folder."""
        from annotator.ui.actions.keys import held_by_program  # here: not before it is wanted
        from annotator.ui.dialogs.scheme_dialog.opening import SchemeWindow

        folder = self._services.folder.path
        if folder is None:
            self._services.session.say(_("No folder is open"))
            return
        if self._scheme is None:
            held = partial(held_by_program, self._actions().rows, self._services.store.settings.keys)
            self._scheme = SchemeWindow(self._services, self._look, self._messages, held, self._window)
        self._scheme.open(folder)

    def open_figures(self) -> None:
        """Open the figures and names of the open article and of its folder."""
        from annotator.ui.dialogs.figures_dialog.opening import FiguresWindow  # here: not before it is wanted

        if self._has_folder():
            parts = self._navigation, self._look, self._messages, self._window
            self._figures = self._figures or FiguresWindow(self._services, *parts)
            self._figures.open()

    def open_sign_off(self) -> None:
        self._desk.open_sign_off()

    def open_lists(self) -> None:
        self._desk.open_lists()

    def ask_query(self) -> None:
        self._desk.ask_query()

    def mark_criticism(self) -> None:
        self._desk.mark_criticism()

    def open_statistics(self) -> None:
        """Open the statistics of the open article and of its folder."""
        from annotator.ui.dialogs.statistics_dialog.opening import StatisticsWindow  # here: not before it is wanted

        if self._has_folder():
            parts = self._navigation, self._look, self._messages, self._window
            self._statistics = self._statistics or StatisticsWindow(self._services, *parts)
            self._statistics.open()

    def open_agreement(self) -> None:
        if self._has_folder():
            self._desk.open_agreement()

    def open_corrections(self) -> None:
        self._desk.open_corrections()

    def _has_folder(self) -> bool:
        """Return whether a folder is open; say so where none is."""
        if self._services.folder.path is None:
            self._services.session.say(_("No folder is open"))
        return self._services.folder.path is not None

    def settle_scheme_change(self, journal: Journal, then: Callable[[], None], *, back: bool) -> None:
        """Go on with a change of the scheme that was interrupted, or take it ``back``; call ``then`` at the end."""
        from annotator.session.scheme_changes.scheme_runs import SchemeRuns  # here: not before it is wanted
        from annotator.ui.dialogs.scheme_change_dialog import SchemeChangeDialog

        services = self._services
        runs = SchemeRuns(services.long_jobs, services.autosave, services.session.now)
        dialog = SchemeChangeDialog(runs, journal, self._window, back=back)
        runs.setParent(dialog)
        dialog.settled.connect(self._show_settled)
        dialog.finished.connect(lambda _result: then())
        dialog.begin()

    def _show_settled(self, swept: Swept | None) -> None:
        """Show the open article and the folder as they are now that a change of the scheme is settled."""
        services = self._services
        services.opener.reopen()
        services.folder.look_at_sidecars()
        services.session.say(swept.sentence if swept else _("Cancelled: every file is as it was."))
        if swept and swept.tally.problems:
            problems = "\n".join(map(str, swept.tally.problems))
            self._messages.tell(_("Scheme"), _("These files are left as they are."), problems)

    def open_encoding(self) -> None:
        from annotator.ui.dialogs.encoding_dialog import EncodingDialog  # here: not before it is wanted

        session = self._services.session
        path, used = session.path, session.current.encoding if session.current else ""
        if path is None:
            session.say(_("No article is open"))
            return
        try:
            data = bytes_of(path, MAX_ARTICLE_BYTES, ArticleError, follow=True)
        except ArticleError as error:
            session.say(_("{file}: {problem}").format(file=shown(path.name), problem=error.problem.sentence))
            return
        dialog = EncodingDialog(data, used, self._look, self._window, font=typeface(self._services.store.settings))
        dialog.chosen.connect(lambda encoding: self._services.opener.open(path, encoding))
        dialog.open()

    def open_palette(self) -> None:
        if self._palette is None:
            from annotator.ui.dialogs.command_palette.palette import CommandPalette  # here: not before it is wanted
            from annotator.ui.dialogs.command_palette.sources import ActionSource, AnnotationSource, ArticleSource

            actions, folder, session = self._actions(), self._services.folder, self._services.session
            sources = (
                ActionSource(actions, lambda: self._services.store.settings.recent_actions),
                AnnotationSource(session),
                ArticleSource(lambda: folder.entries, self._navigation.open_article),
            )
            self._palette = CommandPalette(session, self._look, sources, self._window).open
        self._palette()

    def open_key_sheet(self) -> None:
        if self._sheet is None:
            from annotator.ui.dialogs.key_sheet import KeySheet  # here: not before it is wanted

            self._sheet = KeySheet(self._actions(), self._look, self._window).open_sheet
        self._sheet()

    def open_handbook(self) -> None:
        if self._handbook is None:
            from annotator.ui.dialogs.handbook import Handbook  # here: not before it is wanted

            language = language_in_use(self._services.store.settings.language)
            self._handbook = Handbook(self._actions(), language, self._look, self._window).open_handbook
        self._handbook()

    def open_about(self) -> None:
        from annotator.ui.dialogs.about_dialog import AboutDialog  # here: not before it is wanted

        AboutDialog(self._window).open()
