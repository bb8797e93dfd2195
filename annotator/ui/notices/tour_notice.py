"""Offer of the tour of the window, made once to a new user."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.widgets.banner import BannerContent, BannerStack

TOUR = "tour"


class TourNotice(QObject):
    """Show the offer with the first article that somebody without recent folders opens; the next one removes it."""

    def __init__(self, services: Services, banners: BannerStack, run: Callable[[str], None]) -> None:
        super().__init__(banners)
        self._services, self._banners, self._run = services, banners, run
        settings = services.store.settings
        if not settings.tour_seen and not settings.recent_folders:
            services.session.opened.connect(self._offer)

    def _offer(self) -> None:
        if self._services.session.current is None:
            return
        store = self._services.store
        if store.settings.tour_seen:
            self._banners.remove(TOUR)
            return
        store.update(tour_seen=True)
        sentence = _("A tour points at five places in this window. It stays in the Help menu.")
        show = (_("Show me around"), self._show)
        self._banners.show_banner(TOUR, BannerContent("info", _("New here?"), sentence, (show,)))

    def _show(self) -> None:
        self._banners.remove(TOUR)
        self._run("tour")
