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
from annotator.translation.messages import _, ngettext, number
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
        last = [done for done in self._services.orphans.last if self._services.plan.sees(done.new)]
        if not last:
            self._banners.remove(ADOPTED)
            return
        sentence = about_adopted(last)
        self._services.session.say(sentence)
        undo = (_("Undo"), self._undo)
        self._banners.show_banner(ADOPTED, BannerContent("info", _adopted_words(len(last)), sentence, (undo,)))

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
        name = _("{file} may be of this article.").format(file=shown(orphan.sidecar.name))
        sentence = f"{about_offer(orphan, current.path)} {_more_words(len(orphans) - 1)}".strip()
        take = (_("Take it along"), partial(self._services.orphans.take, orphan, current.path))
        content = BannerContent("warning", name, sentence, (take, _show_file(orphan)))
        self._banners.show_banner(OFFER, content)

    def _show_missing(self) -> None:
        """Say what is wrong with a sidecar that was opened from the list and has no article."""
        path = self._services.session.path
        orphan = self._services.orphans.orphan(path) if path and is_sidecar(path) else None
        if orphan is None:
            self._banners.remove(MISSING)
            return
        name = _("{file} has no article.").format(file=shown(orphan.sidecar.name))
        take = tuple(self._take(orphan, article) for article in orphan.articles[:MOST_BUTTONS])
        content = BannerContent("error", name, about_missing(orphan), (*take, _show_file(orphan)))
        self._banners.show_banner(MISSING, content)

    def _take(self, orphan: Orphan, article: Path) -> tuple[str, partial[None]]:
        name = _("It is {article}").format(article=shown(article.name))
        return name, partial(self._take_and_open, orphan, article)

    def _take_and_open(self, orphan: Orphan, article: Path) -> None:
        self._services.orphans.take(orphan, article)
        if self._services.folder.row_of(article) is not None:
            self._services.opener.open(article)


def _adopted_words(sidecars: int) -> str:
    if sidecars == 1:
        return _("The annotations were taken along.")
    sentence = ngettext("{count} sidecar was renamed.", "{count} sidecars were renamed.", sidecars)
    return sentence.format(count=number(sidecars))


def _more_words(more: int) -> str:
    if not more:
        return ""
    sentence = ngettext("There is {count} more like it.", "There are {count} more like it.", more)
    return sentence.format(count=number(more))


def _show_file(orphan: Orphan) -> tuple[str, partial[bool]]:
    return _("Show the file"), partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(orphan.sidecar)))
