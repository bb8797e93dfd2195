"""Banners on failed saves and on conflicts between two versions, with buttons that resolve them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.session.open_article import OpenArticle
from annotator.session.saving.copies import copies_in
from annotator.session.services import Services
from annotator.session.sync.reconciler import ConflictError
from annotator.storage.files.file_error import SaveError, shown
from annotator.translation.messages import _, ngettext, number
from annotator.ui.notices.ways_out import WaysOut
from annotator.ui.system.show_in_folder import show_in_folder
from annotator.ui.theme.look import Look
from annotator.ui.widgets.banner import BannerContent, BannerStack

SAVING, CONFLICTS, UNKEPT, KEPT = "saving", "conflicts", "unkept", "kept"


class SavingNotices(QObject):
    """Observer that shows a banner for the first failed save, and one for the conflicts in the open article."""

    def __init__(
        self, services: Services, look: Look, banners: BannerStack, ways_out: WaysOut, window: QWidget
    ) -> None:
        super().__init__(banners)
        self._services, self._look, self._banners, self._window = services, look, banners, window
        self._ways_out = ways_out
        self._told: object = None
        services.autosave.state_changed.connect(self._show_saving)
        services.reconciler.conflicts_changed.connect(self._show_conflicts)
        services.session.opened.connect(self._show_conflicts)
        self._show_kept()

    def _show_kept(self) -> None:
        """Tell of copies that an earlier run had to leave behind."""
        folder, count = self._services.unsaved, len(copies_in(self._services.unsaved))
        if count:
            name = _("Work is kept that could not be saved when the program had to end.")
            sentence = ngettext(
                "{count} file is in {folder}. Put it beside its article, or delete it.",
                "{count} files are in {folder}. Put each beside its article, or delete it.",
                count,
            ).format(count=number(count), folder=shown(str(folder)))
            show = (_("Show the folder"), lambda: show_in_folder(folder))
            self._banners.show_banner(KEPT, BannerContent("warning", name, sentence, (show,)))

    def _show_saving(self) -> None:
        self._show_unkept()
        failures = [f for f in self._services.autosave.failures if not self._is_covered(f)]
        if not failures:
            self._banners.remove(SAVING)
            return
        failure = failures[0]
        told = self._article_of(failure).key, type(failure), failure.problem
        if SAVING in self._banners.contents and told == self._told:
            return  # it was tried again, to the same end
        self._told = told
        name = _("{file} is not saved.").format(file=shown(failure.problem.path.name))
        sentence = _("{problem} Your work is kept here.").format(problem=failure.problem.sentence)
        self._banners.show_banner(SAVING, BannerContent("error", name, sentence, self._ways_out.on_banner(failure)))

    def _show_unkept(self) -> None:
        """Say that work is saved, but not what would bring back the state from before; nothing while saving fails."""
        unkept = self._services.autosave.unkept
        if unkept is None or self._services.autosave.failures:
            self._banners.remove(UNKEPT)
            return
        sentence = _("Your work is saved. {problem} It is tried again with each save.")
        sentence = sentence.format(problem=unkept.problem.sentence)
        content = BannerContent("warning", _("The version before could not be kept."), sentence)
        self._banners.show_banner(UNKEPT, content)

    def _is_covered(self, failure: SaveError) -> bool:
        """Return whether the banner on conflicts already covers this failure."""
        return isinstance(failure, ConflictError) and self._article_of(failure) is self._services.session.current

    def _article_of(self, failure: SaveError) -> OpenArticle:
        return self._services.autosave.article_of(failure)

    def _show_conflicts(self) -> None:
        current = self._services.session.current
        count = len(self._services.reconciler.conflicts(current)) if current else 0
        if current is None or not count:
            self._banners.remove(CONFLICTS)
            return
        name = ngettext(
            "One thing was changed by two people.", "{count} things were changed by two people.", count
        ).format(count=number(count))
        sentence = _("Everything else is merged. Nothing is overwritten until you have decided.")
        decide = (_("Decide…"), lambda: self._decide(current))
        self._banners.show_banner(CONFLICTS, BannerContent("warning", name, sentence, (decide,)))

    def _decide(self, article: OpenArticle) -> None:
        from annotator.ui.dialogs.merge_dialog import open_merge  # here: imported on first use only

        reconciler = self._services.reconciler
        open_merge(
            reconciler.conflicts(article),
            self._services.session,
            self._look,
            self._window,
            lambda choices: reconciler.decide(article, choices),
        )
