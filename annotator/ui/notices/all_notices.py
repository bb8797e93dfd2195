"""All notices that are shown as banners above the text."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.session.services import Services
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.notices.article_notices import ArticleNotices
from annotator.ui.notices.offered_dialogs import OfferedDialogs
from annotator.ui.notices.orphan_notices import OrphanNotices
from annotator.ui.notices.outside_notices import OutsideNotices
from annotator.ui.notices.saving_notices import SavingNotices
from annotator.ui.notices.scheme_notice import SchemeNotice
from annotator.ui.notices.signing_notice import SigningNotice
from annotator.ui.notices.tour_notice import TourNotice
from annotator.ui.notices.ways_out import WaysOut
from annotator.ui.theme.look import Look
from annotator.ui.widgets.banner import BannerStack


class AllNotices(QObject):
    """Owner of all notices, from those on files and saving to the offer of a tour."""

    def __init__(
        self,
        services: Services,
        look: Look,
        banners: BannerStack,
        actions: Actions,
        ways_out: WaysOut,
        dialogs: OfferedDialogs,
    ) -> None:
        super().__init__(banners)
        self._files = ArticleNotices(services, banners, actions.trigger, dialogs.import_files)
        self._saving = SavingNotices(services, look, banners, ways_out, banners.window())
        self._outside = OutsideNotices(services, banners, actions.trigger)
        self._orphans = OrphanNotices(services, banners)
        self._scheme = SchemeNotice(services, banners, dialogs)
        self._signing = SigningNotice(services, banners, actions.trigger)
        self._tour = TourNotice(services, banners, actions.trigger)
        self.show_empty = self._files.show_empty
        actions.relisted.connect(lambda: self._files.show_keys(actions.keys.problems))
