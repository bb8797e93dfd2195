"""Every banner that may stand over the text."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.session.services import Services
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.notices.article_notices import ArticleNotices
from annotator.ui.notices.orphan_notices import OrphanNotices
from annotator.ui.notices.outside_notices import OutsideNotices
from annotator.ui.notices.saving_notices import SavingNotices
from annotator.ui.theme.look import Look
from annotator.ui.widgets.banner import BannerStack


class AllNotices(QObject):
    """Makes them: on files and folders, on saving, on what others do, on articles that were renamed."""

    def __init__(self, services: Services, look: Look, banners: BannerStack, actions: Actions, window: QWidget) -> None:
        super().__init__(banners)
        self._files = ArticleNotices(services, banners, actions.trigger)
        self._saving = SavingNotices(services, look, banners, window)
        self._outside = OutsideNotices(services, banners, actions.trigger)
        self._orphans = OrphanNotices(services, banners)
        actions.relisted.connect(lambda: self._files.show_keys(actions.keys.problems))
