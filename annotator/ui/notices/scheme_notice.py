"""Banner on a change of the scheme that was interrupted, with buttons that finish it or take it back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.model.scheme_changes.changes import title_of
from annotator.session.services import Services
from annotator.session.sync.interrupted_change import InterruptedChange
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _
from annotator.ui.notices.offered_dialogs import OfferedDialogs
from annotator.ui.widgets.banner import BannerContent, BannerStack

INTERRUPTED = "interrupted"


class SchemeNotice(QObject):
    """Show the banner until nothing is interrupted any more."""

    def __init__(self, services: Services, banners: BannerStack, dialogs: OfferedDialogs) -> None:
        super().__init__(banners)
        self._banners, self._dialogs = banners, dialogs
        self._interrupted = InterruptedChange(services.folder, services.long_jobs, self)
        self._interrupted.changed.connect(self._show)
        services.session.opened.connect(self._look_again)

    def _show(self) -> None:
        journal = self._interrupted.journal
        if journal is None:
            self._banners.remove(INTERRUPTED)
            return
        name = _("A change of the scheme was interrupted.")
        sentence = _(
            "{title}. Some files may have been changed and others not. Nothing is lost: let it go on, or take it back."
        ).format(title=shown(title_of(journal.change)))
        buttons = (
            (_("Go on"), lambda: self._dialogs.settle_scheme_change(journal, self._interrupted.look, back=False)),
            (_("Take back"), lambda: self._dialogs.settle_scheme_change(journal, self._interrupted.look, back=True)),
        )
        self._banners.show_banner(INTERRUPTED, BannerContent("warning", name, sentence, buttons, stays=True))

    def _look_again(self) -> None:
        """Find out whether it was finished elsewhere, as in the scheme window."""
        if self._interrupted.journal:
            self._interrupted.look()
