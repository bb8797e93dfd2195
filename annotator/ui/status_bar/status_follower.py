"""Updates of the status bar from autosave, the folder scan, the facts of the article and the settings."""

from __future__ import annotations

from annotator.language.annotator_names import annotator_name, annotator_of
from annotator.session.editing.desk.fact_steps import FactSteps
from annotator.session.review.review_mode import ReviewMode
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.status_bar.status_bar import StatusBar

ENOUGH_TO_SHOW = 400
"""Number of articles from which reading takes long enough for a progress bar to be seen."""


class StatusFollower:
    """Observer that keeps saving state, progress of reading, open facts, annotator and zoom up to date."""

    def __init__(self, services: Services, bar: StatusBar, facts: FactSteps, review: ReviewMode) -> None:
        self._services, self._bar, self._facts, self._review = services, bar, facts, review
        for turn in (review.begun, review.ended):
            turn.connect(self._follow_setting)
        facts.changed.connect(self._show_open)
        services.autosave.state_changed.connect(self._show_saving)
        services.session.opened.connect(self._show_saving)
        services.folder.scanned.connect(self._show_scanned)
        services.store.changed.connect(self._follow_setting)
        services.session.opened.connect(self._show_annotator)
        services.session.changed.connect(lambda _change: self._show_annotator())
        self._follow_setting()

    def _show_saving(self) -> None:
        autosave = self._services.autosave
        if autosave.failures:
            self._bar.set_saving("failed", autosave.failures[0].problem.sentence)
        elif autosave.saving:
            self._bar.set_saving("saving")
        else:
            self._bar.set_saving("saved" if self._services.session.current else "")

    def _show_open(self) -> None:
        self._bar.set_open(self._facts.open, self._facts.total)

    def _show_scanned(self, read: int) -> None:
        total = len(self._services.folder.entries)
        if read < total and total >= ENOUGH_TO_SHOW:
            self._bar.set_progress(_("Reading annotations"), read, total)
        else:
            self._bar.clear_progress()

    def _follow_setting(self, _name: str = "") -> None:
        self._bar.set_zoom(self._services.store.settings.zoom)
        self._show_annotator()

    def _show_annotator(self) -> None:
        """Show whose document is open, or will be; nothing of who has no name."""
        name, session = self._services.opener.annotator, self._services.session
        if self._review.under_way and name:
            words = _("review by {name}").format(name=annotator_name(name))
        elif session.current and session.document.annotator == name:
            words = name and annotator_of(session.document)
        else:
            words = name and annotator_name(name)
        self._bar.set_annotator(words)
