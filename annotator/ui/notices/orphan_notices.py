"""Banners on sidecars whose articles were renamed, moved or are missing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.corpus.orphan_words import about_adopted, about_missing, about_offer
from annotator.corpus.orphans import Orphan
from annotator.session.services import Services
from annotator.storage.files.file_error import shown
from annotator.storage.sidecars.sidecar_files import is_sidecar
from annotator.ui.widgets.banner import BannerContent, BannerStack

ADOPTED, OFFER, MISSING = "adopted", "offer", "missing"
MOST_BUTTONS = 3


class OrphanNotices(QObject):
    """Shows and takes away these banners."""

    def __init__(self, services: Services, banners: BannerStack) -> None:
        super().__init__(banners)
        self._services, self._banners = services, banners
        services.orphans.adopted.connect(self._show_adopted)
        services.orphans.changed.connect(self._show)
        services.session.opened.connect(self._show)

    def _show_adopted(self) -> None:
        last = self._services.orphans.last
        if not last:
            self._banners.remove(ADOPTED)
            return
        count = len(last)
        name = "The annotations were taken along." if count == 1 else f"{count:,} sidecars were renamed."
        sentence = about_adopted(last)
        self._services.session.say(sentence)
        self._banners.show_banner(ADOPTED, BannerContent("info", name, sentence, (("Undo", self._undo),)))

    def _undo(self) -> None:
        self._services.orphans.undo()
        self._show_adopted()

    def _show(self) -> None:
        self._show_offer()
        self._show_missing()

    def _show_offer(self) -> None:
        """Offer the sidecars that may be of the open article, where it has none."""
        current = self._services.session.current
        orphans = self._services.orphans.of(current.path) if current and current.saved is None else []
        if current and current.orphan:
            orphans = [current.orphan]
        if current is None or not orphans:
            self._banners.remove(OFFER)
            return
        orphan = orphans[0]
        name = f"{shown(orphan.sidecar.name)} may be of this article."
        more = f" There are {len(orphans) - 1} more like it." if len(orphans) > 1 else ""
        take = ("Take it along", partial(self._services.orphans.take, orphan, current.path))
        content = BannerContent("warning", name, about_offer(orphan, current.path) + more, (take, _show_file(orphan)))
        self._banners.show_banner(OFFER, content)

    def _show_missing(self) -> None:
        """Say what is wrong with a sidecar that was opened from the list and has no article."""
        path = self._services.session.path
        orphan = self._services.orphans.orphan(path) if path and is_sidecar(path) else None
        if orphan is None:
            self._banners.remove(MISSING)
            return
        name = f"{shown(orphan.sidecar.name)} has no article."
        take = tuple(self._take(orphan, article) for article in orphan.articles[:MOST_BUTTONS])
        content = BannerContent("error", name, about_missing(orphan), (*take, _show_file(orphan)))
        self._banners.show_banner(MISSING, content)

    def _take(self, orphan: Orphan, article: Path) -> tuple[str, partial[None]]:
        return f"It is {shown(article.name)}", partial(self._take_and_open, orphan, article)

    def _take_and_open(self, orphan: Orphan, article: Path) -> None:
        self._services.orphans.take(orphan, article)
        if article.parent == self._services.folder.path:
            self._services.opener.open(article)


def _show_file(orphan: Orphan) -> tuple[str, partial[bool]]:
    return "Show the file", partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(orphan.sidecar)))
