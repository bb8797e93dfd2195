"""Banners on what others do: open the same article, change its text, remove annotations, leave sidecar copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from annotator.language.annotator_names import annotator_name
from annotator.session.services import Services
from annotator.storage.files.file_error import shown
from annotator.storage.saving.open_locks import Holder
from annotator.translation.messages import _, ngettext, number
from annotator.ui.widgets.banner import BannerContent, BannerStack
from annotator.ui.widgets.words.local_time import clock

PRESENCE, TEXT, COPIES, REMOVED = "presence", "text", "copies", "removed"


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
        name = _("This article is open elsewhere too.")
        # Translators: who is like “Sam has had it open on desk-3 since 09:15”; several are parted by semicolons.
        sentence = _("{who}. Your changes and theirs are merged.").format(who=_("; ").join(map(_description, others)))
        self._banners.show_banner(PRESENCE, BannerContent("info", name, sentence))

    def _show_text(self) -> None:
        path, why = self._services.session.path, self._services.outside.why
        if not why or path is None:
            self._banners.remove(TEXT)
            return
        again = ((_("Read it again"), self._services.opener.reopen),)
        self._banners.show_banner(TEXT, BannerContent("warning", f"{shown(path.name)}:", why, again))

    def _show_removed(self, count: int) -> None:
        name = ngettext(
            "Somebody else has removed {count} annotation.", "Somebody else has removed {count} annotations.", count
        ).format(count=number(count))
        sentence = _("The version before is kept and can be brought back.")
        versions = (_("Earlier versions…"), lambda: self._run("history"))
        self._banners.show_banner(REMOVED, BannerContent("info", name, sentence, (versions,)))

    def _show_copies(self) -> None:
        current = self._services.session.current
        if current is None or not current.copies or current.read_only:
            self._banners.remove(COPIES)
            return
        copy = current.copies[0]
        sentence = f"{_left_words(copy.name)} {_more_words(len(current.copies) - 1)}".strip()
        merge = (_("Merge it"), lambda: self._services.reconciler.merge_copy(current, copy))
        content = BannerContent("warning", _("There is a second version."), sentence, (merge,))
        self._banners.show_banner(COPIES, content)


def _left_words(copy: str) -> str:
    sentence = _("A sync service or another program has left {file} beside the annotations.")
    return sentence.format(file=shown(copy))


def _more_words(more: int) -> str:
    if not more:
        return ""
    return ngettext("There is {count} more.", "There are {count} more.", more).format(count=number(more))


def _description(holder: Holder) -> str:
    since = datetime.fromisoformat(holder.since).astimezone()
    sentence = _("{name} has had it open on {machine} since {time}")
    return sentence.format(name=annotator_name(holder.name), machine=shown(holder.machine), time=clock(since))
