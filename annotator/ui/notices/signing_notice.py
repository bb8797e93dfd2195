"""Banner that says which signed facts a new draft of the article has changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.facts.desk.reopened import Cause
from annotator.model.change import Change
from annotator.model.kinds.sign_offs import SignOff
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.editing.sign_offs.words import new_draft_words
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.widgets.banner import BannerContent, BannerStack

SIGNED = "signed"


class SigningNotice(QObject):
    """Observer that tells of a new draft of a signed article until it is signed again. ``run`` runs an action."""

    def __init__(self, services: Services, banners: BannerStack, run: Callable[[str], None]) -> None:
        super().__init__(banners)
        self._session, self._banners, self._run = services.session, banners, run
        self._signing = Signing(services.session)
        services.session.opened.connect(self._show)
        services.session.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        if change.added_of(SignOff) or change.removed_of(SignOff):
            self._show()

    def _show(self) -> None:
        if not self._signing.is_signed or self._signing.standing.same_text:
            self._banners.remove(SIGNED)
            return
        standing = self._signing.standing
        changed = any(fact.reopened is Cause.PLACE for fact in standing.facts.values())
        compare = (_("Compare with the signed text"), lambda: self._run("compare_texts"))
        through = (_("Go through them"), lambda: self._run("next_reopened"))
        buttons = (through, compare) if changed else (compare,)
        kind = "warning" if changed else "info"
        content = BannerContent(kind, _("The article was signed."), new_draft_words(standing), buttons)
        self._banners.show_banner(SIGNED, content)
