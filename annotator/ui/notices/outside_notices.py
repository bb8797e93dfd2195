"""Banners on what others do: open the same article, change its text, remove annotations, leave sidecar copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from annotator.session.services import Services
from annotator.storage.files.file_error import shown
from annotator.storage.saving.open_locks import Holder
from annotator.ui.widgets.banner import BannerContent, BannerStack

PRESENCE, TEXT, COPIES, REMOVED = "presence", "text", "copies", "removed"
TOGETHER = "Your changes and theirs are merged."


class OutsideNotices(QObject):
    """Observer that shows and removes these banners. ``run`` runs an action by its id."""

    def __init__(self, services: Services, banners: BannerStack, run: Callable[[str], None]) -> None:
        super().__init__(banners)
        self._services, self._banners, self._run = services, banners, run
        services.reconciler.removed.connect(self._show_removed)
        services.session.opened.connect(lambda: banners.remove(REMOVED))
        services.presence.changed.connect(self._show_presence)
        services.outside.article_changed.connect(self._show_text)
        services.session.opened.connect(self._show_copies)
        services.outside.copies_changed.connect(self._show_copies)
        services.reconciler.conflicts_changed.connect(self._show_copies)

    def _show_presence(self) -> None:
        others = self._services.presence.others
        if not others:
            self._banners.remove(PRESENCE)
            return
        name = "This article is open elsewhere too."
        sentence = f"{'; '.join(map(_description, others))}. {TOGETHER}"
        self._banners.show_banner(PRESENCE, BannerContent("info", name, sentence))

    def _show_text(self) -> None:
        path, why = self._services.session.path, self._services.outside.why
        if not why or path is None:
            self._banners.remove(TEXT)
            return
        again = (("Read it again", self._services.opener.reopen),)
        self._banners.show_banner(TEXT, BannerContent("warning", f"{shown(path.name)}:", why, again))

    def _show_removed(self, count: int) -> None:
        name = f"Somebody else has removed {'1 annotation' if count == 1 else f'{count:,} annotations'}."
        sentence = "The version before is kept and can be brought back."
        history = ("History…", lambda: self._run("history"))
        self._banners.show_banner(REMOVED, BannerContent("info", name, sentence, (history,)))

    def _show_copies(self) -> None:
        current = self._services.session.current
        if current is None or not current.copies or current.read_only:
            self._banners.remove(COPIES)
            return
        copy = current.copies[0]
        more = f" There are {len(current.copies) - 1} more." if len(current.copies) > 1 else ""
        sentence = f"A sync service or another program has left {shown(copy.name)} beside the annotations.{more}"
        merge = ("Merge it", lambda: self._services.reconciler.merge_copy(current, copy))
        self._banners.show_banner(COPIES, BannerContent("warning", "There is a second version.", sentence, (merge,)))


def _description(holder: Holder) -> str:
    since = datetime.fromisoformat(holder.since).astimezone()
    return f"{shown(holder.name)} has had it open on {shown(holder.machine)} since {since:%H:%M}"
